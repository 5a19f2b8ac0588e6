using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.App.Publish;

/// <summary>Spans as [begin, end) in code points of one text.</summary>
internal sealed class SpanWriter(Utf8JsonWriter json, CodePoints offsets)
{
    public void Span(string key, TextSpan span)
    {
        json.WritePropertyName(key);
        Span(span);
    }

    public void Span(TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(offsets.FromUtf16(span.Begin));
        json.WriteNumberValue(offsets.FromUtf16(span.End));
        json.WriteEndArray();
    }

    /// <summary>Absent when there are none.</summary>
    public void Spans(string key, ImmutableArray<TextSpan> spans)
    {
        if (spans.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (TextSpan span in spans)
        {
            Span(span);
        }

        json.WriteEndArray();
    }

    public void Quoted(TextSpan span, string quote)
    {
        Span("span", span);
        json.WriteString("quote", quote);
    }

    /// <summary>Words of the text, or the element of the page's markup.</summary>
    public void Quoted(Evidence evidence)
    {
        if (evidence.Span is { } span)
        {
            Span("span", span);
        }

        json.WriteString("quote", evidence.Quote);
        json.Maybe("path", evidence.Path);
    }
}
