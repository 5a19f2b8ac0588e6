using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Events as rows that people read: date · type · who → whom · place · toll · what tells it · id.</summary>
internal static class EventTable
{
    /// <summary>Under this width the type goes under the day, the place under who and whom; stories and voices are left to `explain`.</summary>
    private const int Narrow = 110;

    /// <param name="events">Shown in the order they have.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<EventRow> events)
    {
        bool narrow = console.Profile.Width < Narrow;
        Table table = narrow
            ? Screen.Table("when, what", "who → whom, where", "toll", "art.", "id")
            : Screen.Table("date", "type", "who → whom", "place", "toll", "articles", "stories", "voices", "id");
        foreach (int unbroken in narrow ? (int[])[0, 2, 3, 4] : [0, 1, 4, 5, 6, 7, 8])
        {
            table.Columns[unbroken].NoWrap = true;
        }

        foreach (int number in narrow ? (int[])[3] : [5, 6, 7])
        {
            table.Columns[number].Alignment = Justify.Right;
        }

        int letters = ShortIds(events.Select(e => e.Id));
        foreach (EventRow row in events)
        {
            string day = Day(row.From, row.To), type = Styled(row), place = Screen.Plain(row.Place), id = $"[grey]{row.Id[..letters]}[/]";
            string who = $"{Screen.Plain(Party(row.Initiators))} [grey]→[/] {Screen.Plain(Party(row.Targets))}";
            string articles = Screen.Number(row.Articles), voices = Screen.Number(row.Accounts);
            if (narrow)
            {
                table.AddRow(day.Length == 0 ? type : $"{day}\n{type}", place.Length == 0 ? who : $"{who}\n[grey]{place}[/]", Toll(row), articles, id);
            }
            else
            {
                table.AddRow(day, type, who, place, Toll(row), articles, Screen.Number(row.Stories), voices, id);
            }
        }

        console.Write(table);
    }

    /// <summary>One day, one month, one year, or the first and last day. Empty when nothing is known.</summary>
    public static string Day(string? from, string? to)
    {
        if (from is null || to is null || from == to)
        {
            return from is not null && to is null ? $"≥{from}" : from is null && to is not null ? $"≤{to}" : from ?? "";
        }

        if (from[..4] == to[..4] && from.EndsWith("-01-01", StringComparison.Ordinal) && to.EndsWith("-12-31", StringComparison.Ordinal))
        {
            return from[..4];
        }

        if (from[..7] != to[..7])
        {
            return $"{from} – {(from[..4] == to[..4] ? to[5..] : to)}";
        }

        bool wholeMonth = from.EndsWith("-01", StringComparison.Ordinal) && int.Parse(to.AsSpan(8)) == DateTime.DaysInMonth(int.Parse(to.AsSpan(0, 4)), int.Parse(to.AsSpan(5, 2)));
        return wholeMonth ? from[..7] : $"{from} – {to[8..]}";
    }

    /// <summary>Killed and injured, a line each; where neither is told, the other kinds.</summary>
    public static string Toll(EventRow row)
    {
        TollCount[] victims = [.. row.Tolls.Where(t => t.Kind is "killed" or "injured")];
        return string.Join('\n', (victims.Length > 0 ? victims : row.Tolls).Select(t => $"{Bounds(t.Min, t.Max)} {t.Kind}"));
    }

    /// <summary>"46", "3–5", "16+" where there is no upper bound.</summary>
    public static string Bounds(long min, long? max) => max == min ? Screen.Number(min) : max is { } most ? $"{Screen.Number(min)}–{Screen.Number(most)}" : $"{Screen.Number(min)}+";

    /// <summary>How many letters of these ids tell them apart; at least six, prefix included.</summary>
    public static int ShortIds(IEnumerable<string> ids)
    {
        string[] sorted = [.. ids.Order(StringComparer.Ordinal)];
        int letters = 6;
        for (int i = 1; i < sorted.Length; i++)
        {
            int same = sorted[i].AsSpan().CommonPrefixLength(sorted[i - 1]);
            letters = Math.Max(letters, same + 1);
        }

        return sorted.Length == 0 ? letters : Math.Min(letters, sorted[0].Length);
    }

    private static string Styled(EventRow row)
    {
        string type = Screen.Plain(row.Type);
        return row.Factuality is "asserted" or "reported" ? type : $"{type}\n[grey]{Screen.Plain(row.Factuality)}[/]";
    }

    private static string Party(string names) => names.Length == 0 ? "?" : Screen.Shortened(names, 80);
}
