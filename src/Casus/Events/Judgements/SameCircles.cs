using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Finds what "same" judgements make between them that no single one says: a "different" pair that they join in a chain.</summary>
internal static class SameCircles
{
    /// <param name="pairs">Judgements in force that say same or different.</param>
    public static IEnumerable<JudgementContradiction> Find(ImmutableArray<Judgement> pairs)
    {
        var ties = new Dictionary<string, List<Judgement>>(StringComparer.Ordinal);
        foreach (Judgement same in pairs.Where(j => j.Verb == JudgementVerb.Same))
        {
            Add(same.Subject.Id, same);
            Add(same.Other!.Id, same);
        }

        foreach (Judgement different in pairs.Where(j => j.Verb == JudgementVerb.Different))
        {
            if (Chain(ties, different.Subject.Id, different.Other!.Id) is { Count: > 0 } chain)
            {
                string links = string.Join(", ", chain.Select(j => $"{j.Subject.Id} is {j.Other!.Id} ({j.By})"));
                yield return new([.. chain.Append(different).OrderBy(j => j.Seq).Select(j => j.Id)], different.Id, $"{different.By} holds {different.Subject.Id} and {different.Other.Id} to be different, but other judgements join them in a circle: {links}. They stay apart.");
            }
        }

        void Add(string id, Judgement judgement)
        {
            if (!ties.TryGetValue(id, out List<Judgement>? own))
            {
                ties.Add(id, own = []);
            }

            own.Add(judgement);
        }
    }

    /// <summary>The shortest way from one to the other; null when there is none.</summary>
    private static List<Judgement>? Chain(Dictionary<string, List<Judgement>> ties, string from, string to)
    {
        var cameBy = new Dictionary<string, Judgement?>(StringComparer.Ordinal) { [from] = null };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out string? at))
        {
            if (at == to)
            {
                return Back(cameBy, to);
            }

            foreach (Judgement tie in ties.GetValueOrDefault(at) ?? [])
            {
                string end = tie.Subject.Id == at ? tie.Other!.Id : tie.Subject.Id;
                if (cameBy.TryAdd(end, tie))
                {
                    next.Enqueue(end);
                }
            }
        }

        return null;
    }

    private static List<Judgement> Back(Dictionary<string, Judgement?> cameBy, string to)
    {
        var chain = new List<Judgement>();
        for (string at = to; cameBy[at] is { } tie; at = tie.Subject.Id == at ? tie.Other!.Id : tie.Subject.Id)
        {
            chain.Add(tie);
        }

        chain.Reverse();
        return chain;
    }
}
