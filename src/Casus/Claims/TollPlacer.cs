using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Gives each count of people to the event it belongs to.</summary>
internal static class TollPlacer
{
    /// <param name="homeless">Counts that no draft of the sentence can own.</param>
    public static List<Draft> Place(SentenceView s, List<Draft> drafts, List<TollFound> tolls, HashSet<int> covered, out List<TollFound> homeless)
    {
        List<Draft> placed = [.. drafts];
        homeless = [];
        // What an event's own word counts goes first, and no count beside it takes its place.
        List<Toll> own = [];
        foreach (TollFound toll in tolls.Where(t => !covered.Contains(t.Token)).OrderByDescending(t => drafts.Exists(d => IsOwn(s, d, t))))
        {
            int at = Owner(s, placed, toll);
            if (at < 0)
            {
                homeless.Add(toll);
                continue;
            }

            bool its = IsOwn(s, placed[at], toll);
            placed[at] = With(placed[at], toll, its ? [] : own);
            if (its)
            {
                own.AddRange(placed[at].Tolls);
            }
        }

        return placed;
    }

    /// <summary>A draft with a count of a sentence that only continues it.</summary>
    public static Draft With(Draft draft, TollFound found) => With(draft, found, []);

    private static Draft With(Draft draft, TollFound found, List<Toll> settled)
    {
        Draft counted = Counted(draft, found, settled);
        if (found.Toll.Kind is not (TollKind.Killed or TollKind.Injured or TollKind.Abducted or TollKind.Missing) || draft.Type != "ASSAULT")
        {
            return counted;
        }

        foreach (int person in found.People)
        {
            // A bare number says how many, and nothing of who they are.
            if (found.View[person].Upos != "NUM" && PartyReader.Read(found.View, person, found.Toll.Rule) is { } party && !counted.Victims.Any(v => RoleReader.Same(v.Party, party)) && !counted.Initiators.Any(v => RoleReader.Same(v.Party, party)))
            {
                // A person counted in a later sentence has no word in this one.
                counted = counted with { Victims = counted.Victims.Add(new Role(party, ReferenceEquals(found.View, draft.View) ? person : -1)) };
            }
        }

        return counted;
    }

    /// <param name="settled">Counts that only what comes on top may change.</param>
    private static Draft Counted(Draft draft, TollFound found, List<Toll> settled)
    {
        ImmutableArray<Toll> tolls = found.OfWounds ? Healed(draft.Tolls, found.Toll) : draft.Tolls;
        int at = Held(tolls, found.Toll.Kind);
        if (at < 0)
        {
            return draft with { Tolls = tolls.Add(found.Toll) };
        }

        Toll held = tolls[at];
        if (found.Corrects)
        {
            return draft with { Tolls = tolls.SetItem(at, found.Toll) };
        }

        bool also = Also(found.View, found.People.Add(found.Token)) || (draft.View == found.View && TollSum.OfOthers(held, found.Toll));
        Toll both = TollSum.OnTop(held, found.Toll, also) ? TollSum.Of(held, found.Toll) : settled.Contains(held) ? held : TollSum.Fuller(held, found.Toll);
        return draft with { Tolls = tolls.SetItem(at, both) };
    }

    /// <summary>Those who died of their wounds are dead, and no longer among the injured.</summary>
    private static ImmutableArray<Toll> Healed(ImmutableArray<Toll> tolls, Toll dead)
    {
        int injured = Held(tolls, TollKind.Injured);
        if (injured < 0 || Held(tolls, TollKind.Killed) >= 0 || dead.Max != dead.Min || tolls[injured].Min < dead.Min)
        {
            return tolls;
        }

        Toll hurt = tolls[injured];
        return hurt.Min == dead.Min
            ? tolls.RemoveAt(injured)
            : tolls.SetItem(injured, hurt with { Min = hurt.Min - dead.Min, Max = hurt.Max - dead.Min });
    }

