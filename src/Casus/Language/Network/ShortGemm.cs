using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Casus.Language;

/// <summary>Product of 16-bit numbers in blocks held in registers, two of the depth at a time. Sums are whole numbers: exact in any order.</summary>
internal static unsafe partial class ShortGemm
{
    /// <summary>Columns of a panel; widths of results are multiples of it.</summary>
    public const int Panel = 16;

    /// <summary>Rows that are taken through all panels before the next: of usual widths they fit into the second cache.</summary>
    private const int RowBlock = 96;

    /// <summary>Compiled apart and in full at once: inlined into a caller, the sums would be spilled from their registers.</summary>
    private const MethodImplOptions Kernel = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>C (rows × b.Columns) = A·B times the rows' and the weights' scales, or += with <paramref name="add"/>. Rows of A lie side by side.</summary>
    public static void Multiply(int rows, short* a, float* scales, ShortMatrix b, float* c, int width, bool add)
    {
        // Two numbers of A are read at a time, as one of 32 bits.
        int pairs = b.Rows / 2;
        int* x = (int*)a;
        for (int row = 0; row < rows; row += RowBlock)
        {
            int end = Math.Min(rows, row + RowBlock);
            short* panel = b.Pointer;
            for (int column = 0; column < b.Columns; column += Panel, panel += (nint)b.Rows * Panel)
            {
                if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
                {
                    Wide(row, end, x, scales, panel, pairs, c + column, width, add);
                }
                else
                {
                    Narrow(row, end, x, scales, panel, pairs, c + column, width, add);
                }
            }
        }
    }

    private static void Wide(int row, int end, int* a, float* scales, short* panel, int pairs, float* c, nint width, bool add)
    {
        int i = row;
        for (; i + 6 <= end; i += 6)
        {
            Rows6Wide(a + (nint)i * pairs, panel, pairs, c + i * width, width, scales + i, add);
        }

        for (; i + 2 <= end; i += 2)
        {
            Rows2Wide(a + (nint)i * pairs, panel, pairs, c + i * width, width, scales + i, add);
        }

        if (i < end)
        {
            Rows1Wide(a + (nint)i * pairs, panel, pairs, c + i * width, scales + i, add);
        }
    }

    /// <summary>The path for 256 bits and less. Visible for the test that compares the two.</summary>
    internal static void Narrow(int row, int end, int* a, float* scales, short* panel, int pairs, float* c, nint width, bool add)
    {
        int i = row;
        for (; i + 6 <= end; i += 6)
        {
            Rows6(a + (nint)i * pairs, panel, pairs, c + i * width, width, scales + i, add);
        }

        for (; i + 2 <= end; i += 2)
        {
            Rows2(a + (nint)i * pairs, panel, pairs, c + i * width, width, scales + i, add);
        }

        if (i < end)
        {
            Rows1(a + (nint)i * pairs, panel, pairs, c + i * width, scales + i, add);
        }
    }

    // The blocks are written out because the compiler keeps the sums in registers only so.
    [MethodImpl(Kernel)]
    private static void Rows6(int* a, short* b, int pairs, float* c, nint width, float* scales, bool add)
    {
        Vector256<int> s0l = Vector256<int>.Zero, s0h = Vector256<int>.Zero;
        Vector256<int> s1l = Vector256<int>.Zero, s1h = Vector256<int>.Zero;
        Vector256<int> s2l = Vector256<int>.Zero, s2h = Vector256<int>.Zero;
        Vector256<int> s3l = Vector256<int>.Zero, s3h = Vector256<int>.Zero;
        Vector256<int> s4l = Vector256<int>.Zero, s4h = Vector256<int>.Zero;
        Vector256<int> s5l = Vector256<int>.Zero, s5h = Vector256<int>.Zero;
        nint step = pairs;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            Vector256<short> l = Vector256.Load(b), h = Vector256.Load(b + Panel);
            int* x = a + 3 * step;
            Vector256<short> v0 = Vector256.Create(*a).AsInt16();
            s0l += Pairs(v0, l);
            s0h += Pairs(v0, h);
            Vector256<short> v1 = Vector256.Create(a[step]).AsInt16();
            s1l += Pairs(v1, l);
            s1h += Pairs(v1, h);
            Vector256<short> v2 = Vector256.Create(a[2 * step]).AsInt16();
            s2l += Pairs(v2, l);
            s2h += Pairs(v2, h);
            Vector256<short> v3 = Vector256.Create(*x).AsInt16();
            s3l += Pairs(v3, l);
            s3h += Pairs(v3, h);
            Vector256<short> v4 = Vector256.Create(x[step]).AsInt16();
            s4l += Pairs(v4, l);
            s4h += Pairs(v4, h);
            Vector256<short> v5 = Vector256.Create(x[2 * step]).AsInt16();
            s5l += Pairs(v5, l);
            s5h += Pairs(v5, h);
        }

