using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>How far a pass went: losses are sums over words.</summary>
internal struct Losses
{
    public double Arc, Relation, Tag, Name;
    public int Words;
}

/// <summary>
/// Forward and backward pass over a part of a batch. Layout and layers are those of <see cref="NetworkRun"/>; here everything that the
/// way back needs is kept, and units are dropped.
/// </summary>
internal sealed unsafe class TrainPart(NetworkWeights weights, TrainSet set, WordFeatures features) : NetworkPass(weights)
{
    internal const float TagWeight = 0.7f, NameWeight = 1.0f, SilverWeight = 0.7f;
    private readonly NetworkShape shape = weights.Shape;
    private readonly FloatBuffer input = new(), inputMask = new(), one = new(), oneMask = new(), two = new(), twoMask = new(), middle = new(), tags = new(), names = new(), top = new(), turned = new(), scores = new(), pair = new(), relations = new();
    private readonly FloatBuffer dTop = new(), dTurned = new(), dTwo = new(), dOne = new(), dMiddle = new(), dPair = new(), dInput = new();
    private readonly TrainLstm[] lstms = [new(weights, weights.Shape.Hidden, NetworkShape.Lstm1Forward), new(weights, weights.Shape.Hidden, NetworkShape.Lstm1Backward), new(weights, weights.Shape.Hidden, NetworkShape.Lstm2Forward), new(weights, weights.Shape.Hidden, NetworkShape.Lstm2Backward)];
    private readonly PackedMatrix packed = new();
    private readonly List<int> wordRows = [], pieceRows = [];
    private Example[] examples = [];

    public Losses Losses;

    /// <summary>Share of units dropped of the input and behind each layer; 0 while gradients are checked.</summary>
    public float InputDrop { get; init; } = 0.25f;

    public float LayerDrop { get; init; } = 0.33f;

    public bool DropWords { get; init; } = true;

