using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The groups a count is made of, and those among it: "four policemen and three civilians", "17, among them two commanders".</summary>
internal static class TollParts
{
    /// <summary>What sort of people all of them are; null when the words do not say or name several sorts.</summary>
    public static string? ClassOf(SentenceView s, IEnumerable<int> heads)
    {
        string? only = null;
        foreach (int head in heads)
        {
            string? one = Specific(s, head);
            if (one is null || (only is not null && one != only))
            {
                return null;
            }

            only = one;
        }

        return only;
    }

    public static TollPart Part(SentenceView s, HeadCount count) =>
        new(Whom(s, count).Of(s.Analysis.Article.Text), count.Min, count.Max, Specific(s, count.Head), s.Analysis.Article.Quote(count.Span));

    /// <summary>The whole phrase of the counted people.</summary>
    public static TextSpan Whom(SentenceView s, HeadCount count) => PartyReader.Phrase(s, count.Head).Cover(count.Span);

    /// <summary>Counts in phrases such as "including two officers" that belong to one of the heads or to the clause of the count.</summary>
    /// <param name="whole">No part is larger.</param>
    public static ImmutableArray<TollPart> Among(SentenceView s, ImmutableArray<int> heads, int token, long whole)
    {
        if (heads.IsEmpty)
        {
            return [];
        }

        ImmutableArray<TollPart>.Builder? parts = null;
        for (int i = heads[0] + 1; i < s.Count; i++)
        {
            bool counts = s.Relation(i) == "nummod" && s.Head(i) > i && s.IsNoun(s.Head(i));
            if (heads.Contains(i) || counts || !s.IsNoun(i) && s[i].Upos != "NUM" || !(Includes(s, i) || AmongThem(s, i)) || !Near(s, i, heads, token))
            {
                continue;
            }

            List<int> named = [];
            RoleReader.Conjuncts(s, i, named);
            foreach (int head in named)
            {
                // A plural without a number ("27 of them women and children") says who they were.
                if (HeadCount.Of(s, head) is { Min: > 0 } count && count.Min <= whole && (count.Told || count.Max is not null) && parts?.Any(p => p.Evidence.Span!.Value.Overlaps(count.Span)) != true)
                {
                    (parts ??= ImmutableArray.CreateBuilder<TollPart>()).Add(Part(s, count));
                }
            }

            i = Math.Max(i, named.Max());
        }

        return parts?.ToImmutable() ?? [];
    }

    /// <summary>Does the word stand under "including" or the like?</summary>
    public static bool InPart(SentenceView s, int token)
    {
        for (int x = token, i = 0; x >= 0 && i < 3; x = s.Head(x), i++)
        {
            if (Includes(s, x) || (x != token && s.Lexicon.In("including", s.Lemma(x))))
            {
                return true;
            }
        }

        return AmongThem(s, token) || ListedAmong(s, token);
    }

    /// <summary>"among them five women and four children": parsers join the children to whom the list is about.</summary>
    private static bool ListedAmong(SentenceView s, int token)
    {
        for (int i = token - 1; i > 0 && s[i].Upos is not ("PUNCT" or "VERB"); i--)
        {
            if (Them(s, i - 1, i) && (i < 2 || s[i - 2].Upos is not "NUM"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Includes(SentenceView s, int word)
    {
        foreach (int child in s.Children(word))
        {
            if (s.Relation(child) is "case" or "mark" && s.Lexicon.In("including", s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"among them two commanders", "five of them children", "three of whom were children".</summary>
    private static bool AmongThem(SentenceView s, int word)
    {
        int number = s.Child(word, "nummod");
        int first = number >= 0 ? number : word;
        bool before = first >= 2 && Them(s, first - 2, first - 1);
        bool after = first + 2 < s.Count && (s[first].Upos == "NUM" || s.QuantityAt(first) is not null) && Them(s, first + 1, first + 2);
        return before || after;
    }

    private static bool Them(SentenceView s, int preposition, int pronoun) =>
        s[pronoun].Upos == "PRON" && s.Lexicon.In("those-counted", s.Lemma(pronoun)) && s[preposition].Upos == "ADP" && s.Lexicon.In("among", s.Lemma(preposition));

    /// <summary>The word hangs below one of the counted, or below the word that counts with no other such word between.</summary>
    private static bool Near(SentenceView s, int word, ImmutableArray<int> heads, int token)
    {
        for (int x = word; x >= 0; x = s.Head(x))
        {
            if (x == token || heads.Contains(x))
            {
                return true;
            }

            if (x != word && !s.Lexicon.TollWords(s.Lemma(x)).IsEmpty)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"persons" and "women" may be of any side.</summary>
    private static string? Specific(SentenceView s, int head) =>
        s.Lexicon.In("people-generic", s.Lemma(head)) ? null : PartyReader.ClassOf(s, head);
}
