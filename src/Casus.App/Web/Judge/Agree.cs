using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Events;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>What two reviewers or more have judged: how far they agree, and where a third has to settle it.</summary>
/// <param name="Matters">That at least two have judged.</param>
/// <param name="Events">By the id of what was judged, the event that it is now; those that are none are left out.</param>
/// <param name="Alpha">Null where it is not defined.</param>
internal sealed record Agree(ImmutableArray<JudgedMatter> Matters, ImmutableArray<PairAgreement> Pairs, double? Alpha, int Pairable, ImmutableDictionary<string, EventRow> Events)
{
    public const string Path = "/review/agreement";

    private const int Shown = 100;

    public static Agree Of(CasusStore store)
    {
        JudgementBook book = JudgementTable.Book(store);
        ReviewLabel[] labels = [.. JudgedMatter.Labels(book)];
        string[] reviewers = [.. labels.Select(l => l.Reviewer).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<JudgedMatter> matters = [.. JudgedMatter.All(book).Where(m => m.Says.Length > 1).OrderByDescending(m => m.Differs && m.Settled is null).ThenByDescending(m => m.Differs).Take(Shown)];
        Dictionary<string, JudgementOutcome> outcomes = JudgementTable.Outcomes(store);
        Dictionary<string, string> now = matters.SelectMany(m => m.Says).GroupBy(j => j.Subject.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(j => outcomes.GetValueOrDefault(j.Id)?.EventId).LastOrDefault(id => id is not null) ?? g.Key, StringComparer.Ordinal);
        Dictionary<string, EventRow> rows = new Queries(store).EventsOf(now.Values.Distinct()).ToDictionary(r => r.Id, StringComparer.Ordinal);
        (double? alpha, int pairable) = Agreement.Krippendorff(labels);
        return new(
            matters,
            [.. reviewers.SelectMany((a, i) => reviewers[(i + 1)..].Select(b => Agreement.Cohen(labels, a, b))).Where(p => p.Units > 0).OrderByDescending(p => p.Units)],
            double.IsFinite(alpha ?? 0) ? alpha : null,
            pairable,
            now.Where(n => rows.ContainsKey(n.Value)).ToImmutableDictionary(n => n.Key, n => rows[n.Value]));
    }

    public static IResult Show(ViewRequest request) => request.Show("Agreement", "/review", AgreementView.Draw(request.Read(Of), JudgeForm.Of(request, Path), JudgeForm.Made(request)));
}
