using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>What the ways there and back through a part of a batch share, whichever network it is. For one thread.</summary>
internal abstract unsafe class NetworkPass(DenseWeights weights)
{
    private readonly PackedMatrix layout = new();
    private readonly Transposed transposed = new();

    public FloatBuffer Gradients { get; } = new(weights.Count);

    protected Packing Packing { get; } = new();

    protected Order Chance { get; set; } = new(1);

    /// <summary>Hands the gradients of embedding rows over, to the tables in the optimiser's order.</summary>
    public abstract void AddRows(Optimiser.Rows[] tables);

    /// <summary>Cross-entropy of one row with the shares of its answers; the row becomes its gradient.</summary>
    protected static double Rank(float* x, int width, int count, ReadOnlySpan<ushort> answers, ReadOnlySpan<float> shares, float scale)
    {
        float most = x[0], sum = 0;
        for (int j = 1; j < count; j++)
        {
            most = Math.Max(most, x[j]);
        }

        double loss = most;
        for (int k = 0; k < answers.Length; k++)
        {
            loss -= shares[k] * x[answers[k]];
        }

        for (int j = 0; j < width; j += 8)
        {
            Activation.Exp(Vector256.Load(x + j) - Vector256.Create(most)).Store(x + j);
        }

        for (int j = 0; j < count; j++)
        {
            sum += x[j];
        }

        float factor = scale / sum;
        for (int j = 0; j < width; j++)
        {
            x[j] = j < count ? x[j] * factor : 0;
        }

        for (int k = 0; k < answers.Length; k++)
        {
            x[answers[k]] -= shares[k] * scale;
        }

        return loss + Math.Log(sum);
    }

    protected float* Linear(int at, float* x, int width, FloatBuffer into, int bent)
    {
        PackedMatrix matrix = weights.Forward[at];
        float* y = into.Room(Packing.Rows * matrix.Columns);
        Gemm.Multiply(Packing.Rows, x, width, 1, matrix, y, matrix.Columns, add: false);
        Activation.Bias(y, Packing.Rows, matrix.Columns, weights.Bias(at + 1), bent);
        return y;
    }

    protected void LinearBack(int at, float* x, int width, float* dy, float* dx, int dxWidth, bool add)
    {
        (int depth, int columns) = weights.Sizes[at];
        layout.Pack(dy, columns, Packing.Rows, columns);
        transposed.Product(x, Packing.Rows, width, depth, layout, Gradients.Pointer + weights.Offsets[at], columns);
        float* bias = Gradients.Pointer + weights.Offsets[at + 1];
        for (int r = 0; r < Packing.Rows; r++)
        {
            Add(dy + (nint)r * columns, bias, columns);
        }

        Gemm.Multiply(Packing.Rows, dy, columns, 1, weights.Backward[at], dx, dxWidth, add);
    }

    protected void Unbend(float* gradient, float* value, int width, int bent)
    {
        for (int r = 0; r < Packing.Rows; r++, gradient += width, value += width)
        {
            for (int j = 0; j < bent; j += 8)
            {
                Vector256<float> g = Vector256.Load(gradient + j);
                Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Load(value + j), Vector256<float>.Zero), g * Activation.Leak, g).Store(gradient + j);
            }
        }
    }

    protected void Drop(float* x, int count, float share, FloatBuffer mask)
    {
        float* m = mask.Room(count);
        uint limit = (uint)(share * 256);
        float kept = 256f / (256 - limit);
        for (int i = 0; i < count; i += 8)
        {
            ulong bits = Chance.Next();
            for (int j = 0; j < 8; j++, bits >>= 8)
            {
                m[i + j] = (bits & 255) < limit ? 0 : kept;
            }

            (Vector256.Load(x + i) * Vector256.Load(m + i)).Store(x + i);
        }
    }

    protected static void Scale(float* x, FloatBuffer mask, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            (Vector256.Load(x + i) * Vector256.Load(mask.Pointer + i)).Store(x + i);
        }
    }

    internal static void Add(float* from, float* to, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            (Vector256.Load(from + i) + Vector256.Load(to + i)).Store(to + i);
        }
    }
}
