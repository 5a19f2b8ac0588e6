using System.Collections.Immutable;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>All that the record tells of a pair, in the order of their ids.</summary>
internal sealed record DyadStory(Actor First, Actor Second, List<DyadMonth> Months, ImmutableArray<RelationState> Relations, ImmutableArray<TurningPoint> Turns)
{
    /// <summary>Events named for a turning point.</summary>
    private const int Named = 5;

    /// <summary>Acts that may bound what is told in words.</summary>
    private const int Bounding = 5_000;

    /// <param name="sides">Of the knowledge that the store was linked with.</param>
    public static DyadStory Of(CasusStore store, Sides sides, Actor one, Actor other, Filter filter, bool exact)
    {
        (Actor first, Actor second) = string.CompareOrdinal(one.Id, other.Id) < 0 ? (one, other) : (other, one);
        var queries = new DyadQueries(store);
        // "~" comes after every digit: a year lies within its own last month.
        string? from = filter.From is { } day ? EventMonth.Month(day) : null, to = filter.To is { } last ? EventMonth.Month(last) : null;
        List<DyadMonth> months = queries.Months(first.Id, second.Id, exact, from, to);
        var series = MonthSeries.Of(months, queries.Covered(from, to));
        ImmutableArray<CountedTurn> counted = CountedTurns.Of(series, (a, b, hostile) => queries.Moving(first.Id, second.Id, exact, a, b, hostile, Named));
        List<RelationTelling> tellings = queries.Relations(exact ? [first.Id] : sides.PartsOf(first.Id), exact ? [second.Id] : sides.PartsOf(second.Id));
        ImmutableArray<ToldTurn> told = ToldTurns.Of(tellings, queries.Acts(first.Id, second.Id, exact, Bounding));
        return new DyadStory(first, second, months, RelationStates.Of(tellings), [.. told.Where(t => IsWithin(t, filter)), .. counted]);
    }

    /// <summary>False only for a turn that lies wholly before or after the filter's time.</summary>
    public static bool IsWithin(TurningPoint turn, Filter filter)
    {
        DateOnly? first = turn.Earliest is { } earliest ? EventMonth.FirstDay(earliest) : null, last = turn.Latest is { } latest ? EventMonth.LastDay(latest) : null;
        return !(first > filter.To) && !(last < filter.From);
    }
}
