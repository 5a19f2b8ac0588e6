using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>What hangs on a verb of speech: who speaks, what is said, to whom.</summary>
/// <param name="Told">The one spoken to; null when nobody is named.</param>
internal sealed record SpeechFrame(int? Speaker, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content, int? Told, bool Passive, string Rule)
{
    /// <param name="frames">Letters of knowledge/cues/speech.tsv.</param>
    public static SpeechFrame Of(Sentence sentence, int verb, string frames)
    {
        int? subject = null, agent = null, patient = null, clause = null, infinitive = null, thing = null, told = null, prepositional = null, colon = null;
        bool passive = false;
        foreach (int child in sentence.Children(verb))
        {
            Token token = sentence.Tokens[child];
            switch (token.Deprel)
            {
                case "nsubj":
                    subject ??= child;
                    break;
                case "nsubj:pass" or "csubj:pass":
                    patient ??= child;
                    passive = true;
                    break;
                case "aux:pass":
                    passive = true;
                    break;
                case "obl:agent":
                    agent ??= child;
                    break;
                case "ccomp":
                    clause ??= child;
                    break;
                case "xcomp":
                    infinitive ??= child;
                    break;
                case "obj":
                    thing ??= child;
                    break;
                case "iobj":
                    told ??= child;
                    break;
                case "parataxis" when child > verb:
                    colon ??= child;
                    break;
                case "obl" when Grammar.Case(sentence, child) == "by" && passive:
                    agent ??= child;
                    break;
                case "obl" when child > verb:
                    prepositional ??= child;
                    break;
            }
        }

        // "told reporters that": the object is the one spoken to.
        if (clause is not null && thing is int heard)
        {
            told ??= heard;
        }

        int? speaker = passive ? agent : subject ?? Inherited(sentence, verb);
        Stretch cue = CueOf(sentence, verb);
        var content = new Stretch(sentence);
        string rule = "speech.clause";
        bool takes = frames.Contains('c');
        if (clause is int said && (takes || frames.Contains('q') || frames.Contains('x')))
        {
            content.With(said);
        }
        else if (infinitive is int act && (frames.Contains('x') || (frames.Contains('o') && thing is not null)))
        {
            content.With(act);
            if (thing is int object1)
            {
                content.With(object1);
            }

            rule = "speech.infinitive";
        }
        else if (passive && patient is int passed && (frames.Contains('o') || takes))
        {
            content.With(passed);
            rule = "speech.passive";
        }
        else if (thing is int object2 && frames.Contains('o'))
        {
            content.With(object2);
            Complements(sentence, verb, object2, content);
            rule = "speech.object";
        }
        else if (prepositional is int behind && frames.Contains('p') && sentence.Tokens[verb].Deprel != "parataxis")
        {
            content.With(behind);
            foreach (int below in sentence.Children(behind))
            {
                if (sentence.Tokens[below].Deprel == "case")
                {
                    content.Without(below);
                    if (below == verb + 1)
                    {
                        cue.Add(below);
                    }
                }
            }

            rule = "speech.preposition";
        }
        else if (colon is int after && takes)
        {
            content.With(after);
        }

        if (content.IsEmpty && takes && Misplaced(sentence, verb) is int lost)
        {
            content.With(lost);
            rule = "speech.clause";
        }

        if (content.IsEmpty && takes && sentence.Tokens[verb].Deprel == "parataxis" && sentence.Tokens[verb].Head >= 0)
        {
            content.With(sentence.Tokens[verb].Head).Without(verb);
            rule = "speech.parataxis";
        }

        content.Remove(verb);
        if (speaker is int who && content[who] && !passive)
        {
            content.Without(who);
        }

        return new SpeechFrame(speaker, cue.Spans(), content.Spans(), told, passive, rule);
    }

    /// <summary>A clause with "that" which the parser hung on the verb or on its object by another relation.</summary>
    private static int? Misplaced(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (child < verb)
            {
                continue;
            }

            if (sentence.Tokens[child].Deprel is "advcl" or "acl" or "parataxis" && (Marked(sentence, child, "that") || sentence.Tokens[child].Deprel == "parataxis"))
            {
                return child;
            }

            foreach (int below in sentence.Children(child))
            {
                if (below > child && sentence.Tokens[below].Deprel is "acl" or "acl:relcl" or "ccomp" or "advcl" && Marked(sentence, below, "that"))
                {
                    return below;
                }
            }
        }

        return null;
    }

    private static bool Marked(Sentence sentence, int clause, string word)
    {
        foreach (int child in sentence.Children(clause))
        {
            if (sentence.Tokens[child].Deprel == "mark" && sentence.Tokens[child].Lemma == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"of" and "as" phrases behind an object belong to what is said: "accused him of treason".</summary>
    private static void Complements(Sentence sentence, int verb, int thing, Stretch content)
    {
        foreach (int child in sentence.Children(verb))
        {
            bool complement = sentence.Tokens[child].Deprel is "obl" or "xcomp" or "advcl" && child > thing
                && (Grammar.Case(sentence, child) is "of" or "as" or "for" or "over" || Marked(sentence, child));
            if (complement)
            {
                content.With(child);
            }
        }
    }

    private static bool Marked(Sentence sentence, int clause)
    {
        foreach (int child in sentence.Children(clause))
        {
            if (sentence.Tokens[child] is { Deprel: "mark", Form: "of" or "as" or "for" or "over" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The subject of the verb above: "he came out, saying", "condemned and warned"; the noun for "a statement saying".</summary>
    private static int? Inherited(Sentence sentence, int verb)
    {
        int at = verb;
        for (int steps = 0; steps < 4; steps++)
        {
            Token token = sentence.Tokens[at];
            if (token.Head < 0)
            {
                return null;
            }

            if (token.Deprel is "acl" or "acl:relcl")
            {
                return sentence.Tokens[token.Head].Upos is "NOUN" or "PROPN" && sentence.Tokens[at].Xpos is not "VBN" ? token.Head : null;
            }

            if (token.Deprel is not ("conj" or "advcl" or "xcomp" or "parataxis"))
            {
                return null;
            }

            at = token.Head;
            foreach (int child in sentence.Children(at))
            {
                if (sentence.Tokens[child].Deprel is "nsubj" or "nsubj:pass")
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>The verb with its auxiliaries, negation and particle.</summary>
    private static Stretch CueOf(Sentence sentence, int verb)
    {
        Stretch cue = new Stretch(sentence).Add(verb);
        foreach (int child in sentence.Children(verb))
        {
            Token token = sentence.Tokens[child];
            bool before = child < verb && (token.Deprel is "aux" or "aux:pass" || (token.Deprel == "mark" && token.Upos == "PART") || (token.Deprel == "advmod" && (token.Lemma is "not" or "n't" or "never" || child == verb - 1)));
            if (before || (child > verb && token.Deprel == "compound:prt"))
            {
                cue.Add(child);
            }
        }

        return cue;
    }
}
