using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>Sums over words (labels, contents) and over pairs of word and cue (speakers).</summary>
internal struct AttributionLosses
{
    public double Label, Speaker, Content;
    public int Words;
}

/// <summary>Forward and backward pass over a part of a batch; the layers are those of <see cref="AttributionRun"/>.</summary>
internal sealed unsafe class AttributionPass(AttributionWeights weights, WordFeatures words, int[] frequencies) : NetworkPass(weights)
{
    internal const float SpeakerWeight = 0.7f, ContentWeight = 0.7f;

    /// <summary>Share of other verbs that are shown as cues without speaker and content, for the day a cue is wrongly seen.</summary>
    private const float FalseCues = 0.06f;

    private readonly AttributionShape shape = weights.Shape;
    private readonly CuePairs pairs = new();
    private readonly FloatBuffer input = new(), inputMask = new(), one = new(), oneMask = new(), two = new(), twoMask = new(), labels = new(), top = new();
    private readonly FloatBuffer dTop = new(), dTwo = new(), dOne = new(), dInput = new(), scores = new(), pairGradient = new();
    private readonly TrainLstm[] lstms =
    [
        new(weights, weights.Shape.Hidden, AttributionShape.Lstm1Forward), new(weights, weights.Shape.Hidden, AttributionShape.Lstm1Backward),
        new(weights, weights.Shape.Hidden, AttributionShape.Lstm2Forward), new(weights, weights.Shape.Hidden, AttributionShape.Lstm2Backward),
    ];

    private readonly List<int> wordRows = [], pieceRows = [], featureRows = [], pairRows = [];
    private AttributedPassage[] passages = [];

    public AttributionLosses Losses;

    /// <summary>Share of units dropped of the input and behind each layer; 0 while gradients are checked.</summary>
    public float InputDrop { get; init; } = 0.33f;

    public float LayerDrop { get; init; } = 0.45f;

    /// <summary>Whether words are told from their spelling alone now and then, and false cues are shown.</summary>
    public bool Vary { get; init; } = true;

    /// <param name="batch">Ordered by falling length.</param>
    /// <param name="scale">One over the words of the whole batch.</param>
    public void Run(AttributedPassage[] batch, ulong seed, float scale)
    {
        passages = batch;
        Chance = new Order(seed);
        Packing.Set([.. batch.Select(e => e.Passage.Words)]);
        int rows = Packing.Rows, both = shape.Both;
        float* x = Embed(), y1 = one.Room(rows * both), y2 = two.Room(rows * both);
        Drop(x, rows * shape.Input, InputDrop, inputMask);
        lstms[0].Forward(Packing, Packing.Forward, x, shape.Input, y1);
        lstms[1].Forward(Packing, Packing.Backward, x, shape.Input, y1 + shape.Hidden);
        Drop(y1, rows * both, LayerDrop, oneMask);
        lstms[2].Forward(Packing, Packing.Forward, y1, both, y2);
        lstms[3].Forward(Packing, Packing.Backward, y1, both, y2 + shape.Hidden);
        Drop(y2, rows * both, LayerDrop, twoMask);
        float* label = Linear(AttributionShape.LabelAt, y2, both, labels, 0), tops = Linear(AttributionShape.TopAt, y2, both, top, shape.Top);

        float* dt = dTop.Zeroed(rows * shape.Top), d2 = dTwo.Room(rows * both), d1 = dOne.Zeroed(rows * both);
        Backwards(label, tops, dt, scale);
        LinearBack(AttributionShape.LabelAt, y2, both, label, d2, both, add: false);
        Unbend(dt, tops, shape.Top, shape.Top);
        LinearBack(AttributionShape.TopAt, y2, both, dt, d2, both, add: true);
        Scale(d2, twoMask, rows * both);
        lstms[2].Backward(Packing, Packing.Forward, d2, d1, both, Gradients.Pointer);
        lstms[3].Backward(Packing, Packing.Backward, d2 + shape.Hidden, d1, both, Gradients.Pointer);
        Scale(d1, oneMask, rows * both);
        float* dx = dInput.Zeroed(rows * shape.Input);
        lstms[0].Backward(Packing, Packing.Forward, d1, dx, shape.Input, Gradients.Pointer);
        lstms[1].Backward(Packing, Packing.Backward, d1 + shape.Hidden, dx, shape.Input, Gradients.Pointer);
        Scale(dx, inputMask, rows * shape.Input);
    }

