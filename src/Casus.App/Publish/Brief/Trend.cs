using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Claims;

namespace Casus.App.Publish;

/// <summary>The time of a brief beside as many days before it, and its course.</summary>
internal sealed class Trend(CasusStore store, BriefQuestion question, EventCitations cite)
{
    /// <summary>Fewer events are no course.</summary>
    private const int Drawn = 3;

    public ImmutableArray<BriefPart> Of(PickedEvents now)
    {
        if (now is not { Since: { } since, Until: { } until } || now.Dated.IsEmpty || until < since)
        {
            return [];
        }

        int days = until.DayNumber - since.DayNumber + 1;
        BriefFigure[] figure = now.Dated.Length < Drawn ? [] : [new BriefFigure(cite.Count($"{InShort.Events(now.Dated.Length)}, each on its last possible day", [.. now.Dated.Select(e => e.Told)]), TimeBars.Draw(since, until, [.. now.Dated.Select(e => (e.To!.Value, e.Told.Quad))]))];
        // Without a first day that was asked for, what lies before was never looked for.
        if (question.Filter.From is null || since.DayNumber - days < DateOnly.MinValue.DayNumber)
        {
            return [.. figure];
        }

        PickedEvents before = PickedEvents.Of(store, question with { Filter = question.Filter with { From = since.AddDays(-days), To = since.AddDays(-1) } });
        string[] names = [string.Create(CultureInfo.InvariantCulture, $"{days} days from {EventWords.Day(since)}"), string.Create(CultureInfo.InvariantCulture, $"{days} days before{(Articles(before) == "0" ? ", of which the record has no article" : "")}")];
        return
        [
            Beside(names, now, before),
            // Where the record holds nothing of the time before, or what later articles remember of it, it tells no trend.
            .. before.Dated.IsEmpty || Articles(before) == "0" ? [] : (BriefPart[])[Sentence(now, before, days)],
            .. figure,
        ];
    }

    private BriefTable Beside(string[] names, PickedEvents now, PickedEvents before) => new(
        ["", .. names],
        [
            new(["articles published, of anything", Articles(now), Articles(before)], []),
            .. Enumerable.Range(1, 4).Reverse().Select(quad => Row("events of " + QuadNames.All[quad - 1], now, before, e => e.Count(p => p.Told.Quad == quad))),
            Row("killed, at least", now, before, e => Sum(e, TollKind.Killed)),
            Row("injured, at least", now, before, e => Sum(e, TollKind.Injured)),
        ],
        Numbers: true);

    private BriefSentence Sentence(PickedEvents now, PickedEvents before, int days)
    {
        int conflict = now.Dated.Count(e => e.Told.Quad == 4), earlier = before.Dated.Count(e => e.Told.Quad == 4);
        string went = conflict == earlier ? "as many" : conflict > earlier ? "more" : "fewer";
        return cite.Count(
            string.Create(CultureInfo.InvariantCulture, $"The record holds {went} acts of material conflict{(conflict == earlier ? " as" : " than")} in the {days} days before: {Values.Number(conflict)} after {Values.Number(earlier)}, with at least {Values.Number(Sum(now.Dated, TollKind.Killed))} killed after at least {Values.Number(Sum(before.Dated, TollKind.Killed))}"),
            [.. now.Dated.Concat(before.Dated).Select(e => e.Told)]);
    }

    private static BriefRow Row(string name, PickedEvents now, PickedEvents before, Func<IReadOnlyCollection<PickedEvent>, long> count) => new([name, Values.Number(count(now.Dated)), Values.Number(count(before.Dated))], []);

    private static long Sum(IEnumerable<PickedEvent> events, TollKind kind) => events.Sum(e => e.Told.TollOf(kind)?.Min ?? 0);

    /// <summary>How much the record could know of the time at all.</summary>
    private string Articles(PickedEvents events) => store.Read(() =>
    {
        using Statement count = store.Prepare("SELECT count(*) FROM article WHERE published BETWEEN $1 AND $2");
        return Values.Number((long)count.Scalar(events.Since, events.Until)!);
    });
}
