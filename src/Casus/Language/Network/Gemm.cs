using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// Matrix product in blocks held in registers. Every element is one chain of fused multiply-adds over the depth, in order: the result
/// does not depend on how many rows are multiplied together nor on the vector width, so it is the same bits on every machine.
/// </summary>
internal static unsafe partial class Gemm
{
    /// <summary>Columns of a packed panel; widths of results are multiples of it.</summary>
    public const int Panel = 32;

    /// <summary>C (rows × b.Columns) = A·B, or += with <paramref name="add"/>. Element (i, k) of A is a[i * rowStep + k * step].</summary>
    public static void Multiply(int rows, float* a, int rowStep, int step, PackedMatrix b, float* c, int width, bool add)
    {
        float* panel = b.Pointer;
        int depth = b.Rows;
        for (int column = 0; column < b.Columns; column += Panel, panel += (nint)depth * Panel)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Wide(rows, a, rowStep, step, panel, depth, c + column, width, add);
            }
            else
            {
                Narrow(rows, a, rowStep, step, panel, depth, c + column, width, add);
            }
        }
    }

    private static void Wide(int rows, float* a, nint rowStep, nint step, float* panel, int depth, float* c, nint width, bool add)
    {
        int i = 0;
        for (; i + 8 <= rows; i += 8)
        {
            Rows8Wide(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
        }

        if (i + 4 <= rows)
        {
            Rows4Wide(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
            i += 4;
        }

        if (i + 2 <= rows)
        {
            Rows2Wide(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
            i += 2;
        }

        if (i < rows)
        {
            Rows1Wide(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
        }
    }

    /// <summary>The path for 256 bits and less; .NET lowers it to 128 bits or scalars where it must. Visible for the test that compares the two.</summary>
    internal static void Narrow(int rows, float* a, nint rowStep, nint step, float* panel, int depth, float* c, nint width, bool add)
    {
        int i = 0;
        for (; i + 2 <= rows; i += 2)
        {
            Rows2Narrow(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
        }

        if (i < rows)
        {
            Rows1Narrow(a + i * rowStep, rowStep, step, panel, depth, c + i * width, width, add);
        }
    }
}
