using System.Collections.Immutable;
using System.Globalization;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;
using Casus.Language;
using Casus.Tests.Corpus;

namespace Casus.Tests.Specs;

/// <summary>What the engine makes of an example's texts, as rows of named cells.</summary>
internal static class SpecRows
{
    private static readonly string[] CompleteKinds = ["event", "statistic", "story", "happening", "refused"];

    /// <summary>True where the table must hold all rows there are; false where it names some of them.</summary>
    public static bool MustBeComplete(string kind) => CompleteKinds.Contains(kind, StringComparer.Ordinal);

    public static IEnumerable<IReadOnlyDictionary<string, string>> Of(SpecExample example)
    {
        ReadOutcome[] outcomes = [.. example.Inputs.Select(Read)];
        PageRead[] read = [.. outcomes.OfType<PageRead>()];
        return example.Kind switch
        {
            "refused" => outcomes.OfType<PageRefused>().Select(r => Row(("refused", r.Why.Reason))),
            "title" => read.Select(r => ArticleRow(r.Article)),
            "block" => read.SelectMany(r => r.Article.Blocks.Select(b => Row(("block", b.Kind.ToString().ToLowerInvariant()), ("text", b.Span.Of(r.Article.Text))))),
            "sentence" => Analyses(read).SelectMany(a => a.Sentences.Select(s => Row(("sentence", s.Span.Of(a.Article.Text))))),
            "words" => Analyses(read).SelectMany(MentionRows),
            "time" => Analyses(read).SelectMany(a => a.Times.Select(t => Row(("time", t.Quote), ("value", t.Value), ("type", t.Type.ToString().ToUpperInvariant())))),
            "quantity" => Analyses(read).SelectMany(a => a.Quantities.Select(q => Row(("quantity", q.Quote), ("bounds", Bounds(q.Min, q.Max, q.Approximate)), ("unit", q.Unit ?? "–")))),
            "place" => Analyses(read).SelectMany(a => a.Places.Select(p => Row(("place", p.Quote), ("id", p.PlaceId ?? "–"), ("precision", p.Precision)))),
            "speaker" => Analyses(read).SelectMany(AttributionRows),
            "event" => Claims(read).OfType<EventClaim>().Select(EventRow),
            "statistic" => Claims(read).OfType<StatisticClaim>().Select(StatisticRow),
            "relation" => Claims(read).OfType<RelationClaim>().Select(r => Row(("relation", r.Relation), ("a", r.A.Evidence.Quote), ("b", r.B.Evidence.Quote))),
            "story" => StoryRows(example, outcomes),
            "happening" => WholeEngine.Link(read).Events.Select(HappeningRow),
            _ => throw new InvalidDataException($"{example.Name}: no rows of the kind “{example.Kind}” are known; see specs/README.md."),
        };
    }

    private static ReadOutcome Read(SpecInput input) =>
        WholeEngine.Read(input.Id, input.Text, input.Html ? PageFormat.Html : PageFormat.PlainText, new KnownFacts(Published: input.Published, Outlet: input.Outlet));

    private static IEnumerable<Analysis> Analyses(PageRead[] read) => read.Select(r => r.Reading?.Analysis).OfType<Analysis>();

    private static IEnumerable<Claim> Claims(PageRead[] read) => read.SelectMany(r => r.Reading?.Claims ?? []);

