using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>One direction of one LSTM layer, there and back, over packed rows.</summary>
internal sealed unsafe class TrainLstm(DenseWeights weights, int hidden, int at)
{
    private readonly FloatBuffer input = new(), gates = new(), cells = new(), squashed = new(), outputs = new();
    private readonly FloatBuffer dOutputs = new(), dNext = new(), dCells = new(), dInput = new(), before = new();
    private readonly PackedMatrix packed = new();
    private readonly Transposed turned = new();
    private int width;

    /// <summary>y's rows are of both directions' width; this one's half begins at the pointer.</summary>
    public void Forward(Packing packing, ReadOnlySpan<int> map, float* x, int width, float* y)
    {
        this.width = width;
        int rows = packing.Rows;
        float* xp = input.Room(rows * width), z = gates.Room(rows * 4 * hidden), c = cells.Room(rows * hidden), t = squashed.Room(rows * hidden), h = outputs.Room(rows * hidden);
        Lstm.Scatter(x, width, xp, width, width, map);
        Gemm.Multiply(rows, xp, width, 1, weights.Forward[at], z, 4 * hidden, add: false);
        Activation.Bias(z, rows, 4 * hidden, weights.Bias(at + 2), 0);
        Lstm.Run(packing, weights.Forward[at + 1], hidden, z, c, t, h);
        Lstm.Gather(h, hidden, y, 2 * hidden, hidden, map);
    }

    /// <summary>Adds to dx and to the dense gradients.</summary>
    public void Backward(Packing packing, ReadOnlySpan<int> map, float* dy, float* dx, int dxWidth, float* gradients)
    {
        int rows = packing.Rows, first = packing.Counts[0];
        int step = PackedMatrix.Padded(hidden);
        float* dh = dOutputs.Room(rows * hidden), next = dNext.Zeroed(first * step), dc = dCells.Zeroed(first * hidden), z = gates.Pointer;
        Lstm.Scatter(dy, 2 * hidden, dh, hidden, hidden, map);
        for (int t = packing.Steps - 1; t >= 0; t--)
        {
            int count = packing.Counts[t];
            nint row = packing.Offsets[t];
            for (int s = 0; s < count; s++, row++)
            {
                // Sentences that end here find zeros in next and dc: nothing was written there yet.
                float* last = t == 0 ? null : cells.Pointer + (packing.Offsets[t - 1] + s) * (nint)hidden;
                CellBack(z + row * 4 * hidden, last, squashed.Pointer + row * hidden, dh + row * hidden, next + s * step, dc + s * hidden, hidden);
            }

            if (t > 0)
            {
                Gemm.Multiply(count, z + packing.Offsets[t] * (nint)(4 * hidden), 4 * hidden, 1, weights.Backward[at + 1], next, step, add: false);
            }
        }

        packed.Pack(z, 4 * hidden, rows, 4 * hidden);
        turned.Product(input.Pointer, rows, width, packed, gradients + weights.Offsets[at], 4 * hidden);
        float* bias = gradients + weights.Offsets[at + 2];
        for (int r = 0; r < rows; r++)
        {
            NetworkPass.Add(z + (nint)r * 4 * hidden, bias, 4 * hidden);
        }

        float* dxp = dInput.Room(rows * width);
        Gemm.Multiply(rows, z, 4 * hidden, 1, weights.Backward[at], dxp, width, add: false);
        for (int r = 0; r < rows; r++)
        {
            NetworkPass.Add(dxp + (nint)map[r] * width, dx + (nint)r * dxWidth, width);
        }

        RecurrentGradient(packing, gradients, z, rows, first);
    }

    private void RecurrentGradient(Packing packing, float* gradients, float* z, int rows, int first)
    {
        int later = rows - first;
        if (later == 0)
        {
            return;
        }

        float* hp = before.Room(later * hidden);
        for (int t = 1; t < packing.Steps; t++)
        {
            int count = packing.Counts[t] * hidden;
            new ReadOnlySpan<float>(outputs.Pointer + packing.Offsets[t - 1] * (nint)hidden, count).CopyTo(new Span<float>(hp + (packing.Offsets[t] - first) * (nint)hidden, count));
        }

        packed.Pack(z + (nint)first * 4 * hidden, 4 * hidden, later, 4 * hidden);
        turned.Product(hp, later, hidden, packed, gradients + weights.Offsets[at + 1], 4 * hidden);
    }

    private static void CellBack(float* z, float* last, float* squashed, float* dOutput, float* dNext, float* dCell, int hidden)
    {
        Vector256<float> one = Vector256<float>.One;
        for (int j = 0; j < hidden; j += 8)
        {
            Vector256<float> i = Vector256.Load(z + j), f = Vector256.Load(z + hidden + j), g = Vector256.Load(z + 2 * hidden + j), o = Vector256.Load(z + 3 * hidden + j);
            Vector256<float> t = Vector256.Load(squashed + j), dh = Vector256.Load(dOutput + j) + Vector256.Load(dNext + j);
            Vector256<float> dc = dh * o * (one - t * t) + Vector256.Load(dCell + j);
            Vector256<float> c = last == null ? Vector256<float>.Zero : Vector256.Load(last + j);
            (dc * g * i * (one - i)).Store(z + j);
            (dc * c * f * (one - f)).Store(z + hidden + j);
            (dc * i * (one - g * g)).Store(z + 2 * hidden + j);
            (dh * t * o * (one - o)).Store(z + 3 * hidden + j);
            (dc * f).Store(dCell + j);
        }
    }
}
