using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Commands;

/// <summary>A story with its diffs for programs.</summary>
internal static class StoryJson
{
    public static void Write(Utf8JsonWriter json, string id, StoryComparison story, string[] judged, bool full)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("editions");
        foreach (EditionRow edition in story.Editions)
        {
            json.WriteStartObject();
            json.WriteString("article", edition.ArticleId);
            json.WriteString("edition", edition.Kind);
            json.Maybe("of", edition.Of);
            json.WriteNumber("overlap", Math.Round(edition.Overlap, 4));
            json.Maybe("title", edition.Title);
            json.Maybe("outlet", edition.Outlet);
            json.Maybe("published", edition.Published);
            if (story.Compared.FirstOrDefault(c => c.Row.ArticleId == edition.ArticleId) is { } diff)
            {
                Write(json, diff, full);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Strings("judged", judged);
        json.WriteStartArray("passages");
        foreach (PassageElsewhere passage in story.Passages)
        {
            json.WriteStartObject();
            json.WriteString("article", passage.Row.ArticleId);
            json.WriteString("other", passage.Row.OtherId);
            json.WriteString("story", passage.Row.StoryId);
            json.WriteNumber("words", passage.Row.Words);
            json.WriteString("quote", passage.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ComparedEdition edition, bool full)
    {
        SpanWriter from = new(json, new CodePoints(edition.From.Text)), to = new(json, new CodePoints(edition.Article.Text));
        json.WriteStartArray("diff");
        foreach (DiffPart part in edition.Parts.Where(p => full || p.Kind != DiffKind.Same))
        {
            json.WriteStartObject();
            json.WriteString("kind", Json.Word(part.Kind));
            Sides(part.Earlier, part.Later);
            json.WriteStartArray("facts");
            foreach (FactDifference fact in part.Facts)
            {
                json.WriteStartObject();
                json.WriteString("kind", Json.Word(fact.Kind));
                Sides(fact.Earlier, fact.Later);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();

        void Sides(TextSpan? earlier, TextSpan? later)
        {
            Side("earlier", from, edition.From.Text, earlier);
            Side("later", to, edition.Article.Text, later);
        }

        void Side(string name, SpanWriter spans, string text, TextSpan? span)
        {
            if (span is { } at)
            {
                json.WriteStartObject(name);
                spans.Span("span", at);
                json.WriteString("quote", at.Of(text));
                json.WriteEndObject();
            }
        }
    }
}