    private static Dictionary<string, string> ArticleRow(Article article) => Row(
        ("title", article.Title?.Value ?? "–"),
        ("outlet", article.Outlet?.Value ?? "–"),
        ("published", article.Published?.Value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–"),
        ("byline", article.Bylines.IsEmpty ? "–" : string.Join(", ", article.Bylines.Select(b => b.Value))));

    private static IEnumerable<IReadOnlyDictionary<string, string>> MentionRows(Analysis analysis)
    {
        var points = new CodePoints(analysis.Article.Text);
        return analysis.Mentions.Select(m => Row(
            ("words", m.Quote),
            ("begin", Number(points.FromUtf16(m.Span.Begin))),
            ("end", Number(points.FromUtf16(m.Span.End))),
            ("actor", m.Actor?.ActorId ?? "–")));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> AttributionRows(Analysis analysis)
    {
        string text = analysis.Article.Text;
        return analysis.Attributions.Select(a => Row(
            ("speaker", a.Speaker.IsEmpty ? "–" : Joined(a.Speaker, text)),
            ("cue", Joined(a.Cue, text)),
            ("content", Joined(a.Content, text)),
            ("outlet", a.OutletCited ? "yes" : "no")));
    }

    private static Dictionary<string, string> EventRow(EventClaim claim) => Row(
        ("event", claim.Type),
        ("initiator", Parties(claim.Initiators)),
        ("target", Parties(claim.Targets)),
        ("factuality", claim.Factuality.ToString().ToLowerInvariant()),
        ("speaker", claim.Speakers.IsEmpty ? "–" : string.Join(", ", claim.Speakers.Select(s => s.Evidence.Quote))),
        ("killed", TollOf(claim.Tolls, TollKind.Killed)),
        ("injured", TollOf(claim.Tolls, TollKind.Injured)),
        ("abducted", TollOf(claim.Tolls, TollKind.Abducted)),
        ("arrested", TollOf(claim.Tolls, TollKind.Arrested)),
        ("expelled", TollOf(claim.Tolls, TollKind.Expelled)),
        ("day", claim.Time.Value ?? "–"),
        ("place", claim.Place?.PlaceId ?? "–"));

    private static Dictionary<string, string> StatisticRow(StatisticClaim claim) => Row(
        ("statistic", claim.Measure),
        ("bounds", claim.Min is null && claim.Max is null ? "–" : Bounds(claim.Min, claim.Max, false)),
        ("change", claim.ChangePercent is { } c ? c.ToString("+0.##;-0.##", CultureInfo.InvariantCulture) + " %" : "–"),
        ("period", claim.Period?.Value ?? "–"),
        ("baseline", claim.Baseline?.Value ?? "–"));

    private static IEnumerable<IReadOnlyDictionary<string, string>> StoryRows(SpecExample example, ReadOutcome[] outcomes)
    {
        var names = example.Inputs.Zip(outcomes).Where(p => p.Second is PageRead)
            .ToDictionary(p => ((PageRead)p.Second).Article.Id, p => p.First.Id, StringComparer.Ordinal);
        return WholeEngine.Link(outcomes.OfType<PageRead>()).Stories.SelectMany(s => s.Editions.Select(e => Row(
            ("story", string.Join(" ", s.Editions.Select(x => names[x.ArticleId]).Order(StringComparer.Ordinal))),
            ("article", names[e.ArticleId]),
            ("edition", e.Kind),
            ("of", e.Of is { } of ? names[of] : "–"))));
    }

    private static Dictionary<string, string> HappeningRow(Event e) => Row(
        ("happening", e.Type),
        ("initiator", string.Join(" + ", e.Initiators.Value.Select(p => p.Name))),
        ("target", e.Targets.Value.IsEmpty ? "–" : string.Join(" + ", e.Targets.Value.Select(p => p.Name))),
        ("killed", string.Join(" / ", e.Tolls.Where(t => t.Value.Kind == TollKind.Killed).Select(t => Bounds(t.Value.Min, t.Value.Max, t.Value.Approximate)).DefaultIfEmpty("–"))),
        ("dissent", string.Join(" / ", e.Tolls.Where(t => t.Value.Kind == TollKind.Killed).SelectMany(t => t.Dissent).Select(d => d.Value).DefaultIfEmpty("–"))),
        ("articles", Number(e.Articles.Length)),
        ("stories", Number(e.Stories.Length)),
        ("accounts", Number(e.Accounts.Length)));

    private static string TollOf(ImmutableArray<Toll> tolls, TollKind kind)
    {
        Toll? toll = tolls.FirstOrDefault(t => t.Kind == kind);
        return toll is null ? "–" : Bounds(toll.Min, toll.Max, toll.Approximate);
    }

    /// <summary>"46", "46+" for at least, "≤20" for at most, "10–12"; "~" before an approximate one.</summary>
    private static string Bounds(double? min, double? max, bool approximate)
    {
        string text = (min, max) switch
        {
            (null, { } b) => "≤" + Number(b),
            ({ } a, null) => Number(a) + "+",
            ({ } a, { } b) when a == b => Number(a),
            ({ } a, { } b) => Number(a) + "–" + Number(b),
            _ => "–",
        };
        return approximate ? "~" + text : text;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Joined(ImmutableArray<TextSpan> spans, string text) => string.Join(" … ", spans.Select(s => s.Of(text)));

    private static string Parties(ImmutableArray<Party> parties) =>
        parties.IsEmpty ? "–" : string.Join(" + ", parties.Select(p => p.Evidence.Quote));

    private static Dictionary<string, string> Row(params ReadOnlySpan<(string Column, string Value)> cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string column, string value) in cells)
        {
            row.Add(column, value);
        }

        return row;
    }
}
