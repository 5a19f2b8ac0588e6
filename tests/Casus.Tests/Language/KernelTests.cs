using System.Runtime.Intrinsics;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

public unsafe class KernelTests
{
    [Theory]
    [InlineData(1, 7, 32)]
    [InlineData(15, 33, 64)]
    [InlineData(27, 96, 96)]
    public void ProductsAreExactInAnyWidthAndCompany(int rows, int depth, int columns)
    {
        FloatBuffer a = Noise(rows * depth, 1), b = Noise(depth * columns, 2), c = new(rows * columns), narrow = new(rows * columns), single = new(columns);
        var packed = new PackedMatrix();
        packed.Pack(b.Pointer, columns, depth, columns);
        Gemm.Multiply(rows, a.Pointer, depth, 1, packed, c.Pointer, columns, add: false);
        for (int column = 0; column < columns; column += Gemm.Panel)
        {
            Gemm.Narrow(rows, a.Pointer, depth, 1, packed.Pointer + column * depth, depth, narrow.Pointer + column, columns, add: false);
        }

        Assert.True(c.Span.SequenceEqual(narrow.Span));
        Gemm.Multiply(1, a.Pointer + (rows - 1) * depth, depth, 1, packed, single.Pointer, columns, add: false);
        Assert.True(c.Span[((rows - 1) * columns)..].SequenceEqual(single.Span));
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                float sum = 0;
                for (int k = 0; k < depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a.Span[i * depth + k], b.Span[k * columns + j], sum);
                }

