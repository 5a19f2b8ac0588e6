namespace Casus.App.Fetch;

/// <summary>One line of a stream, without its line break. Null bytes: the line is longer than the limit and was passed over.</summary>
/// <param name="Number">From 1.</param>
internal readonly record struct InputLine(int Number, byte[]? Bytes);

/// <summary>Lines of UTF-8 as bytes, with a bound on what one line may take. Lines of nothing but blanks are left out; a byte order mark is dropped.</summary>
internal static class LineReader
{
    /// <summary>64 MiB: more than twice the largest page, written as JSON.</summary>
    public const int MaxLineBytes = 64 << 20;

    public static IEnumerable<InputLine> Lines(Stream stream, int limit = MaxLineBytes)
    {
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        int number = 1;
        bool tooLong = false;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            int from = 0;
            while (from < read)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                int until = end < 0 ? read : end;
                tooLong |= line.Length + until - from > limit;
                if (tooLong)
                {
                    line.SetLength(0);
                }
                else
                {
                    line.Write(buffer, from, until - from);
                }

                if (end >= 0)
                {
                    if (Finish(line, number++, ref tooLong) is { } full)
                    {
                        yield return full;
                    }
                }

                from = until + 1;
            }
        }

        if (Finish(line, number, ref tooLong) is { } last)
        {
            yield return last;
        }
    }

    private static InputLine? Finish(MemoryStream line, int number, ref bool tooLong)
    {
        if (tooLong)
        {
            tooLong = false;
            line.SetLength(0);
            return new InputLine(number, null);
        }

        ReadOnlySpan<byte> bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (number == 1 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        byte[]? kept = bytes.Trim(" \t\r"u8).IsEmpty ? null : bytes.ToArray();
        line.SetLength(0);
        return kept is null ? null : new InputLine(number, kept);
    }
}
