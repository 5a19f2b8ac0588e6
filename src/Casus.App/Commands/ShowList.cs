using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Lists as tables, or as a JSON array of the same rows.</summary>
internal static class ShowList
{
    /// <param name="byDay">Events by their days; else by their weight.</param>
    public static int Show(CasusStore store, string subject, Filter filter, bool json, bool byDay = false)
    {
        var queries = new Queries(store);
        switch (subject)
        {
            case "events":
                return Print(f => queries.Events(f, byDay), filter, json, Write, rows => EventTable.Write(Screen.Out, rows), "event", order: byDay ? "the latest first" : Queries.WeightSays);
            case "claims":
                return Print(queries.Claims, filter, json, Write, Table, "claim");
            case "articles":
                return Print(queries.Articles, filter, json, Write, Table, "article");
            case "stories":
                return Print(queries.Stories, filter, json, Write, Table, "story", "stories");
            case "actors":
                return Print(queries.Actors, filter, json, Write, Table, "actor");
            default:
                return Print(queries.Pages, filter, json, Write, Table, "page");
        }
    }

    public static void Write(Utf8JsonWriter json, EventRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("type", row.Type);
        json.WriteString("factuality", row.Factuality);
        json.WriteString("initiators", row.Initiators);
        json.WriteString("targets", row.Targets);
        json.Maybe("from", row.From);
        json.Maybe("to", row.To);
        json.Maybe("placeId", row.PlaceId);
        json.Maybe("place", row.Place);
        foreach (TollCount toll in row.Tolls)
        {
            json.WriteNumber(toll.Kind + "Min", toll.Min);
            json.Maybe(toll.Kind + "Max", toll.Max);
        }

        json.WriteNumber("accounts", row.Accounts);
        json.WriteNumber("stories", row.Stories);
        json.WriteNumber("articles", row.Articles);
    }

