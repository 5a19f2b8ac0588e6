using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Reads who says what: by the trained network where its weights are there, with what the rules find inside of other people's words;
/// else by the rules alone.
/// </summary>
public sealed class SpeakerReader
{
    private readonly SpeechWords words;
    private readonly SpeechRules rules;
    private readonly LearnedSpeakers? learned;
    private readonly bool sparing;

    /// <param name="model">Null leaves it to the rules.</param>
    /// <param name="sparing">True: only passages with quotation marks or a word of speech are shown to the model.</param>
    public SpeakerReader(KnowledgeBase knowledge, AttributionModel? model, bool sparing = false)
    {
        words = new SpeechWords(knowledge);
        var outlets = new OutletNames(knowledge);
        rules = new SpeechRules(words, outlets);
        learned = model is null ? null : new LearnedSpeakers(model, words, outlets);
        this.sparing = sparing;
    }

    /// <param name="index">Says which actor a speaker is.</param>
    /// <returns>In text order of the cues; what is told inside of a content follows it.</returns>
    public ImmutableArray<Attribution> Read(ImmutableArray<Sentence> sentences, MentionIndex index)
    {
        var quotes = new Quotations(sentences);
        ImmutableArray<Attribution> own = Own(sentences, index, quotes);
        var all = ImmutableArray.CreateBuilder<Attribution>(own.Length + 8);
        foreach (Attribution attribution in own.Where(a => !a.Content.IsEmpty && !a.Cue.IsEmpty))
        {
            int at = all.Count;
            all.Add(attribution);
            if (learned is not null && rules.Told(sentences[attribution.Sentence], attribution, index) is { } told)
            {
                all.Add(told);
            }

            foreach (Attribution inner in Inside(sentences, attribution, own, index, quotes))
            {
                all.Add(inner with { Within = at });
            }
        }

        return all.DrainToImmutable();
    }

    private ImmutableArray<Attribution> Own(ImmutableArray<Sentence> sentences, MentionIndex index, Quotations quotes)
    {
        if (learned is null)
        {
            return rules.Read(sentences, index, quotes);
        }

        List<Passage> passages = Passage.Of(sentences, quotes);
        if (sparing)
        {
            passages.RemoveAll(p => !MayTell(p, sentences));
        }

        return learned.Read(sentences, index, passages);
    }

    private bool MayTell(Passage passage, ImmutableArray<Sentence> sentences)
    {
        if (passage.Quoted.AsSpan().ContainsAnyExcept((byte)0))
        {
            return true;
        }

        for (int s = passage.First; s < passage.End; s++)
        {
            for (int t = 0; t < sentences[s].Tokens.Length; t++)
            {
                if (words.MayTell(sentences[s], t))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What the words of one voice say that others said: "the ministry said that elders had told …".</summary>
    private ImmutableArray<Attribution> Inside(ImmutableArray<Sentence> sentences, Attribution outer, ImmutableArray<Attribution> own, MentionIndex index, Quotations quotes)
    {
        var found = ImmutableArray.CreateBuilder<Attribution>();
        foreach (TextSpan content in outer.Content)
        {
            for (int s = SentenceAt(sentences, content.Begin); s < sentences.Length && sentences[s].Span.Begin < content.End; s++)
            {
                for (int t = 0; t < sentences[s].Tokens.Length; t++)
                {
                    if (content.Contains(sentences[s].Tokens[t].Span))
                    {
                        rules.ReadWord(sentences[s], t, index, quotes, found);
                    }
                }
            }
        }

        found.RemoveAll(a => a.Speaker.IsEmpty || a.Content.IsEmpty || a.Cue.IsEmpty || !SpeechWords.IsSpeech(a.Strength)
            || !a.Speaker.Concat(a.Content).All(part => outer.Content.Any(c => c.Contains(part)))
            || own.Any(o => o.Sentence == a.Sentence && o.Cue.Any(c => a.Cue.Any(c.Overlaps))));
        return found.DrainToImmutable();
    }

    private static int SentenceAt(ImmutableArray<Sentence> sentences, int position)
    {
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].Span.Begin <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
