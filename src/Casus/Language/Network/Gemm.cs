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

    /// <summary>Rows that are taken through all panels before the next: of usual widths they fit into the second cache.</summary>
    private const int RowBlock = 96;

    /// <summary>C (rows × b.Columns) = A·B, or += with <paramref name="add"/>. Element (i, k) of A is a[i * rowStep + k * step].</summary>
    public static void Multiply(int rows, float* a, int rowStep, int step, PackedMatrix b, float* c, int width, bool add)
    {
        int depth = b.Rows;
        for (int row = 0; row < rows; row += RowBlock, a += (nint)RowBlock * rowStep, c += (nint)RowBlock * width)
        {
            int count = Math.Min(RowBlock, rows - row);
            float* panel = b.Pointer;
            for (int column = 0; column < b.Columns; column += Panel, panel += (nint)depth * Panel)
            {
                if (Vector512.IsHardwareAccelerated)
                {
                    Wide(count, a, rowStep, step, panel, depth, c + column, width, add);
                }
                else
                {
                    Narrow(count, a, rowStep, step, panel, depth, c + column, width, add);
                }
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
        // Half a panel at a time: six rows of it fill the registers, and the half stays in the first cache from row to row.
        int i = 0, sixes = rows / 6 * 6;
        for (int half = 0; half < Panel; half += Panel / 2)
        {
            for (i = 0; i < sixes; i += 6)
            {
                Rows6Narrow(a + i * rowStep, rowStep, step, panel + half, depth, c + i * width + half, width, add);
            }
        }

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
