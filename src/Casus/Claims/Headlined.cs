using Casus.Articles;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"58 soldiers killed in night of retaliation" over a text that begins with how 58 soldiers were killed: the headline tells what its text tells, and no second happening.</summary>
internal static class Headlined
{
    public static readonly RuleId Rule = new("same.headline");

    /// <summary>A text tells what its headline says in its first sentences.</summary>
    private const int FirstSentences = 3;

    /// <summary>Fewer dead or hurt than this are told of many a happening.</summary>
    private const int Telling = 3;

    /// <returns>Pairs of a draft of the text and the one of the headline that counts the same, each text draft at most once.</returns>
    public static IEnumerable<(int Text, int Headline)> In(IReadOnlyList<Draft> drafts)
    {
        int begin = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (IsHead(drafts[i]))
            {
                continue;
            }

            begin = begin < 0 ? drafts[i].View.Analysis.Sentences.First(s => !IsHead(drafts[i].View.Analysis, s.Block)).Index : begin;
            if (drafts[i].Sentence - begin >= FirstSentences)
            {
                yield break;
            }

            for (int h = 0; h < i; h++)
            {
                if (IsHead(drafts[h]) && Tells(drafts[h], drafts[i]))
                {
                    yield return (i, h);
                    break;
                }
            }
        }
    }

    private static bool Tells(Draft head, Draft text) =>
        head.Type == text.Type && head.Composed == text.Composed && Happened(head) && Happened(text)
        && head.Tolls.Any(t => t.Min >= Telling && text.Tolls.Any(o => o.Kind == t.Kind && o.Min == t.Min && o.Max == t.Max))
        && MentionedAgain.Agree(head.Initiators, text.Initiators) && MentionedAgain.Agree(head.Victims, text.Victims);

    private static bool Happened(Draft draft) => draft.Factuality is Factuality.Asserted or Factuality.Reported;

    private static bool IsHead(Draft draft) => IsHead(draft.View.Analysis, draft.View.Sentence.Block);

    private static bool IsHead(Analysis analysis, int block) => analysis.Article.Blocks is { IsDefaultOrEmpty: false } blocks && blocks[block].Kind is BlockKind.Headline or BlockKind.Subtitle;
}
