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
        Phrases =
        [
            .. table.Rows
                .Select(r => new SpeechPhrase(r[table.Column("phrase")].Split(' '), r[table.Column("strength")], r[table.Column("side")] == "after"))
                .OrderByDescending(p => p.Words.Length),
        ];
    }

    public ImmutableArray<SpeechPhrase> Phrases { get; }

    /// <summary>Strength and frames of a verb; null when it is none of speech.</summary>
    public (string Strength, string Frames)? Verb(string lemma) => strengths.Find(lemma) is string strength ? (strength, frames.Find(lemma)!) : null;

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
