using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// Products of rows of floats with weights in whole numbers: each row, multiplied by the weights' scales, is rounded to 15 bits and a scale
/// of its own, and the sums are whole. So no order of adding shows in the result, and the bits are the same on every machine. The working memory of one thread.
/// </summary>
internal sealed unsafe class ShortProduct(ShortMatrix matrix, ShortRows rounded) : IRightFactor
{
    /// <summary>The largest number of a row: sums over the depth stay below 2^31.</summary>
    private readonly float most = Math.Min(short.MaxValue, int.MaxValue / sbyte.MaxValue / matrix.Rows);

    public int Rows => matrix.Rows;

    public int Columns => matrix.Columns;

    public void Multiply(int rows, float* a, int rowStep, float* c, int width, bool add)
    {
        rounded.Room(rows, matrix.Rows);
        for (int i = 0; i < rows; i++)
        {
            rounded.Scales[i] = Round(a + (nint)i * rowStep, rounded.Numbers + (nint)i * matrix.Rows);
        }

        ShortGemm.Multiply(rows, rounded.Numbers, rounded.Scales, matrix, c, width, add);
    }

    /// <summary>As <see cref="Multiply(int, float*, int, float*, int, bool)"/>, with the result of row r in row map[r] of C.</summary>
    public void Multiply(ReadOnlySpan<int> map, float* a, int rowStep, float* c, int width, bool add)
    {
        rounded.Room(map.Length, matrix.Rows);
        for (int i = 0; i < map.Length; i++)
        {
            rounded.Scales[map[i]] = Round(a + (nint)i * rowStep, rounded.Numbers + (nint)map[i] * matrix.Rows);
        }

        ShortGemm.Multiply(map.Length, rounded.Numbers, rounded.Scales, matrix, c, width, add);
    }

    /// <summary>Each with the scratch they share: the products of one thread follow one another.</summary>
    public static ShortProduct?[] Of(ShortMatrix?[] matrices, ShortRows rounded) => Array.ConvertAll(matrices, m => m is null ? null : new ShortProduct(m, rounded));

    /// <returns>What one step of the rounded row is worth.</returns>
    private float Round(float* a, short* to)
    {
        float* scales = matrix.Scales.Pointer;
        Vector256<float> top = Vector256<float>.Zero;
        for (int k = 0; k < matrix.Rows; k += 8)
        {
            top = Vector256.MaxNative(top, Vector256.Abs(Vector256.Load(a + k) * Vector256.Load(scales + k)));
        }

        float largest = 1e-30f;
        for (int j = 0; j < 8; j++)
        {
            largest = Math.Max(largest, top[j]);
        }

        Vector256<float> steps = Vector256.Create(most / largest), half = Vector256.Create(0.5f);
        for (int k = 0; k < matrix.Rows; k += 16)
        {
            Vector256<float> low = Vector256.FusedMultiplyAdd(Vector256.Load(a + k) * Vector256.Load(scales + k), steps, half);
            Vector256<float> high = Vector256.FusedMultiplyAdd(Vector256.Load(a + k + 8) * Vector256.Load(scales + k + 8), steps, half);
            Vector256.NarrowWithSaturation(Vector256.ConvertToInt32Native(Vector256.Floor(low)), Vector256.ConvertToInt32Native(Vector256.Floor(high))).Store(to + k);
        }

        return largest / most;
    }
}

/// <summary>Rows rounded for a product. Only grows.</summary>
internal sealed unsafe class ShortRows
{
    private readonly FloatBuffer numbers = new(), scales = new();

    public short* Numbers => (short*)numbers.Pointer;

    public float* Scales => scales.Pointer;

    public void Room(int rows, int width)
    {
        numbers.Room((rows * width + 1) / 2);
        scales.Room(rows);
    }
}