    /// <param name="batch">Ordered by falling length.</param>
    /// <param name="scale">One over the words of the whole batch.</param>
    public void Run(Example[] batch, ulong seed, float scale)
    {
        examples = batch;
        Chance = new Order(seed);
        Packing.Set([.. batch.Select(e => e.Forms.Length + 1)]);
        int rows = Packing.Rows, both = shape.Both;
        float* x = Embed(), y1 = one.Room(rows * both), y2 = two.Room(rows * both);
        Drop(x, rows * shape.Input, InputDrop, inputMask);
        lstms[0].Forward(Packing, Packing.Forward, x, shape.Input, y1);
        lstms[1].Forward(Packing, Packing.Backward, x, shape.Input, y1 + shape.Hidden);
        Drop(y1, rows * both, LayerDrop, oneMask);
        float* mid = Linear(NetworkShape.MiddleAt, y1, both, middle, shape.Middle);
        float* tag = Linear(NetworkShape.TagAt, mid, shape.Middle, tags, 0);
        float* name = Linear(NetworkShape.NameAt, mid + shape.TagWidth, shape.Middle, names, 0);
        lstms[2].Forward(Packing, Packing.Forward, y1, both, y2);
        lstms[3].Forward(Packing, Packing.Backward, y1, both, y2 + shape.Hidden);
        Drop(y2, rows * both, LayerDrop, twoMask);
        float* tops = Linear(NetworkShape.TopAt, y2, both, top, 2 * shape.ArcWidth);
        float* turn = Linear(NetworkShape.ArcAt, tops, shape.Top, turned, 0);

        // From here on scores are replaced by their gradients, and the way goes back.
        Losses.Tag += Softmax(tag, PackedMatrix.Padded(shape.Tags), shape.Tags, e => e.Tags, e => e.Tags, scale * TagWeight);
        Losses.Name += Softmax(name, PackedMatrix.Padded(shape.Names), shape.Names, e => e.Names, e => e.Names, scale * NameWeight);
        float* dMid = dMiddle.Room(rows * shape.Middle), dt = dTop.Zeroed(rows * shape.Top), d1 = dOne.Room(rows * both), d2 = dTwo.Room(rows * both);
        LinearBack(NetworkShape.TagAt, mid, shape.Middle, tag, dMid, shape.Middle, add: false);
        LinearBack(NetworkShape.NameAt, mid + shape.TagWidth, shape.Middle, name, dMid + shape.TagWidth, shape.Middle, add: false);
        Unbend(dMid, mid, shape.Middle, shape.Middle);
        LinearBack(NetworkShape.MiddleAt, y1, both, dMid, d1, both, add: false);
        Arcs(tops, turn, dt, scale);
        Relations(tops, dt, scale);
        LinearBack(NetworkShape.ArcAt, tops, shape.Top, dTurned.Pointer, dt, shape.Top, add: false);
        Unbend(dt, tops, shape.Top, 2 * shape.ArcWidth);
        LinearBack(NetworkShape.TopAt, y2, both, dt, d2, both, add: false);
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
            for (int p = 0; p < WordFeatures.Pieces; p++)
            {
                int row = pieceRows[r * WordFeatures.Pieces + p];
                if (row >= 0)
                {
                    tables[1].Add(row, g + shape.WordWidth);
                }
            }
        }
    }

    private float* Embed()
    {
        wordRows.Clear();
        pieceRows.Clear();
        float* x = input.Zeroed(Packing.Rows * shape.Input), at = x;
        Span<int> rows = stackalloc int[WordFeatures.Pieces];
        foreach (Example example in examples)
        {
            for (int i = -1; i < example.Forms.Length; i++, at += shape.Input)
            {
                int word = WordFeatures.Root;
                rows.Fill(-1);
                if (i >= 0)
                {
                    word = features.Of(example.Forms[i], rows);
                    float lost = 0.25f / (0.25f + set.Frequencies[word] / 2f);
                    if (DropWords)
                    {
                        // The rarer a word, the oftener it must be told from its spelling alone; the hashed whole word is dropped apart.
                        word = word == WordFeatures.Unknown || Chance.Uniform() < lost ? WordFeatures.Unknown : word;
                        rows[0] = Chance.Uniform() < lost ? -1 : rows[0];
                    }
                }

                wordRows.Add(word);
                new ReadOnlySpan<float>(weights.Words.Pointer + (nint)word * shape.WordWidth, shape.WordWidth).CopyTo(new Span<float>(at, shape.WordWidth));
                foreach (int row in rows)
                {
                    pieceRows.Add(row);
                    if (row >= 0)
                    {
                        Add(weights.Pieces.Pointer + (nint)row * shape.PieceWidth, at + shape.WordWidth, shape.PieceWidth);
                    }
                }
            }
        }

        return x;
    }

    private double Softmax(float* x, int width, int count, Func<Example, int[]> gold, Func<SoftTree, SoftLabels> likely, float scale)
    {
        double loss = 0;
        for (int s = 0; s < examples.Length; s++)
        {
            int[] labels = gold(examples[s]);
            SoftLabels? soft = examples[s].Soft is { } tree ? likely(tree) : null;
            for (int i = -1; i < labels.Length; i++, x += width)
            {
                if (i < 0 || labels[i] < 0)
                {
                    new Span<float>(x, width).Clear();
                    continue;
                }

                loss += soft is null ? Rank(x, width, count, [(ushort)labels[i]], [1f], scale) : Rank(x, width, count, soft.Answers(i), soft.Shares(i), scale * SilverWeight);
            }
        }

        return loss;
    }

    private void Arcs(float* tops, float* turn, float* dt, float scale)
    {
        float* dTurn = dTurned.Room(Packing.Rows * shape.ArcWidth);
        for (int s = 0; s < examples.Length; s++)
        {
            int begin = Packing.Begins[s], n = Packing.Begins[s + 1] - begin;
            float* heads = tops + (nint)begin * shape.Top + shape.ArcWidth, own = turn + (nint)begin * shape.ArcWidth;
            packed.PackTransposed(heads, shape.Top, shape.ArcWidth, n);
            int width = packed.Columns;
            float* x = scores.Room(n * width);
            Gemm.Multiply(n, own, shape.ArcWidth, 1, packed, x, width, add: false);
            new Span<float>(x, width).Clear();
            for (int d = 1; d < n; d++)
            {
                x[d * width + d] = -1e30f;
                Losses.Arc += examples[s].Soft is { } soft
                    ? Rank(x + d * width, width, n, soft.Heads.Answers(d - 1), soft.Heads.Shares(d - 1), scale * SilverWeight)
                    : Rank(x + d * width, width, n, [(ushort)(examples[s].Heads[d - 1] + 1)], [1f], scale);
            }

            Losses.Words += n - 1;
            packed.Pack(heads, shape.Top, n, shape.ArcWidth);
            Gemm.Multiply(n, x, width, 1, packed, dTurn + (nint)begin * shape.ArcWidth, shape.ArcWidth, add: false);
            packed.Pack(own, shape.ArcWidth, n, shape.ArcWidth);
            Gemm.Multiply(n, x, 1, width, packed, dt + (nint)begin * shape.Top + shape.ArcWidth, shape.Top, add: true);
        }
    }

    private void Relations(float* tops, float* dt, float scale)
    {
        int width = shape.RelationWidth, dependent = 2 * shape.ArcWidth, governor = dependent + width;
        int rows = Packing.Rows;
        float* p = pair.Zeroed(rows * width), dp = dPair.Room(rows * width);
        for (int s = 0; s < examples.Length; s++)
        {
            int begin = Packing.Begins[s];
            for (int r = begin + 1; r < Packing.Begins[s + 1]; r++)
            {
                int head = begin + examples[s].Heads[r - begin - 1] + 1;
                Add(tops + (nint)r * shape.Top + dependent, p + (nint)r * width, width);
                Add(tops + (nint)head * shape.Top + governor, p + (nint)r * width, width);
                for (int j = 0; j < width; j++)
                {
                    float v = p[(nint)r * width + j];
                    p[(nint)r * width + j] = v < 0 ? v * Activation.Leak : v;
                }
            }
        }

        float* x = Linear(NetworkShape.RelationAt, p, width, relations, 0);
        Losses.Relation += Softmax(x, PackedMatrix.Padded(weights.Shape.Relations), weights.Shape.Relations, e => e.Relations, e => e.Relations, scale);
        LinearBack(NetworkShape.RelationAt, p, width, x, dp, width, add: false);
        Unbend(dp, p, width, width);
        for (int s = 0; s < examples.Length; s++)
        {
            int begin = Packing.Begins[s];
            for (int r = begin + 1; r < Packing.Begins[s + 1]; r++)
            {
                int head = begin + examples[s].Heads[r - begin - 1] + 1;
                Add(dp + (nint)r * width, dt + (nint)r * shape.Top + dependent, width);
                Add(dp + (nint)r * width, dt + (nint)head * shape.Top + governor, width);
            }
        }
    }
}
