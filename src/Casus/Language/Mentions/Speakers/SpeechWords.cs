using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The words of speech in knowledge/cues.</summary>
internal sealed class SpeechWords
{
    private readonly CueWords frames;
    private readonly CueWords strengths;
    private readonly CueWords nouns;

    public SpeechWords(KnowledgeBase knowledge)
    {
        strengths = new CueWords(knowledge.Tables["cues/speech"], "strength", ignoreCase: true);
        frames = new CueWords(knowledge.Tables["cues/speech"], "frames", ignoreCase: true);
        nouns = new CueWords(knowledge.Tables["cues/speech-nouns"], "strength", ignoreCase: true);
        KnowledgeTable table = knowledge.Tables["cues/speech-phrases"];
        phrases = table.Rows
            .Select(r => new SpeechPhrase(r[table.Column("phrase")].Split(' '), r[table.Column("strength")], r[table.Column("side")] == "after"))
            .OrderByDescending(p => p.Words.Length)
            .GroupBy(p => p.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Strength of what a person thinks or wants and need not have said, and of one who says it in a word that is no entry.</summary>
    public const string Attitude = "attitude", Said = "said";

    private const string Thought = "thought";

    /// <summary>By the first word, the longest first.</summary>
    private readonly FrozenDictionary<string, ImmutableArray<SpeechPhrase>> phrases;

    /// <summary>The longest phrase that begins at the token; null when none does.</summary>
    public SpeechPhrase? Phrase(Sentence sentence, int token)
    {
        if (phrases.TryGetValue(sentence.Tokens[token].Form, out ImmutableArray<SpeechPhrase> all))
        {
            foreach (SpeechPhrase phrase in all)
            {
                if (phrase.Begins(sentence, token))
                {
                    return phrase;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the token is, or begins, a word of speech or thought of some list.</summary>
    public bool MayTell(Sentence sentence, int token) =>
        (sentence.Tokens[token].Upos == "VERB" && strengths.Has(sentence.Tokens[token].Lemma))
        || (sentence.Tokens[token].Upos == "NOUN" && nouns.Has(sentence.Tokens[token].Lemma))
        || Phrase(sentence, token) is not null;

    /// <summary>Strength and frames of a verb; null when it is none of speech.</summary>
    public (string Strength, string Frames)? Verb(string lemma) => strengths.Find(lemma) is string strength ? (strength, frames.Find(lemma)!) : null;

    /// <summary>False for what is thought, felt or wanted.</summary>
    public static bool IsSpeech(string strength) => strength is not (Attitude or Thought);

    public string? Noun(string lemma) => nouns.Find(lemma);
}

/// <param name="SpeakerAfter">False for "reportedly", which names nobody.</param>
internal sealed record SpeechPhrase(string[] Words, string Strength, bool SpeakerAfter)
{
    public bool Begins(Sentence sentence, int token)
    {
        if (token + Words.Length > sentence.Tokens.Length)
        {
            return false;
        }

        for (int i = 0; i < Words.Length; i++)
        {
            if (!sentence.Tokens[token + i].Form.Equals(Words[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
