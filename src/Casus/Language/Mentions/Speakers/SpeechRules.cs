using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Reads who says what: verbs of speech with their subject and clause, quotations around them, "according to", nouns such as
/// "statement" with a clause, and "reportedly". The parts are as in PolNeAR (Newell and others 2018): speaker, cue, content.
/// </summary>
internal sealed class SpeechRules(SpeechWords words, OutletNames outlets)
{
    /// <param name="index">Says which actor a speaker is.</param>
    public ImmutableArray<Attribution> Read(ImmutableArray<Sentence> sentences, MentionIndex index, Quotations quotes)
    {
        var found = ImmutableArray.CreateBuilder<Attribution>();
        foreach (Sentence sentence in sentences)
        {
            int first = found.Count;
            for (int i = 0; i < sentence.Tokens.Length; i++)
            {
                // What the quoted say of others is theirs to say: one voice a word.
                if (!quotes.Holds(sentence, i))
                {
                    ReadWord(sentence, i, index, quotes, found);
                }
            }

            if (first == found.Count)
            {
                quotes.Continue(sentence, found);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>What one word leads in, whoever's words it is among.</summary>
    public void ReadWord(Sentence sentence, int token, MentionIndex index, Quotations quotes, ImmutableArray<Attribution>.Builder found)
    {
        ReadVerb(sentence, token, index, quotes, found);
        ReadNoun(sentence, token, index, found);
        ReadPhrase(sentence, token, index, found);
    }

    private void ReadVerb(Sentence sentence, int verb, MentionIndex index, Quotations quotes, ImmutableArray<Attribution>.Builder found)
    {
        Token token = sentence.Tokens[verb];
        if (token.Upos != "VERB" || token.Deprel is "amod" or "case" or "compound" || words.Verb(token.Lemma) is not { } speech)
        {
            return;
        }

        SpeechFrame frame = SpeechFrame.Of(sentence, verb, speech.Frames);
        ImmutableArray<TextSpan> content = frame.Content;
        string rule = frame.Rule;
        if (content.IsEmpty && speech.Frames.Contains('q') && frame.Speaker is int)
        {
            content = quotes.Beside(sentence, verb);
            rule = "speech.quotation";
        }

        if (content.IsEmpty || (frame.Speaker is null && !frame.Passive))
        {
            return;
        }

        ImmutableArray<TextSpan> speaker = frame.Speaker is int who ? Speaker(sentence, who, verb) : [];
        Mention? mention = frame.Speaker is int head ? index.At(sentence.Index, head) : null;
        ImmutableArray<TextSpan> cue = frame.Cue;
        found.Add(new Attribution(
            sentence.Index, speaker, frame.Speaker, cue, verb, content, speech.Strength, outlets.IsOutlet(mention, sentence, frame.Speaker), mention?.Actor, new RuleId(rule)));
        if (Told(sentence, found[^1], index) is { } told)
        {
            found.Add(told);
        }
    }

    /// <summary>The outlet that was told ("told the newspaper that …"), as one more voice for the same content; null where there is none.</summary>
    public Attribution? Told(Sentence sentence, Attribution attribution, MentionIndex index)
    {
        if (attribution.CueHead is not int verb || words.Verb(sentence.Tokens[verb].Lemma) is not { } speech || SpeechFrame.Of(sentence, verb, speech.Frames).Told is not int told)
        {
            return null;
        }

        Mention? outlet = index.At(sentence.Index, told);
        return outlets.IsOutlet(outlet, sentence, told)
            ? attribution with { Speaker = new Stretch(sentence).With(told).Spans(), SpeakerHead = told, Strength = "reported", OutletCited = true, Actor = outlet?.Actor, Rule = new RuleId("speech.told-outlet") }
            : null;
    }

    /// <summary>"the claim that", "their vow to", "a report by the ministry saying" (whose verb is read by itself).</summary>
    private void ReadNoun(Sentence sentence, int noun, MentionIndex index, ImmutableArray<Attribution>.Builder found)
    {
        Token token = sentence.Tokens[noun];
        if (token.Upos != "NOUN" || words.Noun(token.Lemma) is not string strength)
        {
            return;
        }

        int? clause = null, who = null;
        bool possessive = false;
        foreach (int child in sentence.Children(noun))
        {
            Token below = sentence.Tokens[child];
            if (child > noun && (below.Deprel is "ccomp" || (below.Deprel is "acl" && below.Xpos is "VB" or "VBD" or "VBZ" or "VBP" or "JJ" or "NN")))
            {
                clause ??= child;
            }
            else if (below.Deprel == "nmod:poss")
            {
                who = child;
                possessive = true;
            }
            else if (below.Deprel == "nmod" && Grammar.Case(sentence, child) is "by" or "from")
            {
                who ??= child;
            }
        }

        if (clause is not int said || (who is null && sentence.Tokens[said].Deprel != "ccomp" && !That(sentence, said)))
        {
            return;
        }

        Stretch cue = new Stretch(sentence).Add(noun);
        foreach (int child in sentence.Children(noun))
        {
            if (sentence.Tokens[child].Deprel is "amod" && child < noun && possessive)
            {
                cue.Add(child);
            }
        }

        Mention? mention = who is int head ? index.At(sentence.Index, head) : null;
        found.Add(new Attribution(
            sentence.Index,
            who is int speaker ? Speaker(sentence, speaker, noun) : [],
            who,
            cue.Spans(),
            noun,
            new Stretch(sentence).With(said).Spans(),
            strength,
            outlets.IsOutlet(mention, sentence, who),
            mention?.Actor,
            new RuleId("speech.noun")));
    }

    private static bool That(Sentence sentence, int clause)
    {
        foreach (int child in sentence.Children(clause))
        {
            if (sentence.Tokens[child] is { Deprel: "mark", Lemma: "that" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"according to", "citing", "reportedly".</summary>
    private void ReadPhrase(Sentence sentence, int token, MentionIndex index, ImmutableArray<Attribution>.Builder found)
    {
        if (words.Phrase(sentence, token) is { } phrase)
        {
            Stretch cue = new Stretch(sentence).Between(token, token + phrase.Words.Length - 1);
            int last = token + phrase.Words.Length - 1;
            if (!phrase.SpeakerAfter)
            {
                int clause = sentence.Tokens[token].Head;
                if (clause >= 0)
                {
                    found.Add(new Attribution(
                        sentence.Index, [], null, cue.Spans(), token, new Stretch(sentence).With(clause).Remove(token).Spans(), phrase.Strength, false, null, new RuleId("speech.adverb")));
                }

                return;
            }

            if (Behind(sentence, token, last) is not int who)
            {
                return;
            }

            Stretch speaker = new Stretch(sentence).With(who);
            for (int i = 0; i <= last; i++)
            {
                if (i >= token || !speaker[i])
                {
                    speaker.Remove(i);
                }
            }

            int governor = sentence.Tokens[who].Head == token ? sentence.Tokens[token].Head : sentence.Tokens[who].Head;
            int top = sentence.Tokens[who].Head == token ? token : who;
            Stretch content = governor >= 0 ? new Stretch(sentence).With(Clause(sentence, governor)).Without(top).Remove(token) : new Stretch(sentence).Between(0, Math.Max(0, token - 1));
            Mention? mention = index.At(sentence.Index, who);
            found.Add(new Attribution(
                sentence.Index, speaker.Spans(), who, cue.Spans(), token, content.Spans(), phrase.Strength, outlets.IsOutlet(mention, sentence, who), mention?.Actor, new RuleId("speech.phrase")));
            return;
        }
    }

    /// <summary>The noun that the phrase governs: its governor as a preposition, its object as a verb, else the next noun.</summary>
    private static int? Behind(Sentence sentence, int token, int last)
    {
        int head = sentence.Tokens[token].Head;
        if (head > last && sentence.Tokens[token].Deprel == "case")
        {
            return head;
        }

        foreach (int child in sentence.Children(token))
        {
            if (child > last && sentence.Tokens[child].Deprel is "obj" or "obl" or "nmod")
            {
                return child;
            }
        }

        for (int i = last + 1; i < sentence.Tokens.Length && i <= last + 8; i++)
        {
            if (NounPhrase.IsHead(sentence.Tokens[i]))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The whole clause around a word: "killed 46 people, according to" is about the killing, not the people.</summary>
    private static int Clause(Sentence sentence, int token)
    {
        for (int steps = 0; steps < 10 && sentence.Tokens[token].Head >= 0; steps++)
        {
            if (sentence.Tokens[token].Upos is "VERB" or "AUX" && sentence.Tokens[token].Deprel is not ("acl" or "xcomp" or "advcl" or "conj" or "acl:relcl"))
            {
                return token;
            }

            token = sentence.Tokens[token].Head;
        }

        return token;
    }

    private static ImmutableArray<TextSpan> Speaker(Sentence sentence, int head, int cue)
    {
        Stretch speaker = new Stretch(sentence).With(head);
        foreach (int child in sentence.Children(head))
        {
            bool inside = Inside(sentence, cue, child);
            if (inside || sentence.Tokens[child].Deprel is "parataxis" || (sentence.Tokens[child].Deprel == "case" && sentence.Tokens[child].Form is "'s" or "’s" or "'" == false && sentence.Tokens[child].Lemma != "by"))
            {
                speaker.Without(child);
            }
        }

        return speaker.Spans();
    }

    private static bool Inside(Sentence sentence, int token, int root)
    {
        for (int steps = 0; token >= 0 && steps < sentence.Tokens.Length; steps++)
        {
            if (token == root)
            {
                return true;
            }

            token = sentence.Tokens[token].Head;
        }

        return false;
    }
}
