using System.Runtime.InteropServices;

namespace Casus.Language;

/// <summary>Pinned floats that only grow: the working memory of one thread.</summary>
internal sealed unsafe class FloatBuffer
{
    private float[] floats = GC.AllocateArray<float>(1024, pinned: true);

    public FloatBuffer()
    {
    }

    public FloatBuffer(int length) => floats = GC.AllocateArray<float>(length, pinned: true);

    public float* Pointer => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(floats, 0);

    public Span<float> Span => floats;

    /// <summary>Room for that many floats; the content is lost when it grows.</summary>
    public float* Room(int length)
    {
        if (floats.Length < length)
        {
            floats = GC.AllocateUninitializedArray<float>(length + (length >> 2), pinned: true);
        }

        return Pointer;
    }

    public float* Zeroed(int length)
    {
        float* room = Room(length);
        new Span<float>(room, length).Clear();
        return room;
    }
}

/// <summary>The right factor of a product, laid out in panels of <see cref="Gemm.Panel"/> columns, each depth-first; missing columns are zero.</summary>
internal sealed unsafe class PackedMatrix
{
    private readonly FloatBuffer buffer = new();

    public int Rows { get; private set; }

    /// <summary>A multiple of <see cref="Gemm.Panel"/>.</summary>
    public int Columns { get; private set; }

    public float* Pointer => buffer.Pointer;

    public static int Padded(int columns) => (columns + Gemm.Panel - 1) / Gemm.Panel * Gemm.Panel;

    /// <summary>Takes the matrix whose element (k, j) is from[k * width + j].</summary>
    public void Pack(float* from, int width, int rows, int columns)
    {
        float* to = Room(rows, columns);
        for (int column = 0; column < columns; column += Gemm.Panel)
        {
            int part = Math.Min(Gemm.Panel, columns - column);
            for (int k = 0; k < rows; k++, to += Gemm.Panel)
            {
                var target = new Span<float>(to, Gemm.Panel);
                new ReadOnlySpan<float>(from + (nint)k * width + column, part).CopyTo(target);
                target[part..].Clear();
            }
        }
    }

    /// <summary>Takes the transpose: element (k, j) is from[j * width + k].</summary>
    public void PackTransposed(float* from, int width, int rows, int columns)
    {
        float* to = Room(rows, columns);
        for (int column = 0; column < columns; column += Gemm.Panel, to += (nint)rows * Gemm.Panel)
        {
            int part = Math.Min(Gemm.Panel, columns - column);
            if (part < Gemm.Panel)
            {
                new Span<float>(to, rows * Gemm.Panel).Clear();
            }

            for (int j = 0; j < part; j++)
            {
                float* line = from + (nint)(column + j) * width;
                for (int k = 0; k < rows; k++)
                {
                    to[(nint)k * Gemm.Panel + j] = line[k];
                }
            }
        }
    }

    private float* Room(int rows, int columns)
    {
        Rows = rows;
        Columns = Padded(columns);
        return buffer.Room(rows * Columns);
    }
}
