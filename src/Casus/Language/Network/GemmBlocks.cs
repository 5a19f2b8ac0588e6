using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

// The blocks are written out because the compiler keeps the sums in registers only so.
internal static unsafe partial class Gemm
{
    /// <summary>Compiled apart and in full at once: inlined into a caller, the sums would be spilled from their registers.</summary>
    private const MethodImplOptions Kernel = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    [MethodImpl(Kernel)]
    private static void Rows8Wide(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector512<float> s0l = Vector512<float>.Zero, s0h = Vector512<float>.Zero;
        Vector512<float> s1l = Vector512<float>.Zero, s1h = Vector512<float>.Zero;
        Vector512<float> s2l = Vector512<float>.Zero, s2h = Vector512<float>.Zero;
        Vector512<float> s3l = Vector512<float>.Zero, s3h = Vector512<float>.Zero;
        Vector512<float> s4l = Vector512<float>.Zero, s4h = Vector512<float>.Zero;
        Vector512<float> s5l = Vector512<float>.Zero, s5h = Vector512<float>.Zero;
        Vector512<float> s6l = Vector512<float>.Zero, s6h = Vector512<float>.Zero;
        Vector512<float> s7l = Vector512<float>.Zero, s7h = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> l = Vector512.Load(b), h = Vector512.Load(b + 16);
            float* x = a;
            var v0 = Vector512.Create(*x);
            s0l = Vector512.FusedMultiplyAdd(v0, l, s0l);
            s0h = Vector512.FusedMultiplyAdd(v0, h, s0h);
            x += rowStep;
            var v1 = Vector512.Create(*x);
            s1l = Vector512.FusedMultiplyAdd(v1, l, s1l);
            s1h = Vector512.FusedMultiplyAdd(v1, h, s1h);
            x += rowStep;
            var v2 = Vector512.Create(*x);
            s2l = Vector512.FusedMultiplyAdd(v2, l, s2l);
            s2h = Vector512.FusedMultiplyAdd(v2, h, s2h);
            x += rowStep;
            var v3 = Vector512.Create(*x);
            s3l = Vector512.FusedMultiplyAdd(v3, l, s3l);
            s3h = Vector512.FusedMultiplyAdd(v3, h, s3h);
            x += rowStep;
            var v4 = Vector512.Create(*x);
            s4l = Vector512.FusedMultiplyAdd(v4, l, s4l);
            s4h = Vector512.FusedMultiplyAdd(v4, h, s4h);
            x += rowStep;
            var v5 = Vector512.Create(*x);
            s5l = Vector512.FusedMultiplyAdd(v5, l, s5l);
            s5h = Vector512.FusedMultiplyAdd(v5, h, s5h);
            x += rowStep;
            var v6 = Vector512.Create(*x);
            s6l = Vector512.FusedMultiplyAdd(v6, l, s6l);
            s6h = Vector512.FusedMultiplyAdd(v6, h, s6h);
            x += rowStep;
            var v7 = Vector512.Create(*x);
            s7l = Vector512.FusedMultiplyAdd(v7, l, s7l);
            s7h = Vector512.FusedMultiplyAdd(v7, h, s7h);
            a += step;
            b += Panel;
        }

