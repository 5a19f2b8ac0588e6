using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// The working memory of one thread and the forward pass. Nothing is allocated per word once the buffers have grown. A sentence's
/// result does not depend on those it is run with (see <see cref="Gemm"/>).
/// </summary>
internal sealed unsafe class NetworkRun(Network network)
{
    private readonly FloatBuffer input = new(), packedInput = new(), z = new(), cells = new(), squashed = new(), outputs = new();
    private readonly FloatBuffer layer1 = new(), layer2 = new(), middle = new(), tagScores = new(), nameScores = new(), top = new(), turned = new(), scores = new(), pair = new(), relationScores = new();
    private readonly PackedMatrix heads = new();
    private readonly Packing packing = new();
    private readonly TreeDecoder decoder = new();
    private int[] rowTag = [], rowName = [], rowHead = [], rowRelation = [];

    /// <summary>Results by row; each sentence begins with a row for the root, see <see cref="Begins"/>. Heads count rows of the sentence: 0 is the root.</summary>
    public ReadOnlySpan<int> Tags => rowTag;

    public ReadOnlySpan<int> Names => rowName;

    public ReadOnlySpan<int> Heads => rowHead;

    public ReadOnlySpan<int> Relations => rowRelation;

    public ReadOnlySpan<int> Begins => packing.Begins;

    /// <param name="sentences">Word forms; ordered by falling length, none empty.</param>
    public void Run(ReadOnlySpan<string[]> sentences)
    {
        NetworkShape shape = network.Shape;
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

        Embed(sentences);
        float* one = layer1.Room(rows * shape.Both), two = layer2.Room(rows * shape.Both);
        Layer(input.Pointer, NetworkShape.Input, NetworkShape.Lstm1Forward, one);
        float* mid = Linear(NetworkShape.MiddleAt, one, shape.Both, middle, NetworkShape.Middle);
        float* tags = Linear(NetworkShape.TagAt, mid, NetworkShape.Middle, tagScores, 0);
        float* names = Linear(NetworkShape.NameAt, mid + NetworkShape.TagWidth, NetworkShape.Middle, nameScores, 0);
        Best(tags, PackedMatrix.Padded(shape.Tags), shape.Tags, rowTag);
        BestNames(names, PackedMatrix.Padded(shape.Names));
        Layer(one, shape.Both, NetworkShape.Lstm2Forward, two);
        float* tops = Linear(NetworkShape.TopAt, two, shape.Both, top, 2 * NetworkShape.ArcWidth);
        float* turn = Linear(NetworkShape.ArcAt, tops, NetworkShape.Top, turned, 0);
        for (int s = 0; s < packing.Sentences; s++)
        {
            Arcs(tops, turn, packing.Begins[s], packing.Begins[s + 1] - packing.Begins[s]);
        }

        Labels(tops);
    }

    private void Embed(ReadOnlySpan<string[]> sentences)
    {
        float* x = input.Room(packing.Rows * NetworkShape.Input);
        Span<int> pieces = stackalloc int[WordFeatures.Pieces];
        foreach (string[] sentence in sentences)
        {
            for (int i = -1; i < sentence.Length; i++, x += NetworkShape.Input)
            {
                int row = WordFeatures.Root;
                var sum = new Span<float>(x + NetworkShape.WordWidth, NetworkShape.PieceWidth);
                sum.Clear();
                if (i >= 0)
                {
                    row = network.Features.Of(sentence[i], pieces);
                    foreach (int piece in pieces)
                    {
                        Add(network.PieceRows.AsSpan(piece * NetworkShape.PieceWidth, NetworkShape.PieceWidth), sum);
                    }
                }

                network.WordRows.AsSpan(row * NetworkShape.WordWidth, NetworkShape.WordWidth).CopyTo(new Span<float>(x, NetworkShape.WordWidth));
            }
        }
    }

