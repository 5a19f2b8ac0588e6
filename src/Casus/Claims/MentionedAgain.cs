using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>"These air strikes", "the attack": a later telling takes who, where and when from the earlier one, as implied.</summary>
internal static class MentionedAgain
{
    private const int SentencesBack = 4;

    /// <summary>The same word again may stand further off than a general one ("the attack").</summary>
    private const int SameWordBack = 12;

    /// <summary>Days of one happening may be told a few apart.</summary>
    private const int DaysApart = 7;

    private static readonly RuleId Rule = new("same.definite");

    /// <summary>Index of the earlier draft that a draft speaks of again; -1 for one that tells something new.</summary>
    public static int Earlier(IReadOnlyList<Draft> drafts, int at)
    {
        Draft later = drafts[at];
        if (!later.Noun || !Definite(later))
        {
            return -1;
        }

        int near = -1;
        for (int i = at - 1; i >= 0 && later.Sentence - drafts[i].Sentence <= SameWordBack; i--)
        {
            Draft earlier = drafts[i];
            if (earlier.BaseType != later.BaseType || earlier.Composed != later.Composed || !IsBefore(earlier, later) || !Happened(earlier)
                || !Agree(earlier.Initiators, later.Initiators) || Opposed(earlier.Initiators, later.Initiators) || !Agree(Struck(earlier), Struck(later)) || Elsewhere(earlier, later) || AnotherTime(earlier, later) || Another(earlier, later) || IsUnlike(earlier, later))
            {
                continue;
            }

            bool close = later.Sentence - earlier.Sentence <= SentencesBack;
            if (SameWord(earlier, later) && (close ? near < 0 || Number(earlier, later) : Number(earlier, later) && near < 0))
            {
                return i;
            }

            if ((near < 0 || (HadNoDead(drafts[near]) && !HadNoDead(earlier) && later.View.Lexicon.In("slaughter", later.View.Lemma(later.Token)))) && close && !ClauseScope.IsAnswered(earlier.View, earlier.Token) && !IsOfDoers(earlier) && !StruckElsewhere(earlier, later) && (WasUsed(earlier, later) || ((later.Modes.IsEmpty || later.Modes.Any(m => earlier.Modes.Contains(m))) && later.View.Lexicon.In("generic-event", later.View.Lemma(later.Token)))))
            {
                near = i;
            }
        }

        return near;
    }

    /// <summary>"Jets struck a district. | The bombs | fell on four villages.": what it was done with.</summary>
    private static bool WasUsed(Draft earlier, Draft later) =>
        later.Type == "ASSAULT" && MeansReader.IsWeapon(later.View, later.Token) && earlier.Modes.Any(m => m is "aerial" or "explosives" or "heavy-weapons" or "drone");

    /// <summary>"The massacre" is of those whose dead were told, where there are such.</summary>
    private static bool HadNoDead(Draft draft) => !draft.Tolls.Any(t => t is { Kind: TollKind.Killed, Min: > 0 });

    /// <summary>In a sentence of its own, or behind a semicolon.</summary>
    private static bool IsBefore(Draft earlier, Draft later) =>
        earlier.Sentence < later.Sentence || (earlier.Sentence == later.Sentence && earlier.Token < later.Token && later.View.IsParted(earlier.Token, later.Token));

    /// <summary>"the attack" takes up no "attacks".</summary>
    private static bool Number(Draft earlier, Draft later) => !earlier.Noun || Plural(earlier) == Plural(later);

    private static bool Plural(Draft draft) => draft.View[draft.Token].Xpos is "NNS" or "NNPS";

    /// <summary>"All 16 attackers were killed": what became of those who did it is not what they did.</summary>
    public static bool IsOfDoers(Draft draft) =>
        !draft.Noun && draft.Initiators.IsEmpty && !draft.Victims.IsEmpty && draft.Victims.All(v => v.Token >= 0 && draft.View.Lexicon.In("doer-noun", draft.View.Lemma(v.Token)));

    /// <summary>What somebody denied is not taken up: "the raids" are those that somebody told of.</summary>
    private static bool Happened(Draft draft) => draft.Factuality is Factuality.Asserted or Factuality.Reported or Factuality.Requested or Factuality.Historical;

    /// <summary>Those struck, without lands and places, which say where.</summary>
    private static ImmutableArray<Role> Struck(Draft draft) => [.. draft.Targets.Where(r => r.Party.Kind is not ("country" or "place"))];

    /// <summary>"the attack of May 4, 2022" takes up no strike of last week.</summary>
    internal static bool AnotherTime(Draft earlier, Draft later) => Before(earlier, later) || Before(later, earlier);

    private static bool Before(Draft a, Draft b) => a.Time?.Latest is { } end && b.Time?.Earliest is { } begin && end.AddDays(DaysApart) < begin;

    /// <summary>Both tell where, and neither place holds the other.</summary>
    internal static bool Elsewhere(Draft earlier, Draft later)
    {
        if (earlier.Place?.PlaceId is not { } a || later.Place?.PlaceId is not { } b || a == b)
        {
            return false;
        }

        PlaceCatalogue places = later.View.Lexicon.Knowledge.Places;
        return places.Find(a) is { } x && places.Find(b) is { } y
            && (x.Country != y.Country
                || (x.Admin1 is not null && y.Admin1 is not null && x.Admin1 != y.Admin1)
                || (x.Admin2 is not null && y.Admin2 is not null && x.Admin2 != y.Admin2));
    }