    private static int Print<T>(Func<Filter, List<T>> find, Filter filter, bool asJson, Action<Utf8JsonWriter, T> write, Action<List<T>> table, string one, string? many = null, string? order = null)
    {
        List<T> rows = find(filter);
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (T row in rows)
                {
                    json.WriteStartObject();
                    write(json, row);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (rows.Count > 0)
        {
            table(rows);
        }

        string all = many ?? one + "s";
        Screen.Out.MarkupLine($"[grey]{(rows.Count == 0 ? Screen.Plain($"no {all} that match; {NothingMatches.Of(all, filter, f => find(f).Count)}") : Screen.Plural(rows.Count, one, many))}{(order is null || rows.Count < 2 ? "" : ", " + order)}[/]");
        return ExitCode.Ok;
    }

    private static void Write(Utf8JsonWriter json, ClaimRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("article", row.ArticleId);
        json.WriteString("kind", row.Kind);
        json.WriteString("type", row.Type);
        json.WriteString("factuality", row.Factuality);
        json.WriteNumber("sentence", row.Sentence);
        json.Maybe("rank", row.Rank);
        json.Maybe("initiators", row.Initiators);
        json.Maybe("targets", row.Targets);
        json.Maybe("from", row.From);
        json.Maybe("to", row.To);
        json.Maybe("place", row.Place);
        json.Maybe("outlet", row.Outlet);
        json.Maybe("published", row.Published);
    }

    private static void Table(List<ClaimRow> rows)
    {
        Table table = Screen.Table("id", "claim", "who → whom", "when", "place", "told by");
        table.Columns[0].NoWrap = true;
        int letters = EventTable.ShortIds(rows.Select(r => r.Id).Distinct());
        foreach (ClaimRow row in rows)
        {
            string factuality = row.Factuality is "asserted" ? "" : $" [grey]({Screen.Plain(row.Factuality)})[/]";
            string who = row.Initiators is null && row.Targets is null ? "" : $"{Screen.Plain(Screen.Shortened(row.Initiators ?? "?", 60))} [grey]→[/] {Screen.Plain(Screen.Shortened(row.Targets ?? "?", 60))}";
            string kind = row.Kind == "event" ? "" : $"[grey]{row.Kind}[/] ";
            table.AddRow($"[grey]{row.Id[..letters]}[/]", kind + Screen.Plain(row.Type) + factuality, who, EventTable.Day(row.From, row.To), Screen.Plain(row.Place), Screen.Plain($"{Screen.Shortened(row.Outlet ?? "", 24)} {row.Published}".Trim()));
        }

        Screen.Out.Write(table);
    }

    private static void Write(Utf8JsonWriter json, ArticleRow row)
    {
        json.WriteString("id", row.Id);
        json.Maybe("title", row.Title);
        json.Maybe("outlet", row.Outlet);
        json.Maybe("published", row.Published);
        json.WriteString("language", row.Language);
        json.WriteNumber("characters", row.Characters);
        json.WriteNumber("claims", row.Claims);
        json.Maybe("story", row.StoryId);
        json.Maybe("edition", row.Edition);
        json.WriteString("page", row.PageName);
        json.Maybe("address", row.Address);
    }

    private static void Table(List<ArticleRow> rows)
    {
        Table table = Screen.Table("published", "title", "outlet", "edition", "claims", "id");
        table.Columns[0].NoWrap = true;
        table.Columns[^1].NoWrap = true;
        table.Columns[4].Alignment = Justify.Right;
        int letters = EventTable.ShortIds(rows.Select(r => r.Id));
        foreach (ArticleRow row in rows)
        {
            string language = row.Language == "en" ? "" : $" [grey]({Screen.Plain(row.Language)})[/]";
            table.AddRow(row.Published ?? "", Screen.Plain(row.Title ?? row.PageName) + language, Screen.Plain(row.Outlet), Screen.Plain(row.Edition), Screen.Number(row.Claims), $"[grey]{row.Id[..letters]}[/]");
        }

        Screen.Out.Write(table);
    }

    private static void Write(Utf8JsonWriter json, StoryRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteNumber("editions", row.Editions);
        json.Maybe("title", row.Title);
        json.Maybe("published", row.Published);
        json.WriteString("outlets", row.Outlets);
        json.WriteNumber("events", row.Events);
    }

    private static void Table(List<StoryRow> rows)
    {
        Table table = Screen.Table("first", "title of the first edition", "editions", "outlets", "events", "id");
        table.Columns[0].NoWrap = true;
        table.Columns[^1].NoWrap = true;
        table.Columns[2].Alignment = Justify.Right;
        table.Columns[4].Alignment = Justify.Right;
        int letters = EventTable.ShortIds(rows.Select(r => r.Id));
        foreach (StoryRow row in rows)
        {
            table.AddRow(row.Published ?? "", Screen.Plain(row.Title), Screen.Number(row.Editions), Screen.Plain(row.Outlets), Screen.Number(row.Events), $"[grey]{row.Id[..letters]}[/]");
        }

        Screen.Out.Write(table);
    }

    private static void Write(Utf8JsonWriter json, ActorRow row)
    {
        json.WriteString("id", row.Id);
        json.Maybe("name", row.Name);
        json.Maybe("code", row.Code);
        json.Maybe("kind", row.Kind);
        json.WriteNumber("asInitiator", row.AsInitiator);
        json.WriteNumber("asTarget", row.AsTarget);
        json.WriteNumber("claims", row.Claims);
    }

    private static void Table(List<ActorRow> rows)
    {
        Table table = Screen.Table("actor", "id", "code", "kind", "initiator of", "target of", "claims");
        foreach (ActorRow row in rows)
        {
            table.AddRow(Screen.Plain(row.Name ?? row.Id), $"[grey]{Screen.Plain(row.Id)}[/]", Screen.Plain(row.Code), Screen.Plain(row.Kind), Screen.Number(row.AsInitiator), Screen.Number(row.AsTarget), Screen.Number(row.Claims));
        }

        for (int i = 4; i < 7; i++)
        {
            table.Columns[i].Alignment = Justify.Right;
        }

        Screen.Out.Write(table);
    }

    public static void Write(Utf8JsonWriter json, PageRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("name", row.Name);
        json.WriteString("outcome", row.Outcome);
        json.Maybe("reason", row.Reason);
        json.Maybe("detail", row.Detail);
        json.Maybe("article", row.ArticleId);
        json.WriteNumber("bytes", row.Size);
        json.WriteString("readAt", row.ReadAt);
        json.WriteNumber("sightings", row.Sightings);
        json.Maybe("address", row.Address);
        json.Maybe("record", row.Place?.RecordId);
        json.Maybe("recordAt", row.Place?.At);
        json.Maybe("capturedAt", row.Place?.CapturedAt);
    }

    private static void Table(List<PageRow> rows)
    {
        Table table = Screen.Table("page", "outcome", "why or what", "id");
        table.Columns[^1].NoWrap = true;
        int letters = EventTable.ShortIds(rows.Select(r => r.Id));
        foreach (PageRow row in rows)
        {
            string outcome = row.Reason is null || row.Reason == row.Outcome ? row.Outcome : $"{row.Outcome}: {row.Reason}";
            string what = row.Detail is not null ? Screen.Plain(row.Detail) : $"[grey]{row.ArticleId}[/]";
            table.AddRow(Screen.Plain(row.Name), Screen.Plain(outcome), what, $"[grey]{row.Id[..letters]}[/]");
        }

        Screen.Out.Write(table);
    }
}
