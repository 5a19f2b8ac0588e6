using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Who a common noun with an owner is: "Pakistani soldiers" are the army, "the Iranian president" is he who is it on that day.</summary>
internal static class OwnedNouns
{
    private static readonly RuleId Owner = new("actor.noun-of-owner");
    private static readonly RuleId Country = new("actor.noun-of-country");
    private static readonly RuleId Holder = new("actor.office-holder");

    /// <param name="first">First token of the noun itself ("prime" of "the Indian prime minister").</param>
    /// <returns>The actor (null when the owner is not known) and, where it says so, the country.</returns>
    public static (Resolution? Resolution, string? Country) Resolve(ActorContext context, Sentence sentence, NounPhrase phrase, NounSense sense, int first, ActorHit? owner)
    {
        if (owner is null || context.Resolve(owner, true) is not { } resolution)
        {
            return (null, null);
        }

        Actor actor = context.Find(resolution.ActorId)!;
        (bool certain, bool past, bool narrowed) = Modifiers(context, sentence, phrase, first, owner);
        if (certain && context.Day is DateOnly day && IsDefinite(sentence, phrase)
            && context.Offices.HolderOf(actor.Kind == "government" && actor.Country is { } of ? of : actor.Id, Noun(sentence, first, phrase.Head), day) is { } holder)
        {
            return (resolution with { ActorId = holder, Rule = Holder }, context.Find(holder)!.Country);
        }

        if (actor.Kind == "person" && sense.Kind == "person" && !Grammar.IsPlural(sentence.Tokens[phrase.Head]))
        {
            // "Haftar's forces" are his side; "Haftar's son" is somebody else.
            return (null, actor.Country);
        }

        if (actor.Kind is not ("country" or "government") || actor.Country is not { } country)
        {
            return (resolution with { Rule = Owner, Antecedent = null }, actor.Country);
        }

        // "Estonian customs officers" are no soldiers.
        bool other = past || (narrowed && sense.Role is "MIL" or "COP");
        string? body = context.BodyOf(country, other ? null : sense.Role);
        return (body is null ? null : resolution with { ActorId = body, Rule = Country }, country);
    }

    /// <summary>Certain: nothing before the noun makes it another's; past: "former", "ex-"; narrowed: another noun stands before it.</summary>
    private static (bool Certain, bool Past, bool Narrowed) Modifiers(ActorContext context, Sentence sentence, NounPhrase phrase, int first, ActorHit owner)
    {
        bool certain = true, past = false, narrowed = false;
        for (int i = phrase.First; i < first; i++)
        {
            Token token = sentence.Tokens[i];
            if ((i >= owner.First && i <= owner.Last) || token.Upos is "DET" or "PART" or "PUNCT")
            {
                continue;
            }

            string? says = context.Offices.Modifies(token.Form);
            certain &= says == "qualifier";
            past |= says == "past";
            narrowed |= token.Upos is "NOUN" or "PROPN" && token.Deprel == "compound";
        }

        return (certain, past, narrowed);
    }

    /// <summary>One certain holder: no "a", no plural, nobody named beside it, and not what somebody is said to be or become.</summary>
    private static bool IsDefinite(Sentence sentence, NounPhrase phrase)
    {
        Token head = sentence.Tokens[phrase.Head];
        if (Grammar.IsPlural(head) || phrase.Last > phrase.Head || head.Deprel is "xcomp" or "appos" or "conj" or "nmod:desc")
        {
            return false;
        }

        foreach (int child in sentence.Children(phrase.Head))
        {
            Token token = sentence.Tokens[child];
            bool named = token.Upos == "PROPN" && (token.Deprel == "appos" || token.Deprel.StartsWith("flat", StringComparison.Ordinal));
            bool open = token.Deprel == "det" && token.Lemma is not ("the" or "this" or "that");
            if (named || open || token.Deprel is "cop" or "nummod")
            {
                return false;
            }
        }

        return true;
    }

    private static string Noun(Sentence sentence, int first, int head)
    {
        string noun = sentence.Tokens[head].Lemma;
        for (int i = head - 1; i >= first; i--)
        {
            bool joined = sentence.Tokens[i].Span.End == sentence.Tokens[i + 1].Span.Begin;
            noun = sentence.Tokens[i].Form + (joined ? "" : " ") + noun;
        }

        return noun;
    }
}
