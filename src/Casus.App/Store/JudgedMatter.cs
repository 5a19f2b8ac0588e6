using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What reviewers had before them, with what each says of it: the last that holds for them, in the order of judging.</summary>
internal sealed record JudgedMatter(string Unit, ImmutableArray<Judgement> Says)
{
    /// <summary>By the matter that was judged, the one judged last first.</summary>
    public static ImmutableArray<JudgedMatter> All(JudgementBook book) =>
    [
        .. book.Standing.GroupBy(Matter, StringComparer.Ordinal)
            .Select(g => new JudgedMatter(g.Key, [.. g.GroupBy(j => j.By, StringComparer.Ordinal).Select(r => r.Last()).OrderBy(j => j.Seq)]))
            .OrderByDescending(m => m.Says[^1].Seq),
    ];

    public static IEnumerable<ReviewLabel> Labels(JudgementBook book) => book.Standing.Select(j => new ReviewLabel(Matter(j), j.By, Label(j)));

    /// <summary>Reviewers say otherwise of it.</summary>
    public bool Differs => Says.Select(Label).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>What the last says, where two others differ and one of these agrees with it; null where it is open.</summary>
    public Judgement? Settled => Differs && Says.Length > 2 && Says[..^1].Any(j => Label(j) == Label(Says[^1])) ? Says[^1] : null;

    /// <summary>A verdict as it is compared with another.</summary>
    public static string Label(Judgement judgement) => judgement.Verb is JudgementVerb.Correct ? JudgementBook.Saying(judgement) : Json.Word(judgement.Verb);

    private static string Matter(Judgement judgement) => judgement.Subject.Id + "|" + (judgement.Verb is JudgementVerb.Same or JudgementVerb.Different ? judgement.Other!.Id : "");
}
