using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Who says what, by the trained network. Safe to share among threads.</summary>
internal sealed class LearnedSpeakers(AttributionModel model, SpeechWords words, OutletNames outlets)
{
    private static readonly RuleId Rule = new("speech.learned");

    /// <summary>Margin from which a cue that no list has is believed whatever stands behind it.</summary>
    private const float Sure = 1f;

    private readonly ConcurrentBag<(AttributionRun Run, CueDecoder Decoder)> idle = [];

    /// <returns>In text order of the cues; contents of different cues do not overlap.</returns>
    public ImmutableArray<Attribution> Read(ImmutableArray<Sentence> sentences, MentionIndex index, IReadOnlyList<Passage> passages)
    {
        var read = new List<Attribution>[passages.Count];
        (AttributionRun run, CueDecoder decoder) = idle.TryTake(out (AttributionRun, CueDecoder) taken) ? taken : (new AttributionRun(model), new CueDecoder());
        foreach (int[] batch in Batches.Of([.. passages.Select(p => p.Words)]))
        {
            Passage[] together = Array.ConvertAll(batch, p => passages[p]);
            run.Encode(sentences, together);
            for (int b = 0; b < batch.Length; b++)
            {
                read[batch[b]] = [.. decoder.Read(run, sentences, together[b], b).Where(c => c.Content.Count > 0).Select(c => Of(c, sentences, together[b], index)).OfType<Attribution>()];
            }
        }

        idle.Add((run, decoder));
        return [.. read.SelectMany(r => r).Where(a => !a.Content.IsEmpty)];
    }

    /// <returns>Null for a word that no list has and behind which nothing is said or wanted: "expelled the migrants" is an act.</returns>
    private Attribution? Of(VoicedCue cue, ImmutableArray<Sentence> sentences, Passage passage, MentionIndex index)
    {
        int at = passage.SentenceOf[cue.Head], head = cue.Head - passage.Begin(at);
        string? strength = Strength(sentences[at], head, cue) ?? (SaysAClause(sentences[at], head) ? SpeechWords.Said : null);
        if (strength is null && cue.Margin < Sure && !TellsOrWants(cue, sentences, passage))
        {
            return null;
        }

        Mention? mention = null;
        int? speaker = null;
        bool isOutlet = false;
        ImmutableArray<TextSpan> who = Spans([cue.Speaker], sentences, passage);
        if (!who.IsEmpty)
        {
            int s = passage.SentenceOf[cue.Speaker.Begin], begin = passage.Begin(s), end = Math.Min(cue.Speaker.End, begin + sentences[s].Tokens.Length);
            int token = SpanHead.Of(sentences[s], cue.Speaker.Begin - begin, end - 1 - begin);
            mention = index.At(s, token);
            speaker = s == at ? token : null;
            isOutlet = outlets.IsOutlet(mention, sentences[s], token);
        }

        return new Attribution(
            at,
            who,
            speaker,
            [sentences[at].Tokens[cue.Words[0] - passage.Begin(at)].Span.Cover(sentences[at].Tokens[cue.Words[^1] - passage.Begin(at)].Span)],
            head,
            Spans(cue.Content, sentences, passage),
            strength ?? SpeechWords.Attitude,
            isOutlet,
            mention?.Actor,
            Rule);
    }

    private string? Strength(Sentence sentence, int head, VoicedCue cue)
    {
        Token token = sentence.Tokens[head];
        return words.Phrase(sentence, head - (cue.Head - cue.Words[0]))?.Strength
            ?? (token.Upos == "NOUN" ? words.Noun(token.Lemma) : null)
            ?? words.Verb(token.Lemma)?.Strength;
    }

    private static bool TellsOrWants(VoicedCue cue, ImmutableArray<Sentence> sentences, Passage passage)
    {
        foreach ((int begin, int end) in cue.Content)
        {
            for (int word = begin; word < end; word++)
            {
                int s = passage.SentenceOf[word];
                if (passage.Quoted[word] != 0 || sentences[s].Tokens[word - passage.Begin(s)].Upos == "VERB")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A verb that no list has but that governs a clause with its own subject tells it.</summary>
    private static bool SaysAClause(Sentence sentence, int head)
    {
        foreach (int child in sentence.Children(head))
        {
            if (sentence.Tokens[child].Deprel == "ccomp")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stretches of words as spans, without signs at their ends; quotation marks stay.</summary>
    private static ImmutableArray<TextSpan> Spans(IReadOnlyList<(int Begin, int End)> pieces, ImmutableArray<Sentence> sentences, Passage passage)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(pieces.Count);
        foreach ((int begin, int end) in pieces)
        {
            int first = begin, last = end - 1;
            while (first <= last && Stretch.IsEdge(At(first).Form, opening: true))
            {
                first++;
            }

            while (last >= first && Stretch.IsEdge(At(last).Form, opening: false))
            {
                last--;
            }

            if (first <= last)
            {
                spans.Add(At(first).Span.Cover(At(last).Span));
            }
        }

        return spans.ToImmutable();

        Token At(int word) => sentences[passage.SentenceOf[word]].Tokens[word - passage.Begin(passage.SentenceOf[word])];
    }
}