        Put(c, s0l, s0h, add);
        Put(c + width, s1l, s1h, add);
        Put(c + 2 * width, s2l, s2h, add);
        Put(c + 3 * width, s3l, s3h, add);
        Put(c + 4 * width, s4l, s4h, add);
        Put(c + 5 * width, s5l, s5h, add);
        Put(c + 6 * width, s6l, s6h, add);
        Put(c + 7 * width, s7l, s7h, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows4Wide(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector512<float> s0l = Vector512<float>.Zero, s0h = Vector512<float>.Zero;
        Vector512<float> s1l = Vector512<float>.Zero, s1h = Vector512<float>.Zero;
        Vector512<float> s2l = Vector512<float>.Zero, s2h = Vector512<float>.Zero;
        Vector512<float> s3l = Vector512<float>.Zero, s3h = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> l = Vector512.Load(b), h = Vector512.Load(b + 16);
            float* x = a;
            var v0 = Vector512.Create(*x);
            s0l = Vector512.FusedMultiplyAdd(v0, l, s0l);
            s0h = Vector512.FusedMultiplyAdd(v0, h, s0h);
            x += rowStep;
            var v1 = Vector512.Create(*x);
            s1l = Vector512.FusedMultiplyAdd(v1, l, s1l);
            s1h = Vector512.FusedMultiplyAdd(v1, h, s1h);
            x += rowStep;
            var v2 = Vector512.Create(*x);
            s2l = Vector512.FusedMultiplyAdd(v2, l, s2l);
            s2h = Vector512.FusedMultiplyAdd(v2, h, s2h);
            x += rowStep;
            var v3 = Vector512.Create(*x);
            s3l = Vector512.FusedMultiplyAdd(v3, l, s3l);
            s3h = Vector512.FusedMultiplyAdd(v3, h, s3h);
            a += step;
            b += Panel;
        }

        Put(c, s0l, s0h, add);
        Put(c + width, s1l, s1h, add);
        Put(c + 2 * width, s2l, s2h, add);
        Put(c + 3 * width, s3l, s3h, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows2Wide(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector512<float> s0l = Vector512<float>.Zero, s0h = Vector512<float>.Zero;
        Vector512<float> s1l = Vector512<float>.Zero, s1h = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> l = Vector512.Load(b), h = Vector512.Load(b + 16);
            float* x = a;
            var v0 = Vector512.Create(*x);
            s0l = Vector512.FusedMultiplyAdd(v0, l, s0l);
            s0h = Vector512.FusedMultiplyAdd(v0, h, s0h);
            x += rowStep;
            var v1 = Vector512.Create(*x);
            s1l = Vector512.FusedMultiplyAdd(v1, l, s1l);
            s1h = Vector512.FusedMultiplyAdd(v1, h, s1h);
            a += step;
            b += Panel;
        }

        Put(c, s0l, s0h, add);
        Put(c + width, s1l, s1h, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows1Wide(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector512<float> s0l = Vector512<float>.Zero, s0h = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> l = Vector512.Load(b), h = Vector512.Load(b + 16);
            float* x = a;
            var v0 = Vector512.Create(*x);
            s0l = Vector512.FusedMultiplyAdd(v0, l, s0l);
            s0h = Vector512.FusedMultiplyAdd(v0, h, s0h);
            a += step;
            b += Panel;
        }

        Put(c, s0l, s0h, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows6Narrow(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector256<float> s0l = Vector256<float>.Zero, s0h = Vector256<float>.Zero;
        Vector256<float> s1l = Vector256<float>.Zero, s1h = Vector256<float>.Zero;
        Vector256<float> s2l = Vector256<float>.Zero, s2h = Vector256<float>.Zero;
        Vector256<float> s3l = Vector256<float>.Zero, s3h = Vector256<float>.Zero;
        Vector256<float> s4l = Vector256<float>.Zero, s4h = Vector256<float>.Zero;
        Vector256<float> s5l = Vector256<float>.Zero, s5h = Vector256<float>.Zero;
        nint fourth = 3 * rowStep;
        for (int k = 0; k < depth; k++)
        {
            Vector256<float> l = Vector256.Load(b), h = Vector256.Load(b + 8);
            float* x = a + fourth;
            var v0 = Vector256.Create(*a);
            s0l = Vector256.FusedMultiplyAdd(v0, l, s0l);
            s0h = Vector256.FusedMultiplyAdd(v0, h, s0h);
            var v1 = Vector256.Create(a[rowStep]);
            s1l = Vector256.FusedMultiplyAdd(v1, l, s1l);
            s1h = Vector256.FusedMultiplyAdd(v1, h, s1h);
            var v2 = Vector256.Create(a[2 * rowStep]);
            s2l = Vector256.FusedMultiplyAdd(v2, l, s2l);
            s2h = Vector256.FusedMultiplyAdd(v2, h, s2h);
            var v3 = Vector256.Create(*x);
            s3l = Vector256.FusedMultiplyAdd(v3, l, s3l);
            s3h = Vector256.FusedMultiplyAdd(v3, h, s3h);
            var v4 = Vector256.Create(x[rowStep]);
            s4l = Vector256.FusedMultiplyAdd(v4, l, s4l);
            s4h = Vector256.FusedMultiplyAdd(v4, h, s4h);
            var v5 = Vector256.Create(x[2 * rowStep]);
            s5l = Vector256.FusedMultiplyAdd(v5, l, s5l);
            s5h = Vector256.FusedMultiplyAdd(v5, h, s5h);
            a += step;
            b += Panel;
        }

        Put(c, s0l, s0h, add);
        Put(c + width, s1l, s1h, add);
        Put(c + 2 * width, s2l, s2h, add);
        Put(c + 3 * width, s3l, s3h, add);
        Put(c + 4 * width, s4l, s4h, add);
        Put(c + 5 * width, s5l, s5h, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows2Narrow(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector256<float> s0a = Vector256<float>.Zero, s0b = Vector256<float>.Zero, s0c = Vector256<float>.Zero, s0d = Vector256<float>.Zero;
        Vector256<float> s1a = Vector256<float>.Zero, s1b = Vector256<float>.Zero, s1c = Vector256<float>.Zero, s1d = Vector256<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector256<float> p = Vector256.Load(b), q = Vector256.Load(b + 8), r = Vector256.Load(b + 16), s = Vector256.Load(b + 24);
            var v0 = Vector256.Create(*a);
            s0a = Vector256.FusedMultiplyAdd(v0, p, s0a);
            s0b = Vector256.FusedMultiplyAdd(v0, q, s0b);
            s0c = Vector256.FusedMultiplyAdd(v0, r, s0c);
            s0d = Vector256.FusedMultiplyAdd(v0, s, s0d);
            var v1 = Vector256.Create(a[rowStep]);
            s1a = Vector256.FusedMultiplyAdd(v1, p, s1a);
            s1b = Vector256.FusedMultiplyAdd(v1, q, s1b);
            s1c = Vector256.FusedMultiplyAdd(v1, r, s1c);
            s1d = Vector256.FusedMultiplyAdd(v1, s, s1d);
            a += step;
            b += Panel;
        }

        Put(c, s0a, s0b, add);
        Put(c + 16, s0c, s0d, add);
        Put(c + width, s1a, s1b, add);
        Put(c + 16 + width, s1c, s1d, add);
    }

    [MethodImpl(Kernel)]
    private static void Rows1Narrow(float* a, nint rowStep, nint step, float* b, int depth, float* c, nint width, bool add)
    {
        Vector256<float> s0a = Vector256<float>.Zero, s0b = Vector256<float>.Zero, s0c = Vector256<float>.Zero, s0d = Vector256<float>.Zero;
        for (int k = 0; k < depth; k++)
        {
            Vector256<float> p = Vector256.Load(b), q = Vector256.Load(b + 8), r = Vector256.Load(b + 16), s = Vector256.Load(b + 24);
            var v0 = Vector256.Create(*a);
            s0a = Vector256.FusedMultiplyAdd(v0, p, s0a);
            s0b = Vector256.FusedMultiplyAdd(v0, q, s0b);
            s0c = Vector256.FusedMultiplyAdd(v0, r, s0c);
            s0d = Vector256.FusedMultiplyAdd(v0, s, s0d);
            a += step;
            b += Panel;
        }

        Put(c, s0a, s0b, add);
        Put(c + 16, s0c, s0d, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector512<float> low, Vector512<float> high, bool add)
    {
        if (add)
        {
            low += Vector512.Load(c);
            high += Vector512.Load(c + 16);
        }

        low.Store(c);
        high.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector256<float> low, Vector256<float> high, bool add)
    {
        if (add)
        {
            low += Vector256.Load(c);
            high += Vector256.Load(c + 8);
        }

        low.Store(c);
        high.Store(c + 8);
    }
}
