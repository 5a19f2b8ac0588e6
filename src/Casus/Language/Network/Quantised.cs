namespace Casus.Language;

/// <summary>Matrices in 8 bits with one scale a row; biases (one row) in full.</summary>
internal static class Quantised
{
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values, int rows, int columns)
    {
        if (rows == 1)
        {
            foreach (float v in values)
            {
                writer.Write(v);
            }

            return;
        }

        for (int r = 0; r < rows; r++)
        {
            ReadOnlySpan<float> row = values.Slice(r * columns, columns);
            float scale = Scale(row);
            writer.Write(scale);
            foreach (float v in row)
            {
                writer.Write(Step(v, scale));
            }
        }
    }

    /// <summary>What one step of a row's numbers is worth.</summary>
    public static float Scale(ReadOnlySpan<float> row)
    {
        float top = 0;
        foreach (float v in row)
        {
            top = Math.Max(top, Math.Abs(v));
        }

        return top / 127;
    }

    public static sbyte Step(float value, float scale) => (sbyte)(scale == 0 ? 0 : MathF.Round(value / scale));

    public static float[] Read(BinaryReader reader, int rows, int columns)
    {
        var values = new float[rows * columns];
        for (int r = 0; r < rows; r++)
        {
            if (rows == 1)
            {
                for (int c = 0; c < columns; c++)
                {
                    values[c] = reader.ReadSingle();
                }

                break;
            }

            float scale = reader.ReadSingle();
            ReadOnlySpan<byte> row = reader.ReadBytes(columns);
            for (int c = 0; c < columns; c++)
            {
                values[r * columns + c] = (sbyte)row[c] * scale;
            }
        }

        return values;
    }
}
