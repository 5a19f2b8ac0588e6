using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>One thing of the store in full.</summary>
internal static class ShowOne
{
    /// <param name="model">Weights by which an article is read again for who is who in it.</param>
    /// <param name="full">Whether a story shows also the sentences that did not change.</param>
    public static int Show(CasusStore store, string subject, string id, bool json, string model, bool full)
    {
        var lookup = new Lookup(store);
        switch (subject)
        {
            case "events" or "claims":
                return ExplainCommand.Run(store, id, null, json);
            case "articles":
                return Article(lookup, lookup.Article(lookup.Complete("article", id)), json, model);
            case "stories":
                return StoryPage.Show(store, lookup, lookup.Complete("story", id), json, full);
            case "actors":
                if (ActorChoice.Of(store, id).Ids.IsEmpty)
                {
                    throw new Trouble(ExitCode.Findings, $"Nobody in {store.Path} is called {id}: `casus show actors` lists who there is.");
                }

                return ShowList.Show(store, "events", new Filter(Actor: id), json);
            default:
                PageRow page = new Queries(store).Pages(Filter.None).First(p => p.Id == lookup.Complete("page", id));
                return Page(page, PageOrigin.Of(store, page.Id), json);
        }
    }

    private static int Article(Lookup lookup, StoredArticle article, bool asJson, string model)
    {
        ImmutableArray<Who> who = WhoTable.Read(article, model);
        if (asJson)
        {
            return Write(json =>
            {
                var spans = new SpanWriter(json, new CodePoints(article.Text));
                json.WriteString("id", article.Id);
                json.Maybe("title", article.Title);
                json.Maybe("outlet", article.Outlet);
                json.Maybe("published", article.Published);
                json.WriteString("language", article.Language);
                json.Maybe("address", article.Address);
                ArticleHead.Write(json, article.Record);
                json.WriteString("page", article.PageNames[0]);
                AnnotationWriter.WritePart(json, article.Part);
                json.WriteString("text", article.Text);
                json.WriteStartArray("blocks");
                foreach (Block block in article.Record.Blocks)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", Json.Word(block.Kind));
                    spans.Span("span", block.Span);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                WhoTable.Write(json, spans, who);
                json.Strings("claims", lookup.ClaimsOf(article.Id).Select(c => c.Claim.Id));
            });
        }

        IAnsiConsole console = Screen.Out;
        ArticleHead.Write(console, article);
        foreach (Block block in article.Record.Blocks)
        {
            string text = Screen.Plain(block.Span.Of(article.Text));
            console.WriteLine();
            console.MarkupLine(block.Kind switch
            {
                BlockKind.Headline => $"[bold]{text}[/]",
                BlockKind.Paragraph => text,
                BlockKind.List => "• " + text,
                BlockKind kind => $"[grey]{Json.Word(kind)}:[/] {text}",
            });
        }

        console.WriteLine();
        ArticleHead.WriteDates(console, article.Record);
        WhoTable.Write(console, who);
        console.MarkupLine($"[grey]{Screen.Plural(lookup.ClaimsOf(article.Id).Count, "claim")}[/]");
        return ExitCode.Ok;
    }

    private static int Page(PageRow page, PageOrigin? origin, bool asJson)
    {
        if (asJson)
        {
            return Write(json =>
            {
                ShowList.Write(json, page);
                json.Maybe("fetchedFrom", origin?.From);
                json.Maybe("fetchedAt", origin?.FetchedAt);
                json.Maybe("feed", origin?.Feed);
                json.Maybe("feedSays", origin?.Quote);
            });
        }

        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach ((string name, string? value) in new[] { ("page", page.Id), ("name", page.Name), ("address", page.Address), ("record", page.Place?.RecordId), ("record at", page.Place?.At), ("captured", page.Place?.CapturedAt), ("became", page.Outcome), ("reason", page.Reason), ("detail", page.Detail), ("article", page.ArticleId), ("bytes", Screen.Number(page.Size)), ("read", page.ReadAt), ("names", Screen.Number(page.Sightings)), ("fetched", origin is null ? null : $"{origin.FetchedAt} from {origin.From}"), ("feed", origin?.Feed is { } feed ? $"{feed} {origin.Quote}" : null) })
        {
            if (value is not null)
            {
                grid.AddRow($"[bold]{name}[/]", Screen.Plain(value));
            }
        }

        Screen.Out.Write(grid);
        return ExitCode.Ok;
    }

    private static int Write(Action<Utf8JsonWriter> write)
    {
        Screen.WriteJson(json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        });
        return ExitCode.Ok;
    }
}
