using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>
/// All judgements with what follows from them alone. Of two that say otherwise of the same thing the later holds, whoever made it:
/// nobody has rank, everything can be withdrawn, and what different people contradict is listed.
/// </summary>
public sealed class JudgementBook
{
    private readonly FrozenDictionary<string, string> overruledBy;

    private JudgementBook(ImmutableArray<Judgement> all, FrozenDictionary<string, string> withdrawnBy, FrozenDictionary<string, string> overruledBy, ImmutableArray<JudgementContradiction> contradictions)
    {
        All = all;
        WithdrawnBy = withdrawnBy;
        this.overruledBy = overruledBy;
        Contradictions = contradictions;
        Standing = [.. all.Where(j => j.Verb != JudgementVerb.Withdraw && !withdrawnBy.ContainsKey(j.Id))];
        Effective = [.. Standing.Where(j => !overruledBy.ContainsKey(j.Id))];
    }

    public static JudgementBook Empty { get; } = Of([]);

    /// <summary>In the order of judging, withdrawals among them.</summary>
    public ImmutableArray<Judgement> All { get; }

    /// <summary>What reviewers say and have not taken back, also where a later one overrules it.</summary>
    public ImmutableArray<Judgement> Standing { get; }

    /// <summary>Those that hold.</summary>
    public ImmutableArray<Judgement> Effective { get; }

    /// <summary>For each judgement that holds no more, the withdrawal in force.</summary>
    public FrozenDictionary<string, string> WithdrawnBy { get; }

    public ImmutableArray<JudgementContradiction> Contradictions { get; }

    /// <param name="judgements">In any order.</param>
    public static JudgementBook Of(IEnumerable<Judgement> judgements)
    {
        ImmutableArray<Judgement> all = [.. judgements.OrderBy(j => j.Seq).ThenBy(j => j.Id, StringComparer.Ordinal)];
        var contradictions = ImmutableArray.CreateBuilder<JudgementContradiction>();
        FrozenDictionary<string, string> withdrawn = Withdrawals(all, contradictions);
        FrozenDictionary<string, string> overruled = Overruled(all, withdrawn, contradictions);
        contradictions.AddRange(SameCircles.Find([.. all.Where(j => j.Verb is JudgementVerb.Same or JudgementVerb.Different && !withdrawn.ContainsKey(j.Id) && !overruled.ContainsKey(j.Id))]));
        return new(all, withdrawn, overruled, contradictions.ToImmutable());
    }

    /// <summary>The state that a judgement has whatever the record holds; null for those that hold.</summary>
    public JudgementOutcome? Settled(Judgement judgement) =>
        WithdrawnBy.TryGetValue(judgement.Id, out string? by) ? new(judgement.Id, JudgementState.Withdrawn, null, by)
        : overruledBy.TryGetValue(judgement.Id, out string? later) ? new(judgement.Id, JudgementState.Overruled, null, later)
        : null;

    // From the last to the first: a withdrawal that is withdrawn itself withdraws nothing.
    private static FrozenDictionary<string, string> Withdrawals(ImmutableArray<Judgement> all, ImmutableArray<JudgementContradiction>.Builder contradictions)
    {
        Dictionary<string, long> order = all.ToDictionary(j => j.Id, j => j.Seq, StringComparer.Ordinal);
        var withdrawn = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Judgement judgement in all.Reverse())
        {
            if (judgement.Verb != JudgementVerb.Withdraw || withdrawn.ContainsKey(judgement.Id))
            {
                continue;
            }

            if (judgement.Withdraws is { } earlier && order.TryGetValue(earlier, out long seq) && seq < judgement.Seq)
            {
                withdrawn.TryAdd(earlier, judgement.Id);
            }
            else
            {
                contradictions.Add(new([judgement.Id], judgement.Id, $"{judgement.Id} withdraws {judgement.Withdraws ?? "nothing"}, which is no earlier judgement: it has no effect."));
            }
        }

        return withdrawn.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> Overruled(ImmutableArray<Judgement> all, FrozenDictionary<string, string> withdrawn, ImmutableArray<JudgementContradiction>.Builder contradictions)
    {
        var overruled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, Judgement> matter in all.Where(j => j.Verb != JudgementVerb.Withdraw && !withdrawn.ContainsKey(j.Id)).GroupBy(Matter, StringComparer.Ordinal))
        {
            Judgement[] said = [.. matter];
            Judgement holds = said[^1];
            foreach (Judgement earlier in said[..^1])
            {
                overruled.Add(earlier.Id, holds.Id);
            }

            // One who thinks better of it contradicts nobody, nor do two who say the same.
            Judgement[] rivals = [.. said[..^1].Where(j => j.By != holds.By && Saying(j) != Saying(holds)).GroupBy(j => j.By).Select(g => g.Last())];
            if (rivals.Length > 0)
            {
                contradictions.Add(new([.. rivals.Append(holds).OrderBy(j => j.Seq).Select(j => j.Id)], holds.Id, $"Of {holds.Subject.Id} {string.Join(", ", rivals.Select(r => $"{r.By} says “{Saying(r)}”"))}, {holds.By} later “{Saying(holds)}”: the later holds."));
            }
        }

        return overruled.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What a judgement is about: two of one matter cannot both hold.</summary>
    internal static string Matter(Judgement judgement) => judgement.Verb switch
    {
        JudgementVerb.Correct => $"{judgement.Subject.Id}|{judgement.Field}",
        JudgementVerb.Same or JudgementVerb.Different => string.Join('|', new[] { judgement.Subject.Id, judgement.Other?.Id ?? "" }.Order(StringComparer.Ordinal)),
        JudgementVerb.Split => $"{judgement.Subject.Id}|split|{judgement.Other?.Id}",
        _ => judgement.Subject.Id,
    };

    /// <summary>What is said of the matter, in words.</summary>
    public static string Saying(Judgement judgement) => judgement.Verb switch
    {
        JudgementVerb.Correct => $"{judgement.Field} {judgement.Value}",
        JudgementVerb.Same or JudgementVerb.Different => $"{Word(judgement.Verb)} {judgement.Other?.Id}",
        JudgementVerb.Split => $"split off {judgement.Other?.Id}",
        JudgementVerb.Withdraw => $"withdraw {judgement.Withdraws}",
        _ => Word(judgement.Verb),
    };

    private static string Word(JudgementVerb verb) => verb.ToString().ToLowerInvariant();
}
