using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Element-wise functions. They are written with fused operations only, the same in every lane of whatever width, so the bits are the same everywhere.</summary>
internal static unsafe class Activation
{
    public const float Leak = 0.1f;

    /// <summary>e^x within 2 units in the last place, for |x| up to 87 (clamped beyond): Cody–Waite reduction and a polynomial of degree 6 (Cephes).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // The plain ones look for what is no number, which no sum of weights is, in thrice the instructions.
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-87f)), Vector256.Create(87f));
        Vector256<float> n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        Vector256<float> p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(5.0000001201e-1f));
        p = Vector256.FusedMultiplyAdd(p, r * r, r + Vector256<float>.One);
        Vector256<int> power = (Vector256.ConvertToInt32Native(n) + Vector256.Create(127)) << 23;
        return p * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Vector256.FusedMultiplyAdd(Vector256.Create(2f), Sigmoid(x + x), Vector256.Create(-1f));

    /// <summary>As for half as many: the same operations lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(-87f)), Vector512.Create(87f));
        Vector512<float> n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        Vector512<float> p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r + Vector512<float>.One);
        Vector512<int> power = (Vector512.ConvertToInt32Native(n) + Vector512.Create(127)) << 23;
        return p * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512.FusedMultiplyAdd(Vector512.Create(2f), Sigmoid(x + x), Vector512.Create(-1f));

    /// <summary>Adds a bias to rows, then bends the first <paramref name="bent"/> columns (LeakyReLU). Widths are multiples of 8.</summary>
    public static void Bias(float* x, int rows, int width, float* bias, int bent)
    {
        Vector256<float> leak = Vector256.Create(Leak);
        for (int i = 0; i < rows; i++, x += width)
        {
            for (int j = 0; j < width; j += 8)
            {
                Vector256<float> v = Vector256.Load(x + j) + Vector256.Load(bias + j);
                (j < bent ? Vector256.MaxNative(v, v * leak) : v).Store(x + j);
            }
        }
    }

    /// <summary>One step of an LSTM for one row: gates (i, f, g, o in z, replaced by their values), new cell, its tanh, output. Before is the last cell or null.</summary>
    /// <param name="hidden">A multiple of 8.</param>
    public static void Cell(float* z, float* before, float* cell, float* squashed, float* output, int hidden)
    {
        int j = 0;
        for (; Vector512.IsHardwareAccelerated && j + 16 <= hidden; j += 16)
        {
            Vector512<float> i = Sigmoid(Vector512.Load(z + j));
            Vector512<float> f = Sigmoid(Vector512.Load(z + hidden + j));
            Vector512<float> g = Tanh(Vector512.Load(z + 2 * hidden + j));
            Vector512<float> o = Sigmoid(Vector512.Load(z + 3 * hidden + j));
            Vector512<float> c = i * g;
            if (before != null)
            {
                c = Vector512.FusedMultiplyAdd(f, Vector512.Load(before + j), c);
            }

            Vector512<float> t = Tanh(c);
            i.Store(z + j);
            f.Store(z + hidden + j);
            g.Store(z + 2 * hidden + j);
            o.Store(z + 3 * hidden + j);
            c.Store(cell + j);
            t.Store(squashed + j);
            (o * t).Store(output + j);
        }

        for (; j < hidden; j += 8)
        {
            Vector256<float> i = Sigmoid(Vector256.Load(z + j));
            Vector256<float> f = Sigmoid(Vector256.Load(z + hidden + j));
            Vector256<float> g = Tanh(Vector256.Load(z + 2 * hidden + j));
            Vector256<float> o = Sigmoid(Vector256.Load(z + 3 * hidden + j));
            Vector256<float> c = i * g;
            if (before != null)
            {
                c = Vector256.FusedMultiplyAdd(f, Vector256.Load(before + j), c);
            }

            Vector256<float> t = Tanh(c);
            i.Store(z + j);
            f.Store(z + hidden + j);
            g.Store(z + 2 * hidden + j);
            o.Store(z + 3 * hidden + j);
            c.Store(cell + j);
            t.Store(squashed + j);
            (o * t).Store(output + j);
        }
    }
}
