namespace Casus.Language;

/// <summary>The names in a noun phrase by what they are in it.</summary>
/// <param name="Own">The name that the phrase is: it holds the head.</param>
/// <param name="InPhrase">Whose people or things the head names ("Taliban fighters").</param>
/// <param name="Behind">The same behind the head ("soldiers of the Frontier Corps").</param>
/// <param name="Person">A known person behind the head, which may be their title.</param>
internal readonly record struct PhraseHits(ActorHit? Own, ActorHit? InPhrase, ActorHit? Behind, ActorHit? Person)
{
    public static PhraseHits Of(string text, Sentence sentence, NounPhrase phrase, List<ActorHit> hits, ActorContext context, bool governs)
    {
        ActorHit? own = null, owner = null, person = null;
        foreach (ActorHit hit in hits)
        {
            if (hit.First > phrase.Last || hit.Last < phrase.First)
            {
                continue;
            }

            if (phrase.Head >= hit.First && phrase.Head <= hit.Last)
            {
                own = hit;
            }
            else if (hit.First > phrase.Head && context.First(hit).Actor.Kind == "person")
            {
                person = hit;
            }
            else if (!IsApart(text, sentence, hit, hits, context, governs))
            {
                owner = hit;
            }
        }

        return new PhraseHits(own, owner, own is null ? NounBehind(sentence, phrase, hits) : null, person);
    }

    /// <summary>An owner behind the noun: "a spokesman for the Taliban", "soldiers of the Frontier Corps".</summary>
    private static ActorHit? NounBehind(Sentence sentence, NounPhrase phrase, List<ActorHit> hits)
    {
        foreach (int below in sentence.Children(phrase.Head))
        {
            if (below < phrase.Last || !sentence.Tokens[below].Deprel.StartsWith("nmod", StringComparison.Ordinal) || Grammar.Case(sentence, below) is not ("of" or "for" or "from"))
            {
                continue;
            }

            // "the minister | of defence | of Mozambique"
            int child = below;
            foreach (int deeper in sentence.Tokens[below].Upos == "NOUN" ? sentence.Children(below) : [])
            {
                child = deeper > below && sentence.Tokens[deeper] is { Deprel: "nmod", Upos: "PROPN" } && Grammar.Case(sentence, deeper) == "of" && sentence.Tokens[below].Xpos == "NN" && !TreeShape.Has(sentence, below, (_, t) => t.Deprel == "det") ? deeper : child;
            }

            // "a group of Taliban fighters": they are whose the fighters are.
            int first = Grammar.Case(sentence, child) == "of" ? NounPhrase.Of(sentence, child).First : child;
            foreach (ActorHit hit in hits)
            {
                if (child >= hit.First && first <= hit.Last)
                {
                    return hit;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// True where a hyphen joins the name to a word that makes the head another's: "Iran-backed militias", "anti-Taliban fighters".
    /// Two names may share a head ("British-Iranian"), and a government led by somebody is theirs.
    /// </summary>
    /// <param name="governs">True where the head names a government.</param>
    private static bool IsApart(string text, Sentence sentence, ActorHit hit, List<ActorHit> hits, ActorContext context, bool governs)
    {
        if (hit.First > 0 && context.Offices.Modifies(sentence.Tokens[hit.First - 1].Form) == "apart")
        {
            return true;
        }

        int before = hit.Span.Begin - 1, after = hit.Span.End;
        if (before > 0 && IsHyphen(text[before]) && char.IsLetter(text[before - 1]) && !hits.Exists(h => h.Span.End == before))
        {
            return true;
        }

        if (after + 1 >= text.Length || !IsHyphen(text[after]) || !char.IsLetter(text[after + 1]) || hits.Exists(h => h.Span.Begin == after + 1))
        {
            return false;
        }

        int end = after + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return !(governs && context.Offices.Modifies(text[(after + 1)..end]) == "own");
    }

    private static bool IsHyphen(char c) => c is '-' or '–' or '‑';
}
