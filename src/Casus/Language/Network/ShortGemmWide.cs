using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Casus.Language;

// The same blocks with vectors that hold two of the depth of a whole panel. The blocks are written out because the compiler keeps the sums in registers only so.
internal static unsafe partial class ShortGemm
{
    [MethodImpl(Kernel)]
    private static void Rows6Wide(int* a, short* b, int pairs, float* c, nint width, float* scales, bool add)
    {
        Vector512<int> s0 = Vector512<int>.Zero, s1 = Vector512<int>.Zero, s2 = Vector512<int>.Zero;
        Vector512<int> s3 = Vector512<int>.Zero, s4 = Vector512<int>.Zero, s5 = Vector512<int>.Zero;
        nint step = pairs;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            var panel = Vector512.Load(b);
            int* x = a + 3 * step;
            s0 += Pairs(*a, panel);
            s1 += Pairs(a[step], panel);
            s2 += Pairs(a[2 * step], panel);
            s3 += Pairs(*x, panel);
            s4 += Pairs(x[step], panel);
            s5 += Pairs(x[2 * step], panel);
        }

        Put(c, s0, scales[0], add);
        Put(c + width, s1, scales[1], add);
        Put(c + 2 * width, s2, scales[2], add);
        Put(c + 3 * width, s3, scales[3], add);
        Put(c + 4 * width, s4, scales[4], add);
        Put(c + 5 * width, s5, scales[5], add);
    }

    [MethodImpl(Kernel)]
    private static void Rows2Wide(int* a, short* b, int pairs, float* c, nint width, float* scales, bool add)
    {
        Vector512<int> s0 = Vector512<int>.Zero, s1 = Vector512<int>.Zero;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            var panel = Vector512.Load(b);
            s0 += Pairs(*a, panel);
            s1 += Pairs(a[pairs], panel);
        }

        Put(c, s0, scales[0], add);
        Put(c + width, s1, scales[1], add);
    }

    [MethodImpl(Kernel)]
    private static void Rows1Wide(int* a, short* b, int pairs, float* c, float* scales, bool add)
    {
        Vector512<int> sum = Vector512<int>.Zero;
        int* end = a + pairs;
        for (; a < end; a++, b += 2 * Panel)
        {
            sum += Pairs(*a, Vector512.Load(b));
        }

        Put(c, sum, scales[0], add);
    }

    /// <summary>The two numbers of A times those of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Pairs(int a, Vector512<short> panel) => Avx512BW.MultiplyAddAdjacent(Vector512.Create(a).AsInt16(), panel);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector512<int> sum, float scale, bool add)
    {
        var s = Vector512.Create(scale);
        Vector512<float> value = Vector512.ConvertToSingle(sum);
        (add ? Vector512.FusedMultiplyAdd(value, s, Vector512.Load(c)) : value * s).Store(c);
    }
}
