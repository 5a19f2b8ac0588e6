using System.Collections.Immutable;
using System.Globalization;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.Tables;

/// <summary>Events → rows in the layouts of other houses. What a layout has no column for (accounts, factuality, evidence) is left out: the own tables hold it.</summary>
public sealed class LayoutMaker(KnowledgeBase knowledge)
{
    private const int MaterialConflict = 4;

    private static readonly string[] UcdpOrder = ["state-based", "non-state", "one-sided"];

    public AcledLine Acled(EventLine e)
    {
        string[]? type = Crosswalk(e).Acled.FirstOrDefault() is { } first ? Parts(first) : null;
        (double? latitude, double? longitude) = Point(e);
        int geo = e.PlacePrecision is "point" or "town" or "facility" ? 1 : e.PlacePrecision is "admin2" ? 2 : 3;
        return new(
            e.EventId, e.DayFrom, e.DayFrom?.Year, e.TimePrecision is "day" or "minute" or "hour" ? 1 : e.TimePrecision is "week" ? 2 : 3, type?[0], type?[1], First(e.Initiators), Others(e.Initiators), First(e.Targets), Others(e.Targets),
            e.Country, e.Admin1, e.Place, latitude, longitude, geo, e.Stories, Count(e.Accounts, "account"), e.KilledMin ?? 0);
    }

    /// <summary>Null for what UCDP does not count: anything but material conflict in which somebody is told to have been killed.</summary>
    public UcdpLine? Ucdp(EventLine e, Event told)
    {
        if (e.Quad != MaterialConflict || e.KilledMin is not > 0)
        {
            return null;
        }

        long[] counts = [e.KilledMin.Value, .. told.Accounts.SelectMany(a => a.Tolls).Where(t => t.Kind == Claims.TollKind.Killed).SelectMany(t => new[] { t.Min, t.Max ?? t.Min }).Select(n => (long)n)];
        ImmutableArray<string> types = Crosswalk(e).Ucdp;
        (double? latitude, double? longitude) = Point(e);
        int where = e.PlacePrecision switch
        {
            "point" or "town" or "facility" => 1,
            "admin2" => 3,
            "admin1" => 4,
            "country" => 6,
            _ => 7,
        };
        int date = e.TimePrecision switch
        {
            "minute" or "hour" or "day" => 1,
            "week" => 2,
            "month" => 4,
            _ => 5,
        };
        return new(
            e.EventId, e.DayFrom?.Year, types is [var only] ? Array.IndexOf(UcdpOrder, only) + 1 : null, Joined(e.Initiators), Joined(e.Targets), e.Stories, where, e.Place, e.Admin1, e.Country, latitude, longitude, date, e.DayFrom, e.DayTo,
            e.KilledMin.Value, counts.Min(), counts.Max());
    }

    public PloverLine Plover(EventLine e)
    {
        (double? latitude, double? longitude) = Point(e);
        return new(e.EventId, e.DayFrom, e.Type, First(e.Modes), Mode(e)?.Score ?? knowledge.Ontology.Find(e.Type)?.Score, e.Quad, Joined(e.Initiators), Joined(e.Targets), e.Place, e.Country, e.Admin1, latitude, longitude);
    }

    public GdeltLine Gdelt(EventLine e)
    {
        (double? latitude, double? longitude) = Point(e);
        return new(
            e.EventId, e.DayFrom?.ToString("yyyyMMdd", CultureInfo.InvariantCulture), Code(e.InitiatorIds), First(e.Initiators), Code(e.TargetIds), First(e.Targets), e.Cameo, e.Cameo is { Length: >= 2 } code ? code[..2] : null, e.Quad,
            Mode(e)?.Goldstein ?? knowledge.Ontology.Find(e.Type)?.Goldstein, e.Claims.Length, e.Stories, e.Articles, e.Place, latitude, longitude);
    }

    private EventMode? Mode(EventLine e) => e.Modes.IsDefaultOrEmpty ? null : knowledge.Ontology.Find(e.Type)?.Modes.FirstOrDefault(m => m.Name == e.Modes[0]);

    private Crosswalk Crosswalk(EventLine e) => Mode(e)?.Crosswalk is { Acled.IsEmpty: false } own ? own : knowledge.Ontology.Find(e.Type)?.Crosswalk ?? new([], [], []);

    /// <summary>A point only where the words say one finer than a country: no false centre.</summary>
    public static (double? Latitude, double? Longitude) Point(EventLine e) => e.PlacePrecision is null or "country" or "region" ? (null, null) : (e.Latitude, e.Longitude);

    /// <summary>"Battles/Armed clash"; a slash may also stand inside of a name: "Explosions/Remote violence/Suicide bomb".</summary>
    private static string[] Parts(string type)
    {
        int at = type.StartsWith("Explosions/", StringComparison.Ordinal) ? type.IndexOf('/', "Explosions/".Length) : type.IndexOf('/', StringComparison.Ordinal);
        return at < 0 ? [type, ""] : [type[..at], type[(at + 1)..]];
    }

    private string? Code(ImmutableArray<string> ids) => First(ids) is { } id ? knowledge.Actors.Find(id)?.Code : null;

    private static string Count(int number, string what) => number.ToString(CultureInfo.InvariantCulture) + " " + what + (number == 1 ? "" : "s");

    private static string? First(ImmutableArray<string> names) => names.IsDefaultOrEmpty ? null : names[0];

    private static string? Others(ImmutableArray<string> names) => names.IsDefaultOrEmpty || names.Length < 2 ? null : string.Join("; ", names.Skip(1));

    private static string? Joined(ImmutableArray<string> names) => names.IsDefaultOrEmpty ? null : string.Join("; ", names);
}
