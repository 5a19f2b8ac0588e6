using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Store;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Events of a store or of a release folder as rows to compare, in the order of their ids.</summary>
internal static class DiffRows
{
    private const string EventsFile = "events.jsonl";

    private static readonly string[] IdKeys = ["id", "event_id"];

    private static readonly PublishedTable Events = PublishedTable.Find("events")!;

    public static IEnumerable<DiffRow> OfStore(CasusStore store, KnowledgeBase knowledge)
    {
        var maker = new LineMaker(knowledge);
        return new Walks(store).Events().Select(maker.Event).Select(line => new DiffRow(
            line.EventId,
            line.Type,
            Month(line.DayFrom is { } day ? Json.Day(day) : ""),
            line.Claims,
            [.. Events.Columns.Where(c => !IdKeys.Contains(c.Name)).Select(c => (c.Name, c.Cell(line)))]));
    }

    /// <exception cref="Trouble">The folder holds no events.jsonl, or a line of it cannot be read.</exception>
    public static IEnumerable<DiffRow> OfRelease(string folder)
    {
        string path = Path.Combine(folder, EventsFile);
        if (!File.Exists(path))
        {
            throw Trouble.Usage($"{folder} holds no {EventsFile}: it is no release of Casus. `casus diff` takes two stores or two release folders.");
        }

        return Ordered(File.ReadLines(path).Select((line, i) => Row(line, path, i + 1)), path);
    }

    private static IEnumerable<DiffRow> Ordered(IEnumerable<DiffRow> rows, string path)
    {
        string last = "";
        foreach (DiffRow row in rows)
        {
            if (string.CompareOrdinal(row.Id, last) <= 0)
            {
                throw Trouble.Usage($"{path} is not in the order of its ids, or has one twice ({row.Id}): it was not written by casus, or was changed since.");
            }

            last = row.Id;
            yield return row;
        }
    }

    private static DiffRow Row(string line, string path, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            (string Name, string Text)[] cells = [.. document.RootElement.EnumerateObject().Select(p => (p.Name, Text(p.Value)))];
            string Cell(params string[] names) => cells.FirstOrDefault(c => names.Contains(c.Name)).Text ?? "";
            string id = Cell(IdKeys);
            ImmutableArray<string> claims = [.. Cell("claim_ids", "claims").Split("; ", StringSplitOptions.RemoveEmptyEntries)];
            return id.Length > 0
                ? new DiffRow(id, Cell("type"), Month(Cell("day_from", "from")), claims, [.. cells.Where(c => !IdKeys.Contains(c.Name))])
                : throw Trouble.Usage($"{path}:{number}: a row without an id.");
        }
        catch (JsonException e)
        {
            throw Trouble.Usage($"{path}:{number}: {e.Message}");
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Month(string day) => day.Length >= 7 ? day[..7] : "";
}
