using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>The working memory of one thread and the forward pass over passages. Nothing is allocated per word once the buffers have grown.</summary>
internal sealed unsafe class AttributionRun
{
    private readonly AttributionModel model;
    private readonly AttributionShape shape;
    private readonly ShortProduct?[] products;
    private readonly ShortProduct[] traits;
    private readonly FormProjection forms;
    private readonly Packing packing = new();
    private readonly CuePairs pairs = new();
    private readonly FloatBuffer input = new(), z = new(), cells = new(), squashed = new(), outputs = new(), one = new(), two = new(), labels = new(), top = new();

    public AttributionRun(AttributionModel model)
    {
        this.model = model;
        shape = model.Shape;
        var rounded = new ShortRows();
        products = ShortProduct.Of(model.Laid, rounded);
        traits = Array.ConvertAll(model.Traits, m => new ShortProduct(m, rounded));
        forms = new FormProjection(shape.Spelling, shape.Gates, Array.ConvertAll(model.Spelling, m => new ShortProduct(m, rounded)), null, Embed);
    }

    /// <summary>Row of a passage's first word in the scores.</summary>
    public int Begin(int passage) => packing.Begins[passage];

    /// <summary>Scores of a word's labels, see <see cref="AttributionShape"/>.</summary>
    public ReadOnlySpan<float> Labels(int row) => new(labels.Pointer + (nint)row * shape.LabelColumns, AttributionShape.Labels + 2);

    /// <param name="passages">Ordered by falling length.</param>
    public void Encode(ImmutableArray<Sentence> sentences, ReadOnlySpan<Passage> passages)
    {
        Span<int> lengths = passages.Length <= 256 ? stackalloc int[passages.Length] : new int[passages.Length];
        for (int p = 0; p < lengths.Length; p++)
        {
            lengths[p] = passages[p].Words;
        }

        packing.Set(lengths);
        int rows = packing.Rows;
        float* x = input.Zeroed(rows * shape.FeatureWidth), at = x, first = one.Room(rows * shape.Both), second = two.Room(rows * shape.Both);
        Span<int> features = stackalloc int[AttributionFeatures.Count];
        forms.Begin(rows);
        foreach (Passage passage in passages)
        {
            for (int s = passage.First; s < passage.End; s++)
            {
                for (int t = 0; t < sentences[s].Tokens.Length; t++, at += shape.FeatureWidth)
                {
                    forms.Take(sentences[s].Tokens[t].Form);
                    AttributionFeatures.Of(sentences[s], t, passage, features);
                    EmbeddingRows.Add(model.FeatureRows, features, at, shape.FeatureWidth);
                }
            }
        }

        forms.End();
        Layer(x, shape.FeatureWidth, AttributionShape.Lstm1Forward, first);
        Layer(first, shape.Both, AttributionShape.Lstm2Forward, second);
        Linear(AttributionShape.LabelAt, second, labels, 0);
        Linear(AttributionShape.TopAt, second, top, shape.Top);
    }

    /// <summary>Scores each word of an encoded passage as speaker and as content of a cue.</summary>
    /// <param name="token">The cue's head, in its sentence.</param>
    public void Pair(ImmutableArray<Sentence> sentences, Passage passage, int index, int sentence, int token, Span<float> speaker, Span<float> content)
    {
        int begin = packing.Begins[index], width = shape.RoleWidth;
        float* cue = top.Pointer + (nint)(begin + passage.Begin(sentence) + token) * shape.Top + 2 * width;
        Span<int> rows = stackalloc int[CuePairs.Count];
        pairs.Turn(passage, sentences[sentence], token);
        for (int i = 0; i < passage.Words; i++)
        {
            float* word = top.Pointer + (nint)(begin + i) * shape.Top;
            float s = Dot(word, cue, width), c = Dot(word + width, cue + width, width);
            pairs.Of(i, sentences[passage.SentenceOf[i]], rows);
            foreach (int row in rows)
            {
                s += model.PairRows[row * AttributionShape.PairWidth + AttributionShape.SpeakerPair];
                c += model.PairRows[row * AttributionShape.PairWidth + AttributionShape.ContentPair];
            }

            speaker[i] = s;
            content[i] = c;
        }
    }

    private void Embed(string form, float* x)
    {
        Span<int> pieces = stackalloc int[WordFeatures.Pieces];
        int word = model.Features.Of(form, pieces);
        EmbeddingRows.Spelling(model.WordRows, word, shape.WordWidth, model.PieceRows, pieces, shape.PieceWidth, x);
    }

    private void Layer(float* x, int width, int at, float* y)
    {
        int hidden = shape.Hidden, gates = shape.Gates, rows = packing.Rows;
        float* zp = z.Room(rows * gates), c = cells.Room(rows * hidden), t = squashed.Room(rows * hidden), h = outputs.Room(rows * hidden);
        for (int direction = 0; direction < 2; direction++, at += 3)
        {
            ReadOnlySpan<int> map = direction == 0 ? packing.Forward : packing.Backward;
            bool words = at < AttributionShape.Lstm2Forward;
            if (words)
            {
                forms.Fill(direction, map, zp);
            }

            (words ? traits[direction] : products[at]!).Multiply(map, x, width, zp, gates, add: words);
            Activation.Bias(zp, rows, gates, model.Biases[at + 2].Pointer, 0);
            Lstm.Run(packing, products[at + 1]!, hidden, zp, c, t, h);
            Lstm.Gather(h, hidden, y + direction * hidden, 2 * hidden, hidden, map);
        }
    }

    private void Linear(int at, float* x, FloatBuffer into, int bent)
    {
        ShortProduct matrix = products[at]!;
        float* y = into.Room(packing.Rows * matrix.Columns);
        matrix.Multiply(packing.Rows, x, shape.Both, y, matrix.Columns, add: false);
        Activation.Bias(y, packing.Rows, matrix.Columns, model.Biases[at + 1].Pointer, bent);
    }

    /// <summary>Eight chains, added in a fixed order: the same bits with any vectors.</summary>
    internal static float Dot(float* a, float* b, int width)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int j = 0; j < width; j += 8)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.Load(a + j), Vector256.Load(b + j), sum);
        }

        float total = 0;
        for (int j = 0; j < 8; j++)
        {
            total += sum[j];
        }

        return total;
    }
}
