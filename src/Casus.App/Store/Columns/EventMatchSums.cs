using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Casus.App.Store;

/// <summary>Events of a time and type that a match holds.</summary>
/// <param name="Time">A month, or a day; empty for what has none.</param>
internal sealed record MatchedSum(string Time, string Type, int Quad, long Events, long Killed, long Injured);

/// <summary>What overviews add up, over the events of a match.</summary>
internal static class EventMatchSums
{
    /// <summary>By the month of the first possible day and by type.</summary>
    public static List<MatchedSum> ByMonth(this EventMatch match)
    {
        ReadOnlySpan<int> firsts = match.Columns.Firsts.Cells;
        ReadOnlySpan<ushort> types = match.Columns.Types.Cells;
        var sums = new Dictionary<long, Sum>();
        for (int at = match.Marks.Next(-1); at >= 0; at = match.Marks.Next(at))
        {
            Add(sums, ((long)Month(firsts[at]) << 16) | types[at], match.Columns, at);
        }

        return [.. sums.Select(s => s.Value.Of(Word((int)(s.Key >> 16)), match.Columns.TypeWords[(int)(s.Key & ushort.MaxValue)]))];
    }

    /// <summary>By the first possible day and by quad class; what has no day is left out, and the type.</summary>
    public static List<MatchedSum> ByDay(this EventMatch match)
    {
        ReadOnlySpan<int> firsts = match.Columns.Firsts.Cells;
        ReadOnlySpan<byte> quads = match.Columns.Quads.Cells;
        var sums = new Dictionary<long, Sum>();
        for (int at = match.Marks.Next(-1); at >= 0; at = match.Marks.Next(at))
        {
            if (firsts[at] >= 0)
            {
                Add(sums, ((long)firsts[at] << 8) | quads[at], match.Columns, at);
            }
        }

        return [.. sums.Select(s => s.Value.Of(Publish.Json.Day(DateOnly.FromDayNumber((int)(s.Key >> 8))), ""))];
    }

    /// <summary>By place; what has none is left out.</summary>
    public static ImmutableArray<PlaceSum> ByPlace(this EventMatch match)
    {
        ReadOnlySpan<int> places = match.Columns.Places.Cells;
        var sums = new Dictionary<long, Sum>();
        for (int at = match.Marks.Next(-1); at >= 0; at = match.Marks.Next(at))
        {
            if (places[at] >= 0)
            {
                Add(sums, places[at], match.Columns, at);
            }
        }

        return [.. sums.Select(s => new PlaceSum(match.Columns.PlaceWords[(int)s.Key], s.Value.Quad, s.Value.Events, s.Value.Killed))];
    }

    /// <summary>Months since year 0; 0 for what has no day.</summary>
    private static int Month(int day) => day < 0 ? 0 : DateOnly.FromDayNumber(day) is var of ? (of.Year * 12) + of.Month - 1 : 0;

    private static string Word(int month) => month == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    private static void Add(Dictionary<long, Sum> sums, long key, EventColumns columns, int at)
    {
        ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum = new(Math.Max(sum.Quad, columns.Quads.Cells[at]), sum.Events + 1, sum.Killed + Math.Max(0, columns.Killed.Cells[at]), sum.Injured + Math.Max(0, columns.Injured.Cells[at]));
    }

    private readonly record struct Sum(int Quad, long Events, long Killed, long Injured)
    {
        public MatchedSum Of(string time, string type) => new(time, type, Quad, Events, Killed, Injured);
    }
}
