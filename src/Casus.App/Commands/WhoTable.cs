using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Language;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Who is who in an article, from a new reading of its text as the store keeps it: chains are not stored.</summary>
internal static class WhoTable
{
    private const string CodedLanguage = "en";

    /// <param name="model">"accurate" or "fast".</param>
    public static ImmutableArray<Who> Read(StoredArticle stored, string model)
    {
        if (stored.Language != CodedLanguage)
        {
            return [];
        }

        Engine engine = Construction.Load(null, null, model);
        ArticleRecord record = stored.Record;
        var article = new Article(
            stored.Id, stored.PageId, TextId.Of(stored.Text), stored.Text, record.Blocks, record.Title, record.Bylines, record.Outlet, record.Published, stored.Language, stored.Address);
        return Who.Of(engine.NewReader().Analyse(article), engine.Knowledge.Actors);
    }

    public static void Write(Utf8JsonWriter json, SpanWriter spans, ImmutableArray<Who> all)
    {
        json.WriteStartArray("who");
        foreach (Who who in all)
        {
            json.WriteStartObject();
            json.WriteString("name", who.Name);
            json.Maybe("actor", who.ActorId);
            json.Maybe("provisional", who.Provisional?.Id);
            json.WriteStartArray("words");
            foreach (WhoWords words in who.Words)
            {
                json.WriteStartObject();
                spans.Quoted(words.Span, words.Quote);
                json.WriteString("manner", words.Manner);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(IAnsiConsole console, ImmutableArray<Who> all)
    {
        if (all.IsEmpty)
        {
            return;
        }

        Table table = Screen.Table("who", "actor", "names", "descriptions", "pronouns");
        foreach (Who who in all)
        {
            string actor = who.ActorId ?? (who.Provisional is { } unknown ? unknown.Id + " (provisional)" : "");
            table.AddRow(Screen.Plain(Screen.Shortened(who.Name, 40)), $"[grey]{Screen.Plain(actor)}[/]", Words(who, WhoWords.Name), Words(who, WhoWords.Description), Words(who, WhoWords.Pronoun));
        }

        console.Write(table);
    }

    /// <summary>Each wording once, with how often it stands.</summary>
    private static string Words(Who who, string manner) => string.Join("; ", who.Words
        .Where(w => w.Manner == manner)
        .GroupBy(w => w.Quote, StringComparer.OrdinalIgnoreCase)
        .Select(g => Screen.Plain(Screen.Shortened(g.First().Quote, 60)) + (g.Count() > 1 ? $" ×{g.Count()}" : "")));
}
