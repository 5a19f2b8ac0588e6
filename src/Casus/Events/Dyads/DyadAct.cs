namespace Casus.Events;

/// <summary>Who of a pair did it.</summary>
public enum DyadWay
{
    /// <summary>Both: a fight, talks, a treaty.</summary>
    Together = 0,
    FirstActs = 1,
    SecondActs = 2,
}

/// <summary>What one event adds to a pair of actors. The pair is ordered by id; an event adds once to a pair.</summary>
/// <param name="Exact">The event names both; false: it names who acts for them (<see cref="Sides"/>).</param>
/// <param name="Month">"2024-12"; "2024" or "" where the event's time is coarser (<see cref="EventMonth"/>).</param>
/// <param name="Score">PLOVER score in tenths, −100 to 100. Goldstein: Goldstein's scale in tenths; 0 where neither mode nor type has one.</param>
/// <param name="KilledMost">Null: no upper bound is told. 0 and 0 where nothing is told.</param>
public readonly record struct DyadAct(
    string First,
    string Second,
    DyadWay Way,
    bool Exact,
    string Month,
    string EventId,
    int Quad,
    int Score,
    int Goldstein,
    long Killed,
    long? KilledMost,
    long Injured,
    long? InjuredMost);

/// <summary>What passed between a pair in a month, one way.</summary>
/// <param name="Score">Sum of PLOVER scores in tenths; <paramref name="Goldstein"/> likewise.</param>
/// <param name="KilledMost">Sum of the upper bounds that are told; <paramref name="Open"/>: events whose count of killed or injured has none.</param>
public sealed record DyadMonth(
    string Month,
    DyadWay Way,
    int VerbalCooperation,
    int MaterialCooperation,
    int VerbalConflict,
    int MaterialConflict,
    long Score,
    long Goldstein,
    long Killed,
    long KilledMost,
    long Injured,
    long InjuredMost,
    int Open)
{
    public int Cooperative => VerbalCooperation + MaterialCooperation;

    public int Hostile => VerbalConflict + MaterialConflict;

    public int Events => Cooperative + Hostile;

    public static DyadMonth Nothing(string month, DyadWay way) => new(month, way, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public DyadMonth With(in DyadAct act) => this with
    {
        VerbalCooperation = VerbalCooperation + (act.Quad == 1 ? 1 : 0),
        MaterialCooperation = MaterialCooperation + (act.Quad == 2 ? 1 : 0),
        VerbalConflict = VerbalConflict + (act.Quad == 3 ? 1 : 0),
        MaterialConflict = MaterialConflict + (act.Quad == 4 ? 1 : 0),
        Score = Score + act.Score,
        Goldstein = Goldstein + act.Goldstein,
        Killed = Killed + act.Killed,
        KilledMost = KilledMost + (act.KilledMost ?? act.Killed),
        Injured = Injured + act.Injured,
        InjuredMost = InjuredMost + (act.InjuredMost ?? act.Injured),
        Open = Open + (act.KilledMost is null || act.InjuredMost is null ? 1 : 0),
    };
}