    private void Layer(float* x, int width, int at, float* y)
    {
        int hidden = network.Shape.Hidden, gates = network.Shape.Gates, rows = packing.Rows;
        float* xp = packedInput.Room(rows * width), zp = z.Room(rows * gates), c = cells.Room(rows * hidden), t = squashed.Room(rows * hidden), h = outputs.Room(rows * hidden);
        for (int direction = 0; direction < 2; direction++, at += 3)
        {
            ReadOnlySpan<int> map = direction == 0 ? packing.Forward : packing.Backward;
            Lstm.Scatter(x, width, xp, width, width, map);
            Gemm.Multiply(rows, xp, width, 1, network.Packed[at], zp, gates, add: false);
            Activation.Bias(zp, rows, gates, network.Biases[at + 2].Pointer, 0);
            Lstm.Run(packing, network.Packed[at + 1], hidden, zp, c, t, h);
            Lstm.Gather(h, hidden, y + direction * hidden, 2 * hidden, hidden, map);
        }
    }

    private float* Linear(int at, float* x, int width, FloatBuffer into, int bent)
    {
        PackedMatrix matrix = network.Packed[at];
        float* y = into.Room(packing.Rows * matrix.Columns);
        Gemm.Multiply(packing.Rows, x, width, 1, matrix, y, matrix.Columns, add: false);
        Activation.Bias(y, packing.Rows, matrix.Columns, network.Biases[at + 1].Pointer, at == NetworkShape.MiddleAt ? NetworkShape.Middle : bent);
        return y;
    }

    private void Best(float* x, int width, int count, int[] into)
    {
        for (int r = 0; r < packing.Rows; r++, x += width)
        {
            into[r] = Top(x, 0, count);
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
            for (int label = 1; label < network.Shape.Names; label++)
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

    private void Arcs(float* tops, float* turn, int begin, int length)
    {
        float* headRows = tops + (nint)begin * NetworkShape.Top + NetworkShape.ArcWidth;
        heads.PackTransposed(headRows, NetworkShape.Top, NetworkShape.ArcWidth, length);
        int width = heads.Columns;
        float* s = scores.Room(length * width);
        Gemm.Multiply(length, turn + (nint)begin * NetworkShape.ArcWidth, NetworkShape.ArcWidth, 1, heads, s, width, add: false);
        decoder.Decode(new ReadOnlySpan<float>(s, length * width), width, rowHead.AsSpan(begin, length));
    }

    private void Labels(float* tops)
    {
        const int Width = NetworkShape.RelationWidth, Dependent = 2 * NetworkShape.ArcWidth, Governor = Dependent + NetworkShape.RelationWidth;
        float* p = pair.Room(packing.Rows * Width);
        Vector256<float> leak = Vector256.Create(Activation.Leak);
        for (int s = 0; s < packing.Sentences; s++)
        {
            int begin = packing.Begins[s];
            for (int r = begin; r < packing.Begins[s + 1]; r++)
            {
                float* own = tops + (nint)r * NetworkShape.Top + Dependent, head = tops + (nint)(begin + rowHead[r]) * NetworkShape.Top + Governor;
                for (int j = 0; j < Width; j += 8)
                {
                    Vector256<float> v = Vector256.Load(own + j) + Vector256.Load(head + j);
                    Vector256.Max(v, v * leak).Store(p + (nint)r * Width + j);
                }
            }
        }

        float* x = Linear(NetworkShape.RelationAt, p, Width, relationScores, 0);
        for (int r = 0; r < packing.Rows; r++, x += PackedMatrix.Padded(network.Shape.Relations))
        {
            // Relation 0 is the root's and nobody else's.
            rowRelation[r] = rowHead[r] == 0 ? 0 : Top(x, 1, network.Shape.Relations);
        }
    }

    private static int Top(float* x, int from, int to)
    {
        int best = from;
        for (int j = from + 1; j < to; j++)
        {
            if (x[j] > x[best])
            {
                best = j;
            }
        }

        return best;
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int j = 0; j < to.Length; j += 8)
        {
            (Vector256.Create(from[j..]) + Vector256.Create<float>(to[j..])).CopyTo(to[j..]);
        }
    }
}