    public override void AddRows(Optimiser.Rows[] tables)
    {
        for (int r = 0; r < wordRows.Count; r++)
        {
            float* g = dInput.Pointer + (nint)r * shape.Input;
            tables[0].Add(wordRows[r], g);
            AddAll(tables[1], pieceRows, r * WordFeatures.Pieces, WordFeatures.Pieces, g + shape.WordWidth);
            AddAll(tables[2], featureRows, r * AttributionFeatures.Count, AttributionFeatures.Count, g + shape.WordWidth + shape.PieceWidth);
        }

        for (int p = 0; p * CuePairs.Count < pairRows.Count; p++)
        {
            AddAll(tables[3], pairRows, p * CuePairs.Count, CuePairs.Count, pairGradient.Pointer + (nint)p * AttributionShape.PairWidth);
        }
    }

    private static void AddAll(Optimiser.Rows table, List<int> rows, int from, int count, float* gradient)
    {
        for (int i = from; i < from + count; i++)
        {
            if (rows[i] >= 0)
            {
                table.Add(rows[i], gradient);
            }
        }
    }

    private float* Embed()
    {
        wordRows.Clear();
        pieceRows.Clear();
        featureRows.Clear();
        float* x = input.Zeroed(Packing.Rows * shape.Input), at = x;
        Span<int> pieces = stackalloc int[WordFeatures.Pieces], features = stackalloc int[AttributionFeatures.Count];
        foreach (AttributedPassage example in passages)
        {
            for (int s = example.Passage.First; s < example.Passage.End; s++)
            {
                for (int t = 0; t < example.Sentences[s].Tokens.Length; t++, at += shape.Input)
                {
                    int word = words.Of(example.Sentences[s].Tokens[t].Form, pieces);
                    float lost = 0.25f / (0.25f + frequencies[word] / 2f);
                    word = word == WordFeatures.Unknown || (Vary && Chance.Uniform() < lost) ? WordFeatures.Unknown : word;
                    pieces[0] = Vary && Chance.Uniform() < lost ? -1 : pieces[0];
                    AttributionFeatures.Of(example.Sentences[s], t, example.Passage, features);
                    wordRows.Add(word);
                    Add(weights.Words.Pointer + (nint)word * shape.WordWidth, at, shape.WordWidth);
                    Sum(pieces, pieceRows, weights.Pieces, at + shape.WordWidth, shape.PieceWidth);
                    Sum(features, featureRows, weights.Features, at + shape.WordWidth + shape.PieceWidth, shape.FeatureWidth);
                }
            }
        }

        return x;
    }

    private static void Sum(ReadOnlySpan<int> rows, List<int> into, FloatBuffer table, float* to, int width)
    {
        foreach (int row in rows)
        {
            into.Add(row);
            if (row >= 0)
            {
                Add(table.Pointer + (nint)row * width, to, width);
            }
        }
    }

    /// <summary>Scores become gradients: of the labels in place, of the projections in <paramref name="dt"/>.</summary>
    private void Backwards(float* label, float* tops, float* dt, float scale)
    {
        pairRows.Clear();
        int pair = 0, wanted = 0;
        GoldCue[][] cues = [.. passages.Select(WithFalse)];
        for (int p = 0; p < passages.Length; p++)
        {
            wanted += cues[p].Length * passages[p].Passage.Words;
        }

        float* dp = pairGradient.Zeroed(wanted * AttributionShape.PairWidth);
        for (int p = 0; p < passages.Length; p++)
        {
            AttributedPassage example = passages[p];
            int begin = Packing.Begins[p], count = example.Passage.Words;
            Pairs(example, cues[p], begin, label, tops, dt, dp + (nint)pair * AttributionShape.PairWidth, scale);
            pair += cues[p].Length * count;
            for (int i = 0; i < count; i++)
            {
                float* row = label + (nint)(begin + i) * shape.LabelColumns;
                float noContent = row[AttributionShape.NoContent], noSpeaker = row[AttributionShape.NoSpeaker];
                Losses.Label += Rank(row, shape.LabelColumns, AttributionShape.Labels, [(ushort)example.Labels[i]], [1f], scale);
                row[AttributionShape.NoContent] = cues[p].Length == 0 ? 0 : noContent;
                row[AttributionShape.NoSpeaker] = cues[p].Length == 0 ? 0 : noSpeaker;
            }

            Losses.Words += count;
        }
    }

    private GoldCue[] WithFalse(AttributedPassage example)
    {
        var all = new List<GoldCue>(example.Cues);
        for (int i = 0; Vary && i < example.Labels.Length; i++)
        {
            int s = example.Passage.SentenceOf[i], t = i - example.Passage.Begin(s);
            if (example.Labels[i] is AttributionShape.Outside or AttributionShape.Labels - 1 && example.Sentences[s].Tokens[t].Upos == "VERB" && Chance.Uniform() < FalseCues)
            {
                all.Add(new(s, t, [], []));
            }
        }

        return [.. all];
    }

