using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// The working memory of one thread and the forward pass. Nothing is allocated per word once the buffers have grown. A sentence's
/// result does not depend on those it is run with (see <see cref="Gemm"/>).
/// </summary>
internal sealed unsafe class NetworkRun
{
    /// <summary>No word is written with nothing in it: the empty form stands for the root.</summary>
    private const string Root = "";

    private readonly Network network;
    private readonly NetworkShape shape;
    private readonly ShortProduct?[] products;
    private readonly FormProjection words;
    private readonly FloatBuffer z = new(), cells = new(), squashed = new(), outputs = new();
    private readonly FloatBuffer layer1 = new(), layer2 = new(), middle = new(), tagScores = new(), nameScores = new(), top = new(), turned = new(), scores = new(), pair = new(), relationScores = new();
    private readonly PackedMatrix heads = new();
    private readonly Packing packing = new();
    private readonly TreeDecoder decoder = new();
    private int[] rowTag = [], rowName = [], rowHead = [], rowRelation = [];

    public NetworkRun(Network network)
    {
        this.network = network;
        shape = network.Shape;
        products = ShortProduct.Of(network.Laid, new ShortRows());
        words = new FormProjection(
            shape.Input,
            shape.Gates,
            [products[NetworkShape.Lstm1Forward]!, products[NetworkShape.Lstm1Backward]!],
            [network.Biases[NetworkShape.Lstm1Forward + 2], network.Biases[NetworkShape.Lstm1Backward + 2]],
            Embed);
    }

    /// <summary>Results by row; each sentence begins with a row for the root, see <see cref="Begins"/>. Heads count rows of the sentence: 0 is the root.</summary>
    public ReadOnlySpan<int> Tags => rowTag;

    public ReadOnlySpan<int> Names => rowName;

    public ReadOnlySpan<int> Heads => rowHead;

    public ReadOnlySpan<int> Relations => rowRelation;

    public ReadOnlySpan<int> Begins => packing.Begins;

    /// <param name="sentences">Word forms; ordered by falling length, none empty.</param>
    public void Run(ReadOnlySpan<string[]> sentences)
    {
        Encode(sentences);
        Best(tagScores.Pointer, PackedMatrix.Padded(shape.Tags), shape.Tags, rowTag);
        BestNames(nameScores.Pointer, PackedMatrix.Padded(shape.Names));
        for (int s = 0; s < packing.Sentences; s++)
        {
            ReadOnlySpan<float> arcs = ArcScores(s, out int width);
            decoder.Decode(arcs, width, rowHead.AsSpan(packing.Begins[s], packing.Begins[s + 1] - packing.Begins[s]));
        }

        ReadOnlySpan<float> labels = RelationScores(rowHead, out int step);
        for (int r = 0; r < packing.Rows; r++)
        {
            // Relation 0 is the root's and nobody else's.
            rowRelation[r] = rowHead[r] == 0 ? 0 : Top(labels.Slice(r * step, shape.Relations), 1);
        }
    }

    /// <summary>The layers, up to scores of tags and names; what follows is asked for apart.</summary>
    public void Encode(ReadOnlySpan<string[]> sentences)
    {
        Span<int> lengths = sentences.Length <= 256 ? stackalloc int[sentences.Length] : new int[sentences.Length];
        for (int s = 0; s < lengths.Length; s++)
        {
            lengths[s] = sentences[s].Length + 1;
        }

        packing.Set(lengths);
        int rows = packing.Rows;
        if (rowTag.Length < rows)
        {
            rowTag = new int[rows];
            rowName = new int[rows];
            rowHead = new int[rows];
            rowRelation = new int[rows];
        }

        words.Begin(rows);
        foreach (string[] sentence in sentences)
        {
            words.Take(Root);
            foreach (string form in sentence)
            {
                words.Take(form);
            }
        }

        words.End();
        float* one = layer1.Room(rows * shape.Both), two = layer2.Room(rows * shape.Both);
        Layer(null, 0, NetworkShape.Lstm1Forward, one);
        float* mid = Linear(NetworkShape.MiddleAt, one, shape.Both, middle, shape.Middle);
        Linear(NetworkShape.TagAt, mid, shape.Middle, tagScores, 0);
        Linear(NetworkShape.NameAt, mid + shape.TagWidth, shape.Middle, nameScores, 0);
        Layer(one, shape.Both, NetworkShape.Lstm2Forward, two);
        float* tops = Linear(NetworkShape.TopAt, two, shape.Both, top, 2 * shape.ArcWidth);
        Linear(NetworkShape.ArcAt, tops, shape.Top, turned, 0);
    }

    private void Embed(string form, float* x)
    {
        Span<int> pieces = stackalloc int[WordFeatures.Pieces];
        bool root = form.Length == 0;
        int row = root ? WordFeatures.Root : network.Features.Of(form, pieces);
        EmbeddingRows.Spelling(network.WordRows, row, shape.WordWidth, network.PieceRows, root ? [] : pieces, shape.PieceWidth, x);
    }