    public static int Held(ImmutableArray<Toll> tolls, TollKind kind)
    {
        for (int i = 0; i < tolls.Length; i++)
        {
            if (tolls[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"was also killed", "two more died": on top of those counted before.</summary>
    /// <param name="words">The word that counts, and the people; -1 among them is passed over.</param>
    public static bool Also(SentenceView s, IEnumerable<int> words)
    {
        foreach (int word in words)
        {
            foreach (int child in word < 0 ? [] : s.Children(word))
            {
                if (s.Relation(child) is "advmod" or "amod" && s.Lexicon.In("also-words", s.Lemma(child)) && !Dated(s, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"four days later one more died": a day of its own may be that of another happening.</summary>
    private static bool Dated(SentenceView s, int word)
    {
        int verb = s.IsVerb(word) ? word : s.Head(word);
        foreach (int child in verb < 0 ? [] : s.Children(verb))
        {
            if (PartyReader.InTime(s, child))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Suits(TollKind kind, string type) => kind switch
    {
        TollKind.Killed or TollKind.Injured or TollKind.Missing => type is "ASSAULT" or "PROTEST" or "COERCE",
        TollKind.Abducted => type == "ASSAULT",
        TollKind.Arrested => type == "COERCE",
        TollKind.Displaced => type is "COERCE" or "SANCTION" or "ASSAULT",
        TollKind.Expelled => type is "COERCE" or "SANCTION",
        TollKind.Mobilized => type is "MOBILIZE" or "AID" or "COOPERATE",
        TollKind.Surrendered => type == "RETREAT",
        _ => false,
    };

    /// <summary>Counted by a word of the event's own: "killed two", "shot two | dead".</summary>
    private static bool IsOwn(SentenceView s, Draft draft, TollFound toll) =>
        draft.Tokens.Contains(toll.Token) || (s.Relation(toll.Token) == "xcomp" && s[toll.Token].Upos == "ADJ" && draft.Tokens.Contains(s.Head(toll.Token)));

    /// <summary>"detained 18 people over a fire that | killed 19": whom something else killed, of which the arrest is told.</summary>
    private static bool IsOfSomethingElse(SentenceView s, TollFound toll, Draft draft)
    {
        if (draft.Type != "COERCE" || toll.Toll.Kind is not (TollKind.Killed or TollKind.Injured or TollKind.Missing))
        {
            return false;
        }

        for (int x = toll.Token; x >= 0 && !draft.Tokens.Contains(x); x = s.Head(x))
        {
            if (s.Deprel(x) == "acl:relcl" && s.Head(x) is >= 0 and var what && !s.EventNouns.Contains(what) && s.PartyNoun(s.Content(what)) is not { Kind: "person" or "group" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"beaten after visiting the house of a girl who had died": what befell somebody before, who has no part in it.</summary>
    private static bool IsPast(SentenceView s, TollFound toll, Draft draft)
    {
        int verb = toll.Token;
        return !draft.Tokens.Contains(verb) && s.IsVerb(verb) && s.Deprel(verb) == "acl:relcl" && s.Head(verb) is >= 0 and var who && !s.EventNouns.Contains(who)
            && HasPluperfect(s, verb) && !draft.Initiators.Concat(draft.Targets).Concat(draft.Victims).Any(r => r.Token == who);
    }

    private static bool HasPluperfect(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "aux" && s[child].Xpos == "VBD" && s[verb].Xpos == "VBN")
            {
                return true;
            }
        }

        return false;
    }

    private static int Owner(SentenceView s, List<Draft> drafts, TollFound toll)
    {
        int best = -1, least = int.MaxValue;
        Attribution? counting = Telling(s, toll.Token);
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            // "executed three men for an attack": the word's own event counts them, of whatever type it is.
            if (!(Suits(toll.Toll.Kind, draft.Type) || (!draft.Composed && IsOwn(s, draft, toll))) || (toll.Toll.Max == 0 && draft.Factuality == Factuality.Negated) || (draft.Composed && !draft.Tokens.Contains(toll.Token)) || IsPast(s, toll, draft) || IsOfSomethingElse(s, toll, draft) || (!draft.Tokens.Contains(toll.Token) && IsOfOtherAccount(s, draft, toll, counting)))
            {
                continue;
            }

            int distance = draft.Tokens.Min(t => s.Distance(t, toll.Token)) * 10;
            if (IsOwn(s, draft, toll))
            {
                distance = -100;
            }

            // "… came days after rebels attacked a post, killing six": a trailing participle belongs to the event before it.
            if (s[toll.Token].Xpos == "VBG" || s.Head(toll.Token) is >= 0 and var head && s[head].Xpos == "VBG" && s.Relation(head) == "advcl")
            {
                int before = draft.Tokens.Where(t => t < toll.Token).DefaultIfEmpty(-1).Max();
                distance = distance < 0 ? distance : before < 0 ? 500 : toll.Token - before;
            }

            distance += draft.Type == "ASSAULT" ? 0 : 25;
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }

    /// <summary>"Residents said 30 died, while the army insisted that only fighters had been hit": what one tells is no count of another's account.</summary>
    /// <param name="counting">Who tells the count; null where nobody is said to.</param>
    private static bool IsOfOtherAccount(SentenceView s, Draft draft, TollFound toll, Attribution? counting) =>
        counting is not null && Telling(s, draft.Token) is { } telling && counting != telling && counting.SpeakerHead != telling.SpeakerHead
            && !Holds(counting, s, draft.Token) && !Holds(telling, s, toll.Token);

    private static Attribution? Telling(SentenceView s, int token) => s.Analysis.Attributions.FirstOrDefault(a => a.Sentence == s.Index && a.SpeakerHead is not null && a.Strength != SpeechWords.Attitude && Holds(a, s, token));

    private static bool Holds(Attribution told, SentenceView s, int token) => told.Content.Any(c => c.Contains(s[token].Span));
}
