using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.App.Publish;

/// <summary>A brief for programs; drawings are left out.</summary>
internal static class ToJson
{
    public static void Write(Utf8JsonWriter json, Brief brief)
    {
        json.WriteStartObject();
        json.WriteString("title", brief.Title);
        json.WriteStartObject("facts");
        foreach ((string name, string value) in brief.Facts)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("sections");
        foreach (BriefSection section in brief.Sections)
        {
            json.WriteStartObject();
            json.WriteString("heading", section.Heading);
            json.WriteStartArray("parts");
            foreach (BriefPart part in section.Parts)
            {
                Part(json, part);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (Citation source in brief.Sources)
        {
            Source(json, source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, BriefPart part)
    {
        json.WriteStartObject();
        switch (part)
        {
            case BriefHeading heading:
                json.WriteString("heading", heading.Text);
                break;
            case BriefSentence sentence:
                Sentence(json, "sentence", sentence);
                break;
            case BriefFigure figure:
                Sentence(json, "figure", figure.Caption);
                break;
            case BriefTable table:
                json.Strings("columns", table.Columns);
                json.WriteStartArray("rows");
                foreach (BriefRow row in table.Rows)
                {
                    json.WriteStartObject();
                    json.Strings("cells", row.Cells);
                    Numbers(json, row.Citations);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, Citation source)
    {
        json.WriteStartObject();
        json.WriteNumber("number", source.Number);
        json.WriteString("article", source.Article.Id);
        json.Maybe("outlet", source.Article.Outlet);
        json.Maybe("published", source.Article.Published);
        json.Maybe("title", source.Article.Title);
        json.Maybe("address", source.Article.Address);
        json.WriteString("quote", source.Quote);
        var spans = new SpanWriter(json, new CodePoints(source.Article.Text));
        spans.Spans("sentences", source.Sentences);
        spans.Spans("words", source.Words);
        json.WriteEndObject();
    }

    private static void Sentence(Utf8JsonWriter json, string key, BriefSentence sentence)
    {
        json.WriteString(key, sentence.Text);
        Numbers(json, sentence.Citations);
    }

    private static void Numbers(Utf8JsonWriter json, ImmutableArray<int> citations)
    {
        json.WriteStartArray("citations");
        foreach (int number in citations)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
