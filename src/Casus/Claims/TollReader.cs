using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>People counted by a word such as "killed", "deaths", "injured": how many, who, and at which word of the sentence.</summary>
/// <param name="OfWounds">They were hurt first and died of it.</param>
internal sealed record TollFound(SentenceView View, Toll Toll, int Token, int Counted, ImmutableArray<int> People, bool OfWounds)
{
    /// <summary>It replaces what was counted before, also a larger number.</summary>
    public bool Corrects { get; init; }

    /// <summary>Somebody counted: a number, "dozens", or nobody at all.</summary>
    public bool HasNumber => Toll.Max == 0 || People.Append(Counted).Append(Token).Any(p => p >= 0 && (View[p].Upos == "NUM" || View.QuantityAt(p) is not null || View.Child(p, "nummod") >= 0 || View.Lexicon.In("quantity-head", View.Lemma(p))));

    /// <summary>"identified one of the dead men", "mourned the death of the general and his men": harm spoken of, which is told elsewhere.</summary>
    public bool OnlyMentions => !View.IsVerb(Token) && !HasNumber;

    /// <summary>"| he | was dead"</summary>
    public bool CountsOne => Counted >= 0 && View[Counted].Xpos == "PRP" && View.Lexicon.In("one-alone", View.Lemma(Counted));
}

/// <summary>Finds the counts of people in a sentence: the words of knowledge/claims/toll.tsv, whom they count, and how many these are.</summary>
internal static class TollReader
{
    private static readonly RuleId Together = new("toll.together");