    /// <summary>Scores of the encoded words' tags or names; a row every <paramref name="step"/> floats.</summary>
    public ReadOnlySpan<float> TagScores(out int step) => tagScores.Span[..(packing.Rows * (step = PackedMatrix.Padded(shape.Tags)))];

    public ReadOnlySpan<float> NameScores(out int step) => nameScores.Span[..(packing.Rows * (step = PackedMatrix.Padded(shape.Names)))];

    /// <param name="x">What the layer reads; null for the first layer, which reads the words.</param>
    private void Layer(float* x, int width, int at, float* y)
    {
        int hidden = shape.Hidden, gates = shape.Gates, rows = packing.Rows;
        float* zp = z.Room(rows * gates), c = cells.Room(rows * hidden), t = squashed.Room(rows * hidden), h = outputs.Room(rows * hidden);
        for (int direction = 0; direction < 2; direction++, at += 3)
        {
            ReadOnlySpan<int> map = direction == 0 ? packing.Forward : packing.Backward;
            if (x == null)
            {
                words.Fill(direction, map, zp);
            }
            else
            {
                products[at]!.Multiply(map, x, width, zp, gates, add: false);
                Activation.Bias(zp, rows, gates, network.Biases[at + 2].Pointer, 0);
            }

            Lstm.Run(packing, products[at + 1]!, hidden, zp, c, t, h);
            Lstm.Gather(h, hidden, y + direction * hidden, 2 * hidden, hidden, map);
        }
    }

    private float* Linear(int at, float* x, int width, FloatBuffer into, int bent)
    {
        ShortProduct matrix = products[at]!;
        float* y = into.Room(packing.Rows * matrix.Columns);
        matrix.Multiply(packing.Rows, x, width, y, matrix.Columns, add: false);
        Activation.Bias(y, packing.Rows, matrix.Columns, network.Biases[at + 1].Pointer, at == NetworkShape.MiddleAt ? shape.Middle : bent);
        return y;
    }

    private void Best(float* x, int width, int count, int[] into)
    {
        for (int r = 0; r < packing.Rows; r++, x += width)
        {
            into[r] = Top(new(x, count), 0);
        }
    }

    /// <summary>The best label of each word that may follow the label before it: "I-" only behind "B-" or "I-" of its kind (they lie side by side).</summary>
    private void BestNames(float* x, int width)
    {
        int before = 0, next = 0;
        for (int r = 0; r < packing.Rows; r++, x += width)
        {
            if (r == packing.Begins[next])
            {
                before = 0;
                next++;
            }

            int best = 0;
            for (int label = 1; label < shape.Names; label++)
            {
                bool inside = (label & 1) == 0;
                if (x[label] > x[best] && (!inside || before == label || before == label - 1))
                {
                    best = label;
                }
            }

            rowName[r] = before = best;
        }
    }

    /// <summary>Row d, column h: score of h as head of d in one of the encoded sentences. Valid until the next call.</summary>
    public ReadOnlySpan<float> ArcScores(int sentence, out int width)
    {
        int begin = packing.Begins[sentence], length = packing.Begins[sentence + 1] - begin;
        heads.PackTransposed(top.Pointer + (nint)begin * shape.Top + shape.ArcWidth, shape.Top, shape.ArcWidth, length);
        width = heads.Columns;
        float* s = scores.Room(length * width);
        Gemm.Multiply(length, turned.Pointer + (nint)begin * shape.ArcWidth, shape.ArcWidth, 1, heads, s, width, add: false);
        return new(s, length * width);
    }

    /// <summary>Scores of the relation of every row to the head it is given, counted within its sentence.</summary>
    public ReadOnlySpan<float> RelationScores(ReadOnlySpan<int> heads, out int step)
    {
        int width = shape.RelationWidth, dependent = 2 * shape.ArcWidth, governor = dependent + width;
        float* p = pair.Room(packing.Rows * width);
        Vector256<float> leak = Vector256.Create(Activation.Leak);
        for (int s = 0; s < packing.Sentences; s++)
        {
            int begin = packing.Begins[s];
            for (int r = begin; r < packing.Begins[s + 1]; r++)
            {
                float* own = top.Pointer + (nint)r * shape.Top + dependent, head = top.Pointer + (nint)(begin + heads[r]) * shape.Top + governor;
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> v = Vector256.Load(own + j) + Vector256.Load(head + j);
                    Vector256.MaxNative(v, v * leak).Store(p + (nint)r * width + j);
                }
            }
        }

        step = PackedMatrix.Padded(shape.Relations);
        return new(Linear(NetworkShape.RelationAt, p, width, relationScores, 0), packing.Rows * step);
    }

    private static int Top(ReadOnlySpan<float> x, int from)
    {
        int best = from;
        for (int j = from + 1; j < x.Length; j++)
        {
            if (x[j] > x[best])
            {
                best = j;
            }
        }

        return best;
    }
}
