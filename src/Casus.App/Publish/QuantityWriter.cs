using System.Text.Json;
using Casus.Language;

namespace Casus.App.Publish;

/// <summary>What a number says, beside the words of its mention: bounds, unit, what it counts, and of a share its change and base.</summary>
internal static class QuantityWriter
{
    public static void Write(Utf8JsonWriter json, SpanWriter spans, QuantityMention quantity, Analysis analysis)
    {
        json.Maybe("min", quantity.Min);
        json.Maybe("max", quantity.Max);
        if (quantity.Approximate)
        {
            json.WriteBoolean("approximate", true);
        }

        json.Maybe("unit", quantity.Unit);
        Words("counted", quantity.Counted is int counted ? analysis.Sentences[quantity.Sentence].Tokens[counted].Span : null);
        json.Maybe("change", quantity.Change);
        Words("base", quantity.Base);

        void Words(string key, TextSpan? span)
        {
            if (span is { } at)
            {
                json.WriteStartObject(key);
                spans.Quoted(at, at.Of(analysis.Article.Text));
                json.WriteEndObject();
            }
        }
    }
}