                Assert.Equal(sum, c.Span[i * columns + j]);
            }
        }
    }

    [Theory]
    [InlineData(1, 64, 32)]
    [InlineData(15, 96, 64)]
    [InlineData(103, 384, 96)]
    public void ProductsInWholeNumbersAreCloseAndTheSameInAnyCompany(int rows, int depth, int columns)
    {
        FloatBuffer a = Noise(rows * depth, 5), b = Noise(depth * columns, 6), c = new(rows * columns), single = new(columns);
        var product = new ShortProduct(new ShortMatrix(b.Span[..(depth * columns)], depth, columns), new ShortRows());
        product.Multiply(rows, a.Pointer, depth, c.Pointer, columns, add: false);
        for (int i = 0; i < rows; i++)
        {
            product.Multiply(1, a.Pointer + i * depth, depth, single.Pointer, columns, add: false);
            Assert.True(c.Span.Slice(i * columns, columns).SequenceEqual(single.Span[..columns]));
            for (int j = 0; j < columns; j++)
            {
                double sum = 0, length = 0;
                for (int k = 0; k < depth; k++)
                {
                    float scale = Quantised.Scale(b.Span.Slice(k * columns, columns));
                    double term = (double)a.Span[i * depth + k] * Quantised.Step(b.Span[k * columns + j], scale) * scale;
                    sum += term;
                    length += term * term;
                }

                Assert.Equal(sum, single.Span[j], 1e-3 * Math.Sqrt(length));
            }
        }

        // Added to itself, the first row is double what it was.
        float first = c.Span[0];
        product.Multiply(1, a.Pointer, depth, c.Pointer, columns, add: true);
        Assert.Equal(2 * first, c.Span[0], 1e-6);
    }

    [Fact]
    public void PairsAreTheSameOnEveryMachine()
    {
        var chance = new Random(7);
        for (int i = 0; i < 1000; i++)
        {
            var bytes = new byte[64];
            chance.NextBytes(bytes);
            Vector256<short> a = Vector256.Create(bytes.AsSpan(0, 32)).AsInt16(), b = Vector256.Create(bytes.AsSpan(32)).AsInt16() >> 8;
            Assert.Equal(ShortGemm.PairsAnywhere(a, b), ShortGemm.Pairs(a, b));
        }
    }

    [Theory]
    [InlineData(1, 64, 32)]
    [InlineData(27, 96, 48)]
    [InlineData(103, 384, 96)]
    public void ProductsInWholeNumbersAreTheSameInAnyWidth(int rows, int depth, int columns)
    {
        FloatBuffer b = Noise(depth * columns, 8), scales = Noise(rows, 9), c = new(rows * columns), narrow = new(rows * columns);
        var matrix = new ShortMatrix(b.Span[..(depth * columns)], depth, columns);
        var chance = new Random(10);
        short[] a = [.. Enumerable.Range(0, rows * depth).Select(_ => (short)chance.Next(-170, 171))];
        fixed (short* at = a)
        {
            foreach (bool add in new[] { false, true })
            {
                ShortGemm.Multiply(rows, at, scales.Pointer, matrix, c.Pointer, columns, add);
                for (int column = 0; column < columns; column += ShortGemm.Panel)
                {
                    ShortGemm.Narrow(0, rows, (int*)at, scales.Pointer, matrix.Pointer + column * depth, depth / 2, narrow.Pointer + column, columns, add);
                }

                Assert.True(c.Span.SequenceEqual(narrow.Span));
            }
        }
    }

    [Fact]
    public void ActivationsAreTheSameInAnyWidth()
    {
        for (float x = -90; x < 90; x += 0.37f)
        {
            Vector512<float> wide = Vector512.Create(x) + Vector512.CreateSequence(0f, 0.02f);
            Assert.Equal(Vector512.Create(Activation.Sigmoid(wide.GetLower()), Activation.Sigmoid(wide.GetUpper())), Activation.Sigmoid(wide));
            Assert.Equal(Vector512.Create(Activation.Tanh(wide.GetLower()), Activation.Tanh(wide.GetUpper())), Activation.Tanh(wide));
        }
    }

    [Fact]
    public void TransposedFactorsAndSumsAgree()
    {
        FloatBuffer a = Noise(40 * 24, 3), b = Noise(64 * 24, 4), straight = new(40 * 64), turned = new(40 * 64);
        var packed = new PackedMatrix();
        packed.PackTransposed(b.Pointer, 24, 24, 64);
        Gemm.Multiply(40, a.Pointer, 24, 1, packed, straight.Pointer, 64, add: false);
        FloatBuffer at = new(40 * 24);
        for (int i = 0; i < 40; i++)
        {
            for (int k = 0; k < 24; k++)
            {
                at.Span[k * 40 + i] = a.Span[i * 24 + k];
            }
        }

        turned.Span.Fill(1);
        Gemm.Multiply(40, at.Pointer, 1, 40, packed, turned.Pointer, 64, add: true);
        for (int i = 0; i < straight.Span.Length; i++)
        {
            Assert.Equal(straight.Span[i] + 1, turned.Span[i]);
        }
    }

    [Fact]
    public void ExponentialIsCloseToTheTrueOne()
    {
        for (float x = -80; x < 80; x += 0.37f)
        {
            float got = Activation.Exp(System.Runtime.Intrinsics.Vector256.Create(x))[3];
            Assert.InRange(got / MathF.Exp(x), 1 - 1e-6f, 1 + 1e-6f);
        }
    }

    [Fact]
    public void DecoderFindsTheBestTreeWithOneRoot()
    {
        var decoder = new TreeDecoder();
        for (uint seed = 1; seed < 300; seed++)
        {
            int n = 2 + (int)(seed % 4);
            FloatBuffer scores = Noise(n * 32, seed);
            var heads = new int[n];
            decoder.Decode(scores.Span, 32, heads);
            Assert.True(decoder.IsTree(heads), $"seed {seed}");
            Assert.InRange(Score(scores.Span, heads), BestProjective(scores.Span, n, decoder) - 1e-3f, float.MaxValue);
        }
    }

    private static float BestProjective(ReadOnlySpan<float> scores, int n, TreeDecoder decoder)
    {
        float best = float.MinValue;
        int all = (int)Math.Pow(n, n - 1);
        var heads = new int[n];
        for (int code = 0; code < all; code++)
        {
            for (int d = 1, rest = code; d < n; d++, rest /= n)
            {
                heads[d] = rest % n;
            }

            if (decoder.IsTree(heads) && IsProjective(heads))
            {
                best = Math.Max(best, Score(scores, heads));
            }
        }

        return best;
    }

    private static bool IsProjective(int[] heads)
    {
        for (int d = 1; d < heads.Length; d++)
        {
            (int low, int high) = (Math.Min(d, heads[d]), Math.Max(d, heads[d]));
            for (int e = 1; e < heads.Length; e++)
            {
                bool inside = e > low && e < high;
                if (inside && (heads[e] < low || heads[e] > high))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static float Score(ReadOnlySpan<float> scores, int[] heads)
    {
        float sum = 0;
        for (int d = 1; d < heads.Length; d++)
        {
            sum += scores[d * 32 + heads[d]];
        }

        return sum;
    }

    private static FloatBuffer Noise(int count, uint seed)
    {
        var buffer = new FloatBuffer(count);
        uint state = seed * 2654435761u + 1;
        for (int i = 0; i < count; i++)
        {
            state = FeatureList.Mix(state + 0x9E3779B9u);
            buffer.Span[i] = (state >> 8) * (2f / (1 << 24)) - 1;
        }

        return buffer;
    }
}