    public static List<TollFound> Read(SentenceView s)
    {
        List<TollFound> found = [];
        for (int token = 0; token < s.Count; token++)
        {
            foreach (TollWord word in s.Lexicon.TollWords(s.Lemma(token)))
            {
                if (Fits(s, token, word.Pos) && (word.Path != "in-deed" || TakenBy(s, token)) && !NoDeed.IsOfSuspects(s, token) && !found.Exists(f => f.Token == token && f.Toll.Kind == word.Kind) && One(s, token, word) is { } toll)
                {
                    found.Add(toll);
                }
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (found.Exists(other => IsTogether(s, found[i], other)) || IsWithOthers(s, found[i], found))
            {
                found[i] = found[i] with { Toll = OfBoth(found[i].Toll) };
            }
        }

        return found;
    }

    /// <summary>"60 people were | killed and wounded |": one number for two kinds of harm, of which neither is told by itself.</summary>
    private static bool IsTogether(SentenceView s, TollFound one, TollFound other) =>
        one.Token != other.Token && one.Toll.Kind != other.Toll.Kind && one.Counted == other.Counted && one.Toll.Max != 0 && one.Toll.Rule != Together
        && ((s.Relation(one.Token) == "conj" && s.Head(one.Token) == other.Token && AreApart(s, one, other, one.Token)) || (s.Relation(other.Token) == "conj" && s.Head(other.Token) == one.Token && AreApart(s, one, other, other.Token)));

    /// <summary>Who was "killed and wounded" was either; who was "abducted and killed" was both.</summary>
    private static bool AreApart(SentenceView s, TollFound one, TollFound other, int second) =>
        (one.Toll.Kind is TollKind.Killed or TollKind.Injured or TollKind.Missing && other.Toll.Kind is TollKind.Killed or TollKind.Injured or TollKind.Missing) || (s.Child(second, "cc") is >= 0 and var or && s.Lemma(or) == "or");

    /// <summary>"left 40 | dead and wounded |", where the number is read with the first of both alone.</summary>
    private static bool IsWithOthers(SentenceView s, TollFound one, List<TollFound> found)
    {
        foreach (int child in s.IsVerb(one.Token) ? [] : s.Children(one.Token))
        {
            if (s.Relation(child) == "conj" && s.Child(child, "nummod") < 0 && s.Children(child).Length <= 1 && s.Lexicon.TollWords(s.Lemma(child)).Any(w => w.Kind != one.Toll.Kind) && !found.Exists(f => f.Token == child))
            {
                return true;
            }
        }

        return false;
    }

    private static Toll OfBoth(Toll toll) => toll.Max == 1 ? toll : toll with { Min = 1, Max = toll.Max, Approximate = true, Rule = Together, Parts = [] };

    /// <summary>"took 303 children", "carried off nine herders": those whom a verb takes that counts nobody by itself.</summary>
    public static IEnumerable<TollFound> Taken(SentenceView s, IEnumerable<TriggerMatch> matches)
    {
        foreach (TriggerMatch match in matches)
        {
            // "used civilians as shields", "seized rifles" take nobody away.
            if (!match.Noun && match.Pattern.Pattern.Modes.Contains("abduct") && s.Lexicon.TollWords(s.Lemma(match.Token)).IsEmpty && !(s.Child(match.Token, "obl") is >= 0 and var use && s.HasCase(use, "as"))
                && One(s, match.Token, new TollWord("verb", TollKind.Abducted, "object")) is { } taken && (s[taken.Counted].Upos == "NUM" || s.Lexicon.In("quantity-head", s.Lemma(taken.Counted)) || s.PartyNoun(s.Content(taken.Counted)) is { Kind: "person" or "group" }))
            {
                yield return taken;
            }
        }
    }

    /// <summary>"| lost | nine soldiers in an ambush", "lost 21 citizens to attacks": the verb over a deed that took somebody's people; -1 for none.</summary>
    public static int LostIn(SentenceView s, int deed) =>
        s.Relation(deed) == "obl" && (s.HasCase(deed, "in") || s.HasCase(deed, "during") || s.HasCase(deed, "to")) && s.Head(deed) is >= 0 and var verb && s.Lexicon.TollWords(s.Lemma(verb)) is [{ Path: "in-deed" }] && s.IsVerb(verb) && !Clause.IsPassive(s, verb)
        && s.Child(verb, "obj") is >= 0 and var lost && s.PartyNoun(s.Content(lost)) is { Kind: "person" or "group" } ? verb : -1;

    private static bool TakenBy(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if ((s.Lexicon.In("generic-event", s.Lemma(child)) || s.Lexicon.In("fight-of-two", s.Lemma(child))) && LostIn(s, child) == verb)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(SentenceView s, int token, string pos) => pos switch
    {
        "verb" => s.IsVerb(token) || (s[token].Upos == "ADJ" && s[token].Xpos is "VBN" or "JJ"),
        "noun" => s.IsNoun(token),
        _ => s[token].Upos is "ADJ" or "VERB" or "ADV",
    };

    /// <summary>"two suspects in | the killing | of the priest were arrested": whom an earlier deed cost.</summary>
    private static bool IsOfSuspects(SentenceView s, int token) =>
        s.IsNoun(token) && s.Relation(token) == "nmod" && s.Case(token) is "in" or "of" or "over" && s.Head(token) is >= 0 and var suspect && s.Lemma(suspect) is "suspect" or "defendant" or "witness" or "trial" or "inquiry" or "investigation" or "case";

    /// <summary>"the | attempted | murder of the mayor": nobody's death.</summary>
    private static bool IsUnfinished(SentenceView s, int token)
    {
        foreach (int child in s.IsNoun(token) ? s.Children(token) : [])
        {
            if (s.Relation(child) == "amod" && s.Lexicon.In("unfinished", s[child].Form.ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private static TollFound? One(SentenceView s, int token, TollWord word)
    {
        int people = CountedPeople.Of(s, token, word);
        if (people < 0 || IsUnfinished(s, token) || IsOfSuspects(s, token) || IsOfThose(s, token) || IsOfMany(s, token) || (s.IsVerb(token) && FellByItself(s, token)))
        {
            // "the roof that fell and killed 15": nobody's dead.
            return null;
        }

        (string Kind, string? Class)? who = s.PartyNoun(s.Content(people));
        if (who is { Kind: "vehicle" or "facility" or "weapon" } or { Class: "property" } || (word.Kind == TollKind.Abducted && (IsOfPlaces(s, people) || IsSeized(s, token, people, who))) || (word.Kind == TollKind.Displaced && (IsArmed(s, who) || (s.Child(people, "nmod", "of") is >= 0 and var body && IsArmed(s, s.PartyNoun(body))))))
        {
            // Things are nobody, and "the gunmen fled", "members of the squad fled" count nobody who lost a home.
            return null;
        }

        bool nobody = ControlChain.Nobody(s, people);
        if (nobody || word.Path == "none")
        {
            return nobody && word.Kind is TollKind.Killed or TollKind.Injured && TollDenial.Holds(s, token) ? Nobody(s, token, word, people) : null;
        }

        // "to which the minister had fled": one who went somewhere is nobody displaced.
        return TollDenial.Denied(s, token) || (word.Kind == TollKind.Displaced && s[s.Content(people)].Xpos is "NN" or "NNP" or "PRP" && s.Child(people, "nummod") < 0 && s.PartyNoun(s.Content(people)) is not { Kind: "group" }) ? null : Sum(s, token, word, people);
    }

    private static bool IsArmed(SentenceView s, (string Kind, string? Class)? who) => who is { Class: { } armed } && s.Lexicon.In("armed-class", armed);

    /// <summary>"taking the number of | dead | in such strikes to 87": those of many deeds together.</summary>
    public static bool IsOfMany(SentenceView s, int token)
    {
        int total = s.Relation(token) == "nmod" ? s.Head(token) : token;
        if (total < 0 || !s.IsNoun(total) || s.Relation(total) != "obj" || s.Head(total) is not (>= 0 and var verb))
        {
            return false;
        }

        foreach (int at in (ReadOnlySpan<int>)[token, total, verb])
        {
            foreach (int child in s.Children(at))
            {
                if (s[child].Xpos == "NNS" && s.HasCase(child, "in") && s.Lexicon.In("deeds", s.Lemma(child)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"the canopy that fell and | killed | 16": nobody's deed.</summary>
    public static bool FellByItself(SentenceView s, int verb) =>
        Clause.DeepSubject(s, verb) is >= 0 and var fallen && s.Lexicon.In("falls-by-itself", s.Lemma(fallen));

    /// <summary>"The | dead | militants belonged to a group": who has come to harm already is no count and no deed.</summary>
    public static bool IsOfThose(SentenceView s, int token) =>
        s.Relation(token) == "amod" && s.Head(token) is >= 0 and var who && who > token && !s.Lexicon.TollWords(s.Lemma(token)).IsEmpty && s.Child(who, "nummod") < 0 && s.Child(who, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the));

    /// <summary>"seized 30 terminals", "captured Manbij": what is no word for people, beside a verb that takes things as well.</summary>
    private static bool IsSeized(SentenceView s, int token, int people, (string Kind, string? Class)? who) =>
        (s.Lemma(token) is "seize" or "capture" && s[people] is { Upos: "PROPN" } && s.MentionAt(people) is not { Kind: MentionKind.Person or MentionKind.Nationality or MentionKind.Group } && who is not { Kind: "person" or "group" }) ||
        s.Lemma(token) is "seize" or "capture" && s[s.Content(people)] is { Upos: "NOUN", Xpos: "NNS" or "NN", Lemma: not "other" } && !s.Lexicon.In("quantity-head", s.Lemma(s.Content(people))) && who is not { Kind: "person" or "group" };

    /// <summary>"seized 14 of the 17 townships": a share of places.</summary>
    private static bool IsOfPlaces(SentenceView s, int number) =>
        s[number].Upos == "NUM" && s.Child(number, "nmod") is >= 0 and var whole && s.HasCase(whole, "of") && (s.PartyNoun(whole) is { Kind: "place" or "facility" } || s.Lexicon.In("area-noun", s.Lemma(whole)));

    /// <summary>"No one was hurt", "there were no casualties": a count of nought, told.</summary>
    private static TollFound Nobody(SentenceView s, int token, TollWord word, int people)
    {
        Evidence evidence = s.Analysis.Article.Quote(PartyReader.Phrase(s, people).Cover(s[token].Span));
        return new TollFound(s, new Toll(word.Kind, 0, 0, false, evidence, null, new RuleId("toll.nobody")), token, people, [], false);
    }

    private static TollFound? Sum(SentenceView s, int token, TollWord word, int people)
    {
        bool numbersOnly = word.Path == "noun" || word.Path == "to";
        List<(int Head, HeadCount Count)> groups = [];
        foreach (int head in CountedPeople.Joined(s, token, people))
        {
            if (s.Lexicon.In("craft", s.Lemma(head)) || HeadCount.Of(s, head, numbersOnly && head == people) is not { } count || (head != people && TollDenial.Denied(s, head)))
            {
                continue;
            }

            if (groups.Count > 0 && (TollParts.InPart(s, head) || CountedPeople.Describes(s, groups[0].Head, groups[0].Count, head, count)))
            {
                // "46 people, mostly women", "six, including a child", "two men, A and B": who they were, not more of them.
                continue;
            }

            if (!groups.Exists(g => g.Count.Span.Overlaps(count.Span)))
            {
                groups.Add((count.Head, count));
            }
        }

        if (groups.Count == 0 || groups.Sum(g => g.Count.Min) is var min && min <= 0)
        {
            return null;
        }

        string text = s.Analysis.Article.Text;
        long? max = groups.Exists(g => g.Count.Max is null) ? null : groups.Sum(g => g.Count.Max);
        bool counts = word.Path != "noun" && word.Path != "to";
        string[] whom = [.. groups.Where(g => counts && s.IsNoun(s.Content(g.Head))).Select(g => TollParts.Whom(s, g.Count).Of(text))];
        ImmutableArray<TollPart> parts =
        [
            .. groups.Count > 1 ? groups.Select(g => TollParts.Part(s, g.Count)) : [],
            .. TollParts.Among(s, [.. groups.Select(g => g.Head)], token, min),
        ];
        bool several = max == 1 && CountedPeople.Plural(s, token, people);
        var toll = new Toll(
            word.Kind,
            several ? 2 : min,
            several ? null : max,
            several || groups.Exists(g => g.Count.Approximate),
            s.Analysis.Article.Quote(groups.Select(g => g.Count.Span).Aggregate((a, b) => a.Cover(b))),
            whom.Length == 0 ? null : string.Join(", ", whom),
            new RuleId("toll." + s.Lemma(token)))
        {
            Class = TollParts.ClassOf(s, groups.Select(g => g.Head)),
            Parts = parts,
        };
        return new TollFound(s, toll, token, people, [.. groups.Select(g => g.Head)], CountedPeople.OfWounds(s, token, word))
        {
            Corrects = CountedPeople.Corrects(s, token, word),
        };
    }
}
