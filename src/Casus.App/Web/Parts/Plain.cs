using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>Figures and names as views write them.</summary>
internal static class Plain
{
    public const string Unknown = "not told", Nobody = "nobody named";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plural(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A length in a drawing.</summary>
    public static string Px(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>"assault" for ASSAULT.</summary>
    public static string Type(string type) => type.ToLowerInvariant();

    /// <summary>Who prints it; where pages do not tell, that they do not.</summary>
    public static string Outlets(StoryRow story) => string.Join(", ", story.Outlets.Split(", ").Select(o => o == "?" ? "an outlet not told" : o));

    /// <summary>An event in one line, without ids.</summary>
    public static string Says(Event told)
    {
        string who = Acts(Names(told.Initiators.Value), Names(told.Targets.Value));
        string[] rest = [Commands.EventTable.Day(Day(told.Time.Value.Earliest), Day(told.Time.Value.Latest)), Way.Isolated(told.Place?.Value.Evidence.Quote ?? ""), string.Join(", ", told.Tolls.Select(t => $"{Commands.EventTable.Bounds(t.Value.Min, t.Value.Max)} {Publish.Json.Word(t.Value.Kind)}"))];
        return string.Join(" · ", rest.Where(r => r.Length > 0).Prepend(who));
    }

    /// <summary>"who → whom", read from the left whatever letters the names have.</summary>
    public static string Acts(string who, string whom) => $"{Way.Isolated(who)} → {Way.Isolated(whom)}";

    /// <param name="length">Of both names together, about.</param>
    public static string Acts(EventRow row, int length) => Acts(Named(row.Initiators, length / 2), Named(row.Targets, length / 2));

    private static string Named(string names, int length) => names.Length > 0 ? Shortened(names, length) : Nobody;

    private static string? Day(DateOnly? day) => day is { } known ? Publish.Json.Day(known) : null;

    private static string Names(IEnumerable<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name)) is { Length: > 0 } names ? Shortened(names, 80) : Nobody;

    /// <summary>Cut at a word where it is longer.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length - 1);
        return text[..(space > length / 2 ? space : length - 1)].TrimEnd() + "…";
    }
}