    /// <summary>"the massacre" is no firefight, and "the raid" of somebody is not what nobody is named to have done.</summary>
    private static bool IsUnlike(Draft earlier, Draft later)
    {
        Lexicon words = later.View.Lexicon;
        string again = later.View.Lemma(later.Token), before = earlier.View.Lemma(earlier.Token);
        return (words.In("slaughter", again) && words.In("fight-of-two", before))
            || (words.In("deed-of-forces", again) && earlier.Initiators.IsEmpty && !earlier.View.Sentence.Tokens.Any(t => words.In("deed-of-forces", t.Lemma)));
    }

    /// <summary>"the airport attack" is not the one told before that has nothing to do with an airport.</summary>
    private static bool Another(Draft earlier, Draft later)
    {
        SentenceView s = later.View;
        foreach (int child in s.Children(later.Token))
        {
            if (s.Relation(child) == "compound" && s[child].Upos == "NOUN" && s.PartyNoun(child) is { Kind: "facility" or "place" or "property" or "vehicle" } && !earlier.View.Has(s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the raid on Ansongo" is not the killing told before of which no word speaks of Ansongo.</summary>
    private static bool StruckElsewhere(Draft earlier, Draft later) =>
        later.Targets.Any(r => r.Token >= 0 && r.Party.Kind == "place" && !earlier.View.Has(later.View.Lemma(r.Token))) && !(earlier.Targets.IsEmpty && earlier.Victims.IsEmpty);

    public static Draft Complete(Draft later, Draft earlier)
    {
        Draft whole = With(later, earlier);
        return whole with { Speakers = [.. whole.Speakers.Select(p => SpeakerReader.Sided(whole, p))] };
    }

    private static Draft With(Draft later, Draft earlier) => later with
    {
        // "another drone struck … condemned the attacks": a drone of nobody is nobody.
        Initiators = later.Initiators.IsEmpty ? Implied([.. earlier.Initiators.Where(r => r.Token < 0 || r.Party.ActorId is not null || !FitsRole.IsArm(earlier.View, r.Token))]) : later.Initiators,
        Targets = later.Targets.IsEmpty && later.Victims.IsEmpty ? Implied(earlier.Targets) : later.Targets,
        Time = later.Time is null || (earlier.Time is not null && NarratedTime.IsGuess(later.Time) && !NarratedTime.IsGuess(earlier.Time)) ? earlier.Time : later.Time,
        Place = earlier.Place is null || IsFiner(later, earlier) ? later.Place ?? earlier.Place : earlier.Place,
        // "the man who planned the bombing": of what has been done.
        Factuality = later.Factuality == Factuality.Planned && later.View.Head(later.Token) is >= 0 and var plan && later.View.Deprel(plan) == "acl:relcl" && later.View[plan].Xpos == "VBD" && SameWord(earlier, later) ? earlier.Factuality : later.Factuality,
        Modes = [.. later.Modes.Concat(earlier.Modes).Distinct(StringComparer.Ordinal)],
        Rules = later.Rules.Contains(Rule) ? later.Rules : later.Rules.Add(Rule),
    };

    /// <summary>"strikes in eastern Afghanistan … The bombs fell in Barmal": the place that is told later lies in the larger one told before.</summary>
    private static bool IsFiner(Draft later, Draft earlier) =>
        later.Place is { PlaceId: not null } fine && earlier.Place is { PlaceId: not null } wide && PlaceOfEvent.Coarse(fine.Precision) < PlaceOfEvent.Coarse(wide.Precision) && wide.Precision is "country" or "region" or "admin1" && !Elsewhere(earlier, later);

    public static ImmutableArray<Role> Implied(ImmutableArray<Role> roles) => [.. roles.Select(r => new Role(r.Party with { Implied = true, Rule = Rule }, -1))];

    private static bool Definite(Draft draft)
    {
        SentenceView s = draft.View;
        foreach (int child in s.Children(draft.Token))
        {
            // "denied that any attack had taken place"
            if ((s.Relation(child) == "det" && (s.Lexicon.In("definite", s.Lemma(child)) || (draft.Factuality == Factuality.Denied && s.Lemma(child) == "any"))) || (s.Deprel(child) == "nmod:poss" && !PartyReader.InTime(s, child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameWord(Draft earlier, Draft later)
    {
        string again = later.View.Lemma(later.Token);
        foreach (int token in earlier.Tokens)
        {
            if ((token == earlier.Token || earlier.View.IsNoun(token)) && Same(earlier.View.Lemma(token), again))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(string a, string b) =>
        a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)
        || (Math.Min(a.Length, b.Length) >= 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));

    public static bool Agree(ImmutableArray<Role> a, ImmutableArray<Role> b) =>
        a.IsEmpty || b.IsEmpty || a.Any(x => b.Any(y => RoleReader.Same(x.Party, y.Party) || Kin(x.Party, y.Party)));

    /// <summary>"Pakistan's military" and "Pakistani": two names of one side.</summary>
    private static bool Kin(Party a, Party b) =>
        a.ActorId is null || b.ActorId is null || (a.ActorId.Length >= 3 && b.ActorId.Length >= 3 && string.CompareOrdinal(a.ActorId, 0, b.ActorId, 0, 3) == 0 && (a.ActorId.Length == 3 || b.ActorId.Length == 3 || a.Class == b.Class));

    /// <summary>"the rebels", whoever they are, are not "the army".</summary>
    private static bool Opposed(ImmutableArray<Role> a, ImmutableArray<Role> b) => (a.Any(IsRebel) && b.Any(IsOfState)) || (b.Any(IsRebel) && a.Any(IsOfState));

    private static bool IsRebel(Role role) => role.Party is { ActorId: null, Class: "militant" };

    public static bool IsOfState(Role role) => role.Party.Class is "security_forces" or "government";
}
