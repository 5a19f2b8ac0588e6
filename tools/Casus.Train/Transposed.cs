using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>
/// Gradients of matrices: C += Xᵀ·B. X is turned first, since reading down its columns would hit the same few sets of the cache.
/// </summary>
internal sealed unsafe class Transposed
{
    private readonly FloatBuffer buffer = new();

    /// <param name="x">Rows of a width, of which the first <paramref name="taken"/> columns are used.</param>
    /// <param name="width">A multiple of 8, as is <paramref name="taken"/>.</param>
    public void Product(float* x, int rows, int width, int taken, PackedMatrix b, float* c, int cWidth)
    {
        int padded = (rows + 7) & ~7;
        float* to = buffer.Room(padded * taken);
        int r = 0;
        for (; r + 8 <= rows; r += 8)
        {
            for (int j = 0; j < taken; j += 8)
            {
                Block(x + (nint)r * width + j, width, to + (nint)j * padded + r, padded);
            }
        }

        for (; r < rows; r++)
        {
            for (int j = 0; j < taken; j++)
            {
                to[(nint)j * padded + r] = x[(nint)r * width + j];
            }
        }

        Gemm.Multiply(taken, to, padded, 1, b, c, cWidth, add: true);
    }

    public void Product(float* x, int rows, int width, PackedMatrix b, float* c, int cWidth) => Product(x, rows, width, width, b, c, cWidth);

    private static void Block(float* from, nint width, float* to, nint toWidth)
    {
        for (int i = 0; i < 8; i++)
        {
            float* row = from + i;
            Vector256.Create(row[0], row[width], row[2 * width], row[3 * width], row[4 * width], row[5 * width], row[6 * width], row[7 * width]).Store(to + i * toWidth);
        }
    }
}
