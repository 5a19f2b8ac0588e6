namespace Casus.Claims;

/// <summary>"Three guards were injured.": a telling of nothing but harm, with no doer, means, day or place of its own, goes with the violence told beside or just before it.</summary>
internal static class Suffered
{
    public static readonly RuleId Rule = new("same.suffered");

    private const int SentencesBack = 2;

    /// <returns>Index of the draft that tells the violence; -1 when none stands near or the words set the two apart.</returns>
    public static int In(IReadOnlyList<Draft> drafts, int at, Func<int, int, bool> linked)
    {
        Draft harm = drafts[at];
        if (!OnlyHarm(harm))
        {
            return -1;
        }

        int beside = Beside(drafts, at, linked);
        if (beside != -1 || SetApart(harm))
        {
            return Math.Max(beside, -1);
        }

        int best = -1;
        for (int i = at - 1; i >= 0 && harm.Sentence - drafts[i].Sentence <= SentencesBack; i--)
        {
            Draft told = drafts[i];
            if (told.Sentence == harm.Sentence || !Violence(told) || IsDoersOwn(told, harm))
            {
                continue;
            }

            if (best >= 0 && drafts[best].Sentence != told.Sentence)
            {
                break;
            }

            if (Conflict(told, harm) && !IsRival(told, harm))
            {
                return -1;
            }

            if (Agree(told, harm) && (best < 0 || ClaimRanker.Weight(told, false) > ClaimRanker.Weight(drafts[best], false)))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The one other violence of the sentence, or the harm told before it ("killed …, and … injured"); -1 for none, -2 for several or one that the words set apart.</summary>
    private static int Beside(IReadOnlyList<Draft> drafts, int at, Func<int, int, bool> linked)
    {
        int cause = -1, harm = -1;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (i == at || drafts[i].Sentence != drafts[at].Sentence || !Violence(drafts[i]))
            {
                continue;
            }

            if (linked(i, at) || IsOfOtherStatement(drafts[i], drafts[at]) || (drafts[i].Place is { } a && drafts[at].Place is { } b && a.Evidence != b.Evidence))
            {
                return -2;
            }

            if (OnlyHarm(drafts[i]))
            {
                harm = harm < 0 ? i : harm;
            }
            else if (cause >= 0)
            {
                return -2;
            }
            else
            {
                cause = i;
            }
        }

        return cause >= 0 ? cause : SetApart(drafts[at]) ? -2 : harm < at ? harm : -1;
    }

    private static bool Violence(Draft draft) => draft is { Type: "ASSAULT", Composed: false, Factuality: Factuality.Asserted or Factuality.Reported };

    private static bool OnlyHarm(Draft draft)
    {
        if (!Violence(draft) || !draft.Initiators.IsEmpty || draft.Tolls.IsEmpty)
        {
            return false;
        }

        foreach (int token in draft.Tokens)
        {
            if (!draft.View.Lexicon.TollWords(draft.View.Lemma(token)).Any(w => w.Kind is TollKind.Killed or TollKind.Injured))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SetApart(Draft draft)
    {
        for (int i = 0; i < draft.View.Count; i++)
        {
            if (draft.View.Lexicon.In("apart-words", draft.View.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Sixteen officers were hurt, the ministry said; students said the police had beaten dozens": told behind a semicolon by others, or of what came later.</summary>
    private static bool IsOfOtherStatement(Draft told, Draft harm) =>
        harm.View.IsParted(told.Token, harm.Token) && (harm.Token < told.Token || IsDoersOwn(told, harm) || (!told.Speakers.IsEmpty && !harm.Speakers.IsEmpty && !told.Speakers.Any(a => harm.Speakers.Any(b => a.Evidence == b.Evidence))));

    /// <summary>Neither day nor place differ.</summary>
    private static bool Agree(Draft told, Draft harm) =>
        harm.Means.IsEmpty && (harm.Place is null || told.Place is { } place && place.PlaceId == harm.Place.PlaceId && place.PlaceId is not null)
        && (harm.Time?.Value is null || told.Time?.Value == harm.Time.Value);

    /// <summary>"Border guards fired after men threw stones. Two guards were hurt.": those who fired did not hurt their own.</summary>
    private static bool IsDoersOwn(Draft told, Draft harm) =>
        harm.Victims.Concat(harm.Targets).Any(v => v.Token >= 0 && told.Initiators.Any(i => i.Token >= 0 && harm.View.PartyNoun(v.Token) is { Class: "security_forces" } && told.View.Lemma(i.Token) == harm.View.Lemma(v.Token)));

    /// <summary>
    /// "Kabul said 46 people had died. | An official said 71 militants had been killed. |": another's count of the same deed, and no second one. Where the one counts soldiers and the other those they fight, each counts its own.
    /// </summary>
    private static bool IsRival(Draft told, Draft harm) =>
        !harm.Speakers.IsEmpty && !harm.Speakers.Any(p => p.OutletCited || told.Speakers.Any(o => o.Evidence == p.Evidence || (o.Resolution is { } one && p.Resolution is { } other && one.ActorId == other.ActorId)))
        && harm.View.IsVerb(harm.Token) && ClauseScope.IsPastPerfect(harm.View, harm.Token)
        && !(SideOf(told) is { } a && SideOf(harm) is { } b && a != b);

    /// <summary>"security_forces" or "militant" where all that are counted are so; null for others.</summary>
    private static string? SideOf(Draft draft)
    {
        string?[] classes = [.. draft.Victims.Concat(draft.Targets).Select(r => r.Party.Class).Distinct(StringComparer.Ordinal)];
        return classes is [{ } only] && only is "security_forces" or "militant" ? only : null;
    }

    /// <summary>Both count the same people otherwise: a finer account of part of it, or another happening.</summary>
    private static bool Conflict(Draft told, Draft harm) =>
        harm.Tolls.Any(t => TollPlacer.Held(told.Tolls, t.Kind) is >= 0 and var held && told.Tolls[held].Min != t.Min
            && !TollSum.OnTop(told.Tolls[held], t, TollPlacer.Also(harm.View, [.. harm.Tokens, .. harm.Victims.Select(v => v.Token)])));
}
