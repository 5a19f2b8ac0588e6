using Casus.Language;

namespace Casus.Claims;

/// <summary>What names a party further right behind its phrase: its short form in brackets, the name behind a title or the post behind a name, a name that the tree hangs elsewhere.</summary>
internal static class NamedFurther
{
    private const int LongestPost = 14;

    /// <summary>The phrase with what names it further.</summary>
    public static TextSpan Cover(SentenceView s, int token, TextSpan phrase)
    {
        int next = s.TokensIn(phrase).To;
        next = Name(s, token, ref phrase, next);
        next = ShortForm(s, ref phrase, next);
        Post(s, token, ref phrase, next);
        return phrase;
    }

    /// <summary>"the envoy | Ilo Brandt", "Omar | Sesay": a name with no sign before it that the tree has lost.</summary>
    private static int Name(SentenceView s, int token, ref TextSpan phrase, int next)
    {
        if (next >= s.Count || next < 1 || s[next].Upos != "PROPN" || !char.IsUpper(s[next].Form[0]) || s[next - 1].Upos == "PUNCT" || !phrase.Contains(s[next - 1].Span))
        {
            return next;
        }

        bool split = s[token].Upos == "PROPN" && next == token + 1 && s.Head(next) == s.Head(token) && s.Deprel(next) == s.Deprel(token) && s.MentionAt(token)?.Actor is null;
        bool behind = s.PartyNoun(next - 1) is { Kind: "person" } && s.MentionOver(next) is { Kind: MentionKind.Person } person && s.TokensIn(person.Span).From == next && next - 1 == token;
        if (!split && !behind)
        {
            return next;
        }

        int last = next;
        while (last + 1 < s.Count && s[last + 1].Upos == "PROPN" && s.Relation(last + 1) == "flat")
        {
            last++;
        }

        phrase = phrase.Cover(s[last].Span);
        return last + 1;
    }

    /// <summary>"the National Congress (NC)".</summary>
    private static int ShortForm(SentenceView s, ref TextSpan phrase, int next)
    {
        if (next + 2 >= s.Count || s[next].Form != "(" || s[next + 2].Form != ")" || !IsShort(s[next + 1].Form))
        {
            return next;
        }

        phrase = phrase.Cover(s[next + 2].Span);
        return next + 3;
    }

    private static bool IsShort(string form)
    {
        int capitals = 0;
        foreach (char c in form)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2 && capitals * 2 >= form.Length;
    }

    /// <summary>"the Palestinian president, Mahmoud Abbas", "Ana Ruiz, head of the union", "a little-known group, the Ahrar Brigade": the same person or body, between signs.</summary>
    private static void Post(SentenceView s, int token, ref TextSpan phrase, int next)
    {
        if (next + 1 >= s.Count || s[next].Form != ",")
        {
            return;
        }

        foreach (int child in s.Children(token))
        {
            if (child <= next || s.Relation(child) != "appos" || !(OnePerson(s, token, child) || OneGroup(s, token, child)))
            {
                continue;
            }

            TextSpan post = PartyReader.Phrase(s, child);
            (int from, int to) = s.TokensIn(post);
            if (from == next + 1 && to - from <= LongestPost && (to >= s.Count || s[to].Upos == "PUNCT"))
            {
                phrase = phrase.Cover(post);
            }

            return;
        }
    }

    private static bool OnePerson(SentenceView s, int a, int b) =>
        (IsName(s, a) && s[b].Upos == "NOUN" && s.PartyNoun(b) is { Kind: "person" }) || (IsName(s, b) && s[a].Upos == "NOUN" && s.PartyNoun(a) is { Kind: "person" });

    /// <summary>"a group nobody had heard of, | the Ahrar Brigade |, said": a name that no list knows.</summary>
    private static bool OneGroup(SentenceView s, int noun, int name) =>
        s[noun].Upos == "NOUN" && s[name].Upos == "PROPN" && (s.Lexicon.In("band", s.Lemma(noun)) || s.PartyNoun(noun) is { Kind: "group" }) && s.MentionAt(name) is { Actor: null, Provisional: not null };

    private static bool IsName(SentenceView s, int token) =>
        s[token].Upos == "PROPN" && s.PartyNoun(token) is null && (s.MentionAt(token)?.Kind is MentionKind.Person || (s.MentionAt(token) is null && s.Child(token, "flat") >= 0));
}