        Put(c, s0l, s0h, scales[0], add);
        Put(c + width, s1l, s1h, scales[1], add);
        Put(c + 2 * width, s2l, s2h, scales[2], add);
        Put(c + 3 * width, s3l, s3h, scales[3], add);
        Put(c + 4 * width, s4l, s4h, scales[4], add);
        Put(c + 5 * width, s5l, s5h, scales[5], add);
    }

    [MethodImpl(Kernel)]
    private static void Rows2(int* a, short* b, int pairs, float* c, nint width, float* scales, bool add)
    {
        Vector256<int> s0l = Vector256<int>.Zero, s0h = Vector256<int>.Zero, s1l = Vector256<int>.Zero, s1h = Vector256<int>.Zero;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            Vector256<short> l = Vector256.Load(b), h = Vector256.Load(b + Panel);
            Vector256<short> v0 = Vector256.Create(*a).AsInt16();
            s0l += Pairs(v0, l);
            s0h += Pairs(v0, h);
            Vector256<short> v1 = Vector256.Create(a[pairs]).AsInt16();
            s1l += Pairs(v1, l);
            s1h += Pairs(v1, h);
        }

        Put(c, s0l, s0h, scales[0], add);
        Put(c + width, s1l, s1h, scales[1], add);
    }

    [MethodImpl(Kernel)]
    private static void Rows1(int* a, short* b, int pairs, float* c, float* scales, bool add)
    {
        Vector256<int> low = Vector256<int>.Zero, high = Vector256<int>.Zero;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            Vector256<short> v = Vector256.Create(*a).AsInt16();
            low += Pairs(v, Vector256.Load(b));
            high += Pairs(v, Vector256.Load(b + Panel));
        }

        Put(c, low, high, scales[0], add);
    }

    /// <summary>a[2i]·b[2i] + a[2i + 1]·b[2i + 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Pairs(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(a, b);
        }

        return AdvSimd.Arm64.IsSupported ? Vector256.Create(Pairs(a.GetLower(), b.GetLower()), Pairs(a.GetUpper(), b.GetUpper())) : PairsAnywhere(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pairs(Vector128<short> a, Vector128<short> b) =>
        AdvSimd.Arm64.AddPairwise(AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), AdvSimd.MultiplyWideningUpper(a, b));

    /// <summary>With nothing but what every machine has. The test compares the two.</summary>
    internal static Vector256<int> PairsAnywhere(Vector256<short> a, Vector256<short> b)
    {
        Vector256<int> x = a.AsInt32(), y = b.AsInt32();
        return (((x << 16) >> 16) * ((y << 16) >> 16)) + ((x >> 16) * (y >> 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector256<int> low, Vector256<int> high, float scale, bool add)
    {
        var s = Vector256.Create(scale);
        Vector256<float> l = Vector256.ConvertToSingle(low), h = Vector256.ConvertToSingle(high);
        (add ? Vector256.FusedMultiplyAdd(l, s, Vector256.Load(c)) : l * s).Store(c);
        (add ? Vector256.FusedMultiplyAdd(h, s, Vector256.Load(c + 8)) : h * s).Store(c + 8);
    }
}
