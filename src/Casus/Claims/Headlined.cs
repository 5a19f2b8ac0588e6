using System.Collections.Immutable;
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

    /// <summary>UTF-16 units of a first line that may be a headline, where nothing marks it as one.</summary>
    private const int LongestLine = 150;

    /// <returns>Pairs of a draft of the text and the one of the headline that tells the same, each headline draft at most once.</returns>
    public static IEnumerable<(int Text, int Headline)> In(IReadOnlyList<Draft> drafts)
    {
        int heads = 0;
        while (heads < drafts.Count && IsHead(drafts[heads]))
        {
            heads++;
        }

        if (heads == 0 || heads == drafts.Count)
        {
            yield break;
        }

        int begin = drafts[heads].View.Analysis.Sentences.First(s => !IsHead(drafts[heads].View.Analysis, s.Block)).Index;
        for (int h = 0; h < heads; h++)
        {
            if (First(drafts, heads, begin, drafts[h], Counts) is >= 0 and var counted)
            {
                yield return (counted, h);
            }
            else if (First(drafts, heads, begin, drafts[h], Says) is >= 0 and var said)
            {
                yield return (said, h);
            }
        }
    }

    /// <summary>The first draft of the text, of those from <paramref name="from"/> on, that may be what the headline tells and is so by the ground; -1: there is none.</summary>
    private static int First(IReadOnlyList<Draft> drafts, int from, int begin, Draft head, Func<Draft, Draft, bool> ground)
    {
        for (int i = from; i < drafts.Count && drafts[i].Sentence - begin < FirstSentences; i++)
        {
            if (MayBe(head, drafts[i]) && ground(head, drafts[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool MayBe(Draft head, Draft text) =>
        head.Type == text.Type && head.Composed == text.Composed && Happened(head) && Happened(text)
        && MentionedAgain.Agree(head.Initiators, text.Initiators) && MentionedAgain.Agree(head.Victims, text.Victims)
        && !MentionedAgain.Elsewhere(head, text) && !MentionedAgain.AnotherTime(head, text);

    /// <summary>Both count the same, or the headline in a round word what the text has a number for.</summary>
    private static bool Counts(Draft head, Draft text) => head.Tolls.Any(t => (t.Min >= Telling || (t.IsUncounted() && !head.Initiators.IsEmpty && !text.Initiators.IsEmpty)) && text.Tolls.Any(o => o.Kind == t.Kind && (o.Min == t.Min || (t is { Max: null, Approximate: true } && o.Min > t.Min))));

    /// <summary>The same did it to the same, or the same was done to the same; where none is named to have done it, in one place by one means.</summary>
    private static bool Says(Draft head, Draft text)
    {
        ImmutableArray<Role> struck = [.. head.Targets, .. head.Victims], hit = [.. text.Targets, .. text.Victims];
        bool doer = Shared(head.Initiators, text.Initiators), whom = Shared(struck, hit);
        return doer ? whom || struck.IsEmpty || hit.IsEmpty
            : (head.Initiators.IsEmpty || text.Initiators.IsEmpty) && SameCount(head, text) && (whom || (head.Place?.PlaceId is { } place && place == text.Place?.PlaceId && head.Modes.Any(text.Modes.Contains)));
    }

    private static bool Shared(ImmutableArray<Role> a, ImmutableArray<Role> b) => a.Any(x => b.Any(y => RoleReader.Same(x.Party, y.Party) || (x.Party.ActorId is { } id && id == y.Party.ActorId)));

    /// <summary>None of the dead, hurt and taken that both count is told in two numbers.</summary>
    private static bool SameCount(Draft a, Draft b) => !a.Tolls.IsEmpty && a.Tolls.All(t => b.Tolls.Where(o => o.Kind == t.Kind).All(o => o.Min == t.Min)) && a.Tolls.Any(t => b.Tolls.Any(o => o.Kind == t.Kind));

    private static bool Happened(Draft draft) => draft.Factuality is Factuality.Asserted or Factuality.Reported;

    private static bool IsHead(Draft draft) => IsHead(draft.View.Analysis, draft.View.Sentence.Block);

    private static bool IsHead(Analysis analysis, int block) =>
        analysis.Article.Blocks is { IsDefaultOrEmpty: false } blocks
        && (blocks[block].Kind is BlockKind.Headline or BlockKind.Subtitle || (block == 0 && blocks.Length > 1 && IsLine(blocks[0].Span.In(analysis.Article.Text))));

    /// <summary>A first line without the end of a sentence, as texts have it that nobody marked.</summary>
    private static bool IsLine(ReadOnlySpan<char> line) => line.Length is > 0 and <= LongestLine && line[^1] is not ('.' or '!' or ':' or ';' or ',') && !line.Contains('\n');
}
