namespace Casus.Language;

/// <summary>A cue with the words of its speaker and its content, counted in the passage; begin included, end not.</summary>
/// <param name="Words">Of the cue, rising.</param>
/// <param name="Head">The cue's governing word, counted in the passage.</param>
/// <param name="Speaker">Empty when nobody is named.</param>
/// <param name="Margin">By how much the head's score as part of a cue is above that of any other label.</param>
internal sealed record VoicedCue(int[] Words, int Head, (int Begin, int End) Speaker, List<(int Begin, int End)> Content, float Margin);

/// <summary>From the network's scores to cues with speaker and content. The working memory of one thread.</summary>
internal sealed class CueDecoder
{
    /// <summary>What a step from one cue's content into another's, or out of it, must outweigh.</summary>
    private const float Switch = 1.2f;

    /// <summary>Added to the scores of words of a cue: a cue missed costs its speaker and content too.</summary>
    private const float CueBias = 0.4f;

    private float[] none = [], speaker = [], content = [], best = [];
    private int[] from = [];

    public List<VoicedCue> Read(AttributionRun run, System.Collections.Immutable.ImmutableArray<Sentence> sentences, Passage passage, int index)
    {
        var cues = new List<VoicedCue>();
        List<int[]> words = Cues(run, sentences, passage, index);
        int n = passage.Words, k = words.Count;
        if (k == 0)
        {
            return cues;
        }

        Grow(n, k);
        var isCue = new bool[n];
        words.ForEach(w => Array.ForEach(w, i => isCue[i] = true));
        for (int i = 0; i < n; i++)
        {
            none[i] = run.Labels(run.Begin(index) + i)[AttributionShape.NoContent];
        }

        for (int c = 0; c < k; c++)
        {
            int sentence = passage.SentenceOf[words[c][0]], begin = passage.Begin(sentence);
            int head = CueSpans.Head(sentences[sentence], Array.ConvertAll(words[c], w => w - begin));
            run.Pair(sentences, passage, index, sentence, head, speaker, content.AsSpan(c * n, n));
            for (int i = 0; i < n; i++)
            {
                speaker[i] -= run.Labels(run.Begin(index) + i)[AttributionShape.NoSpeaker];
            }

            cues.Add(new(words[c], begin + head, Heaviest(isCue, n), [], Margin(run.Labels(run.Begin(index) + begin + head))));
        }

        Contents(cues, isCue, n);
        return cues;
    }

    /// <summary>Runs of words that are labelled as a cue, within a sentence.</summary>
    private static List<int[]> Cues(AttributionRun run, System.Collections.Immutable.ImmutableArray<Sentence> sentences, Passage passage, int index)
    {
        var cues = new List<int[]>();
        var current = new List<int>();
        for (int i = 0; i < passage.Words; i++)
        {
            ReadOnlySpan<float> scores = run.Labels(run.Begin(index) + i);
            bool isCue = Margin(scores) + CueBias > 0, follows = current.Count > 0 && passage.SentenceOf[current[^1]] == passage.SentenceOf[i];
            if (!isCue || !follows || scores[AttributionShape.CueBegin] > scores[AttributionShape.CueInside])
            {
                if (current.Count > 0)
                {
                    cues.Add([.. current]);
                    current.Clear();
                }

                if (!isCue)
                {
                    continue;
                }
            }

            current.Add(i);
        }

        if (current.Count > 0)
        {
            cues.Add([.. current]);
        }

        return cues;
    }

    private static float Margin(ReadOnlySpan<float> scores)
    {
        float other = scores[AttributionShape.Outside];
        for (int label = AttributionShape.CueInside + 1; label < AttributionShape.Labels; label++)
        {
            other = Math.Max(other, scores[label]);
        }

        return Math.Max(scores[AttributionShape.CueBegin], scores[AttributionShape.CueInside]) - other;
    }

    /// <summary>The stretch of words whose scores as speaker sum highest; empty when no sum is above 0.</summary>
    private (int Begin, int End) Heaviest(bool[] isCue, int n)
    {
        (int Begin, int End) heaviest = (0, 0);
        float most = 0, sum = 0;
        int begin = 0;
        for (int i = 0; i < n; i++)
        {
            if (sum <= 0 || isCue[i])
            {
                (sum, begin) = (0, i);
            }

            sum = isCue[i] ? 0 : sum + speaker[i];
            if (sum > most)
            {
                most = sum;
                heaviest = (begin, i + 1);
            }
        }

        return heaviest;
    }

    /// <summary>The best way through the words, each in the content of one cue or of none (Viterbi 1967).</summary>
    private void Contents(List<VoicedCue> cues, bool[] isCue, int n)
    {
        int k = cues.Count, states = k + 1;
        for (int i = 0; i < n; i++)
        {
            int before = 0;
            for (int s = 1; i > 0 && s < states; s++)
            {
                before = best[(i - 1) * states + s] > best[(i - 1) * states + before] ? s : before;
            }

            for (int s = 0; s < states; s++)
            {
                float score = s == k ? none[i] : isCue[i] ? -1e6f : content[s * n + i];
                float stay = i == 0 ? 0 : best[(i - 1) * states + s], change = i == 0 ? 0 : best[(i - 1) * states + before] - Switch;
                best[i * states + s] = score + Math.Max(stay, change);
                from[i * states + s] = i == 0 || stay >= change ? s : before;
            }
        }

        int state = 0;
        for (int s = 1; s < states; s++)
        {
            state = best[(n - 1) * states + s] > best[(n - 1) * states + state] ? s : state;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            if (state < k)
            {
                List<(int Begin, int End)> pieces = cues[state].Content;
                if (pieces.Count > 0 && pieces[^1].Begin == i + 1)
                {
                    pieces[^1] = (i, pieces[^1].End);
                }
                else
                {
                    pieces.Add((i, i + 1));
                }
            }

            state = from[i * states + state];
        }

        cues.ForEach(c => c.Content.Reverse());
    }

    private void Grow(int n, int k)
    {
        if (none.Length < n)
        {
            none = new float[2 * n];
            speaker = new float[2 * n];
        }

        if (content.Length < n * k)
        {
            content = new float[2 * n * k];
        }

        if (best.Length < n * (k + 1))
        {
            best = new float[2 * n * (k + 1)];
            from = new int[best.Length];
        }
    }
}
