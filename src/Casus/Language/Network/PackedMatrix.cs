using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Pinned floats that only grow: the working memory of one thread.</summary>
internal sealed unsafe class FloatBuffer
{
    private float[] floats;
    private int room;

    public FloatBuffer()
        : this(1024)
    {
    }

    public FloatBuffer(int length)
    {
        Pointer = Pinned.Array(length, out floats);
        room = length;
    }

    public float* Pointer { get; private set; }

    public Span<float> Span => new(Pointer, room);

    /// <summary>Room for that many floats; the content is lost when it grows.</summary>
    public float* Room(int length)
    {
        if (room < length)
        {
            room = length + (length >> 2);
            Pointer = Pinned.Array(room, out floats);
        }

        return Pointer;
    }

    public float* Zeroed(int length)
    {
        float* begin = Room(length);
        new Span<float>(begin, length).Clear();
        return begin;
    }
}

/// <summary>The right factor of a product, laid out in panels of <see cref="Gemm.Panel"/> columns, each depth-first; missing columns are zero.</summary>
internal sealed unsafe class PackedMatrix : IRightFactor
{
    private readonly FloatBuffer buffer = new();

    public int Rows { get; private set; }

    /// <summary>A multiple of <see cref="Gemm.Panel"/>.</summary>
    public int Columns { get; private set; }

    public float* Pointer => buffer.Pointer;

    public static int Padded(int columns) => (columns + Gemm.Panel - 1) / Gemm.Panel * Gemm.Panel;

    public void Multiply(int rows, float* a, int rowStep, float* c, int width, bool add) => Gemm.Multiply(rows, a, rowStep, 1, this, c, width, add);

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

            int j = 0;
            for (; j + 8 <= part; j += 8)
            {
                Eight(from + (nint)(column + j) * width, width, rows, to + j);
            }

            for (; j < part; j++)
            {
                float* line = from + (nint)(column + j) * width;
                for (int k = 0; k < rows; k++)
                {
                    to[(nint)k * Gemm.Panel + j] = line[k];
                }
            }
        }
    }

    /// <summary>Eight rows side by side as columns of a panel.</summary>
    private static void Eight(float* from, nint width, int rows, float* to)
    {
        for (int k = 0; k < rows; k++, from++, to += Gemm.Panel)
        {
            Vector256.Create(from[0], from[width], from[2 * width], from[3 * width], from[4 * width], from[5 * width], from[6 * width], from[7 * width]).Store(to);
        }
    }

    private float* Room(int rows, int columns)
    {
        Rows = rows;
        Columns = Padded(columns);
        return buffer.Room(rows * Columns);
    }
}