    /// <summary>Speakers by a logistic loss for each pair, contents by a softmax over the cues and none for each word.</summary>
    private void Pairs(AttributedPassage example, GoldCue[] cues, int begin, float* label, float* tops, float* dt, float* dp, float scale)
    {
        int n = example.Passage.Words, width = shape.RoleWidth, k = cues.Length;
        if (k == 0)
        {
            return;
        }

        Span<int> rows = stackalloc int[CuePairs.Count];
        float* content = scores.Room(n * k);
        for (int c = 0; c < k; c++)
        {
            pairs.Turn(example.Passage, example.Sentences[cues[c].Sentence], cues[c].Token);
            float* cue = tops + (nint)(begin + example.Passage.Begin(cues[c].Sentence) + cues[c].Token) * shape.Top + 2 * width;
            float* dCue = dt + (cue - tops);
            for (int i = 0; i < n; i++)
            {
                float* word = tops + (nint)(begin + i) * shape.Top;
                pairs.Of(i, example.Sentences[example.Passage.SentenceOf[i]], rows);
                float speaker = AttributionRun.Dot(word, cue, width) - label[(nint)(begin + i) * shape.LabelColumns + AttributionShape.NoSpeaker], said = AttributionRun.Dot(word + width, cue + width, width);
                foreach (int row in rows)
                {
                    pairRows.Add(row);
                    speaker += weights.Pairs.Span[row * AttributionShape.PairWidth + AttributionShape.SpeakerPair];
                    said += weights.Pairs.Span[row * AttributionShape.PairWidth + AttributionShape.ContentPair];
                }

                content[i * k + c] = said;
                bool own = Array.BinarySearch(cues[c].Speaker, i) >= 0;
                float likely = 1 / (1 + MathF.Exp(-speaker)), g = (likely - (own ? 1 : 0)) * scale * SpeakerWeight;
                Losses.Speaker -= Math.Log(Math.Max(1e-9, own ? likely : 1 - likely));
                dp[(c * n + i) * AttributionShape.PairWidth + AttributionShape.SpeakerPair] = g;
                Cross(word, cue, dt + (word - tops), dCue, width, g);
            }
        }

        // The speakers' bias is kept until all cues have been scored with it.
        for (int i = 0; i < n; i++)
        {
            float sum = 0;
            for (int c = 0; c < k; c++)
            {
                sum -= dp[(c * n + i) * AttributionShape.PairWidth + AttributionShape.SpeakerPair];
            }

            float* own = label + (nint)(begin + i) * shape.LabelColumns;
            own[AttributionShape.NoSpeaker] = sum;
            own[AttributionShape.NoContent] = Contents(example, cues, i, begin, own[AttributionShape.NoContent], content + i * k, tops, dt, dp, scale * ContentWeight);
        }
    }

    /// <returns>The gradient of the score for no cue.</returns>
    private float Contents(AttributedPassage example, GoldCue[] cues, int word, int begin, float none, float* said, float* tops, float* dt, float* dp, float scale)
    {
        int k = cues.Length, gold = Array.FindIndex(cues, c => Array.BinarySearch(c.Content, word) >= 0), width = shape.RoleWidth;
        float most = none;
        for (int c = 0; c < k; c++)
        {
            most = Math.Max(most, said[c]);
        }

        float sum = MathF.Exp(none - most);
        for (int c = 0; c < k; c++)
        {
            sum += MathF.Exp(said[c] - most);
        }

        Losses.Content += Math.Log(sum) + most - (gold < 0 ? none : said[gold]);
        float* own = tops + (nint)(begin + word) * shape.Top + width;
        for (int c = 0; c < k; c++)
        {
            float g = (MathF.Exp(said[c] - most) / sum - (c == gold ? 1 : 0)) * scale;
            dp[(c * example.Passage.Words + word) * AttributionShape.PairWidth + AttributionShape.ContentPair] = g;
            float* cue = tops + (nint)(begin + example.Passage.Begin(cues[c].Sentence) + cues[c].Token) * shape.Top + 3 * width;
            Cross(own, cue, dt + (own - tops), dt + (cue - tops), width, g);
        }

        return (MathF.Exp(none - most) / sum - (gold < 0 ? 1 : 0)) * scale;
    }

    /// <summary>The gradient of a product, to both sides.</summary>
    private static void Cross(float* a, float* b, float* da, float* db, int width, float g)
    {
        var factor = Vector256.Create(g);
        for (int j = 0; j < width; j += 8)
        {
            Vector256<float> x = Vector256.Load(a + j), y = Vector256.Load(b + j);
            Vector256.FusedMultiplyAdd(y, factor, Vector256.Load(da + j)).Store(da + j);
            Vector256.FusedMultiplyAdd(x, factor, Vector256.Load(db + j)).Store(db + j);
        }
    }
}
