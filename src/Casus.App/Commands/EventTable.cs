using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Events as rows that people read: date · type · who → whom · place · toll · accounts · id.</summary>
internal static class EventTable
{
    /// <summary>Under this width the place goes under who and whom.</summary>
    private const int Narrow = 110;

    public static void Write(IAnsiConsole console, IReadOnlyList<EventRow> events)
    {
        bool narrow = console.Profile.Width < Narrow;
        Table table = narrow
            ? Screen.Table("date", "type", "who → whom · place", "toll", "acc.", "id")
            : Screen.Table("date", "type", "who → whom", "place", "toll", "accounts", "id");
        foreach (int fixedColumn in narrow ? (int[])[0, 1, 4, 5] : [0, 1, 5, 6])
        {
            table.Columns[fixedColumn].NoWrap = true;
        }

        table.Columns[^2].Alignment = Justify.Right;
        int letters = ShortIds(events.Select(e => e.Id));
        foreach (EventRow row in events)
        {
            string type = Styled(row);
            string who = $"{Screen.Plain(Party(row.Initiators))} [grey]→[/] {Screen.Plain(Party(row.Targets))}";
            string place = Screen.Plain(row.Place);
            string accounts = Screen.Number(row.Accounts), id = $"[grey]{row.Id[..letters]}[/]";
            if (narrow)
            {
                table.AddRow(Day(row.From, row.To), type, place.Length == 0 ? who : $"{who}\n[grey]{place}[/]", Toll(row), accounts, id);
            }
            else
            {
                table.AddRow(Day(row.From, row.To), type, who, place, Toll(row), accounts, id);
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

    public static string Toll(EventRow row)
    {
        string killed = Count(row.KilledMin, row.KilledMax, "killed"), injured = Count(row.InjuredMin, row.InjuredMax, "injured");
        return killed.Length > 0 && injured.Length > 0 ? $"{killed}\n{injured}" : killed + injured;
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

    private static string Count(long? min, long? max, string what) => min is { } least ? $"{Bounds(least, max)} {what}" : "";
}
