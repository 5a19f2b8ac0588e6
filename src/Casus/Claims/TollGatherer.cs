using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>What an article counts of one happening in several places, and who answers for it, is brought together on the telling that leads.</summary>
internal static class TollGatherer
{
    /// <param name="same">Pairs of drafts that tell of one happening.</param>
    /// <param name="again">Which drafts only speak of one told elsewhere.</param>
    public static void Gather(List<Draft> drafts, IReadOnlyList<(int From, int To)> same, bool[] again)
    {
        if (same.Count == 0)
        {
            return;
        }

        int[] root = [.. Enumerable.Range(0, drafts.Count)];
        foreach ((int from, int to) in same)
        {
            (int a, int b) = (Root(root, from), Root(root, to));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        foreach (IGrouping<int, int> group in Enumerable.Range(0, drafts.Count).GroupBy(i => Root(root, i)).Where(g => g.Skip(1).Any()))
        {
            int lead = group.MaxBy(i => ClaimRanker.Weight(drafts[i], again[i]));
            foreach (int other in group.Where(i => i != lead).OrderBy(i => drafts[i].Sentence).ThenBy(i => drafts[i].Token))
            {
                Bring(drafts, lead, other);
            }
        }
    }

    private static int Root(int[] root, int at)
    {
        while (root[at] != at)
        {
            at = root[at];
        }

        return at;
    }

    private static void Bring(List<Draft> drafts, int lead, int other)
    {
        if (drafts[lead].Responsibility is null && drafts[other].Responsibility is { } responsibility)
        {
            drafts[lead] = drafts[lead] with { Responsibility = responsibility };
        }

        foreach (Toll toll in drafts[other].Tolls)
        {
            if (!TollPlacer.Suits(toll.Kind, drafts[lead].Type))
            {
                continue;
            }

            ImmutableArray<Toll> held = drafts[lead].Tolls;
            int at = TollPlacer.Held(held, toll.Kind);
            if (at >= 0 && !TollSum.OnTop(held[at], toll, TollPlacer.Also(drafts[other].View, [.. drafts[other].Tokens, .. drafts[other].Victims.Select(v => v.Token)])))
            {
                continue;
            }

            Toll whole = at < 0 ? toll : TollSum.Of(held[at], toll);
            Evidence sentence = drafts[other].View.Analysis.Article.Quote(drafts[other].View.Sentence.Span);
            drafts[lead] = drafts[lead] with
            {
                Tolls = at < 0 ? held.Add(whole) : held.SetItem(at, whole),
                MoreEvidence = drafts[other].Sentence == drafts[lead].Sentence || drafts[lead].MoreEvidence.Contains(sentence) ? drafts[lead].MoreEvidence : drafts[lead].MoreEvidence.Add(sentence),
            };
            if (at >= 0)
            {
                drafts[other] = drafts[other] with { Tolls = drafts[other].Tolls.Replace(toll, whole) };
            }
        }
    }
}
