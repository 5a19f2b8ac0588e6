using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"Troops killed 15 rebels in two raids. Ten of them died in Bara.": some of those counted before, and no deed beside the first.</summary>
internal static class SomeOfThem
{
    private const int SentencesBack = 2;

    /// <summary>The draft of this sentence that only tells of some, and the earlier one with them as a part of its count; null where there is none.</summary>
    public static (Draft Part, int At, Draft More)? Read(SentenceView s, IReadOnlyList<Draft> here, IReadOnlyList<Draft> before)
    {
        foreach (Draft part in here)
        {
            if (part is not { Type: "ASSAULT", Noun: false, Tolls: [var some], Victims: [{ Token: >= 0 and var number }] } || !part.Initiators.IsEmpty || s[number].Upos != "NUM" || s.Child(number, "nmod") is not (>= 0 and var them) || s.Lemma(them) is not ("they" or "them"))
            {
                continue;
            }

            for (int at = before.Count - 1; at >= 0 && s.Index - before[at].Sentence <= SentencesBack; at--)
            {
                Draft whole = before[at];
                if (whole.Type == "ASSAULT" && whole.Sentence < s.Index && TollPlacer.Held(whole.Tolls, some.Kind) is >= 0 and var held && whole.Tolls[held] is var all && all.Min > some.Min)
                {
                    TollPart counted = new(some.Evidence.Quote, some.Min, some.Max, some.Class, some.Evidence);
                    return (part, at, whole with { Tolls = whole.Tolls.SetItem(held, all with { Parts = [.. all.Parts, counted, .. some.Parts] }), MoreEvidence = whole.MoreEvidence.Add(s.Analysis.Article.Quote(s.Sentence.Span)) });
                }
            }
        }

        return null;
    }
}
