namespace Casus.Articles;

/// <summary>Undoes what messages do to bytes on their way (RFC 2045): quoted-printable and base64. Broken codes give what can be read of them.</summary>
internal static class TransferCoding
{
    /// <param name="text">One character a byte.</param>
    /// <param name="encoding">As Content-Transfer-Encoding states it; null and unknown ones leave the bytes as they are.</param>
    public static byte[] Decode(string text, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => Quoted(text, isWord: false),
        "base64" => Base64(text),
        _ => System.Text.Encoding.Latin1.GetBytes(text),
    };

    /// <param name="isWord">In an encoded word of a head "_" is a blank.</param>
    public static byte[] Quoted(ReadOnlySpan<char> text, bool isWord)
    {
        var bytes = new byte[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes[count++] = (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2]));
                i += 2;
            }
            else if (c == '=' && Soft(text, i) is var end and > 0)
            {
                i = end - 1;
            }
            else
            {
                bytes[count++] = isWord && c == '_' ? (byte)' ' : (byte)c;
            }
        }

        return bytes[..count];
    }

    /// <summary>The end of a line break that "=" takes back; 0 when there is none.</summary>
    private static int Soft(ReadOnlySpan<char> text, int at)
    {
        int end = at + 1;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }

        return end >= text.Length ? end : text[end] == '\n' ? end + 1 : 0;
    }

    private static int Hex(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    /// <summary>Characters outside of the alphabet are passed over; the first padding ends it.</summary>
    public static byte[] Base64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        int count = 0, bits = 0, held = 0;
        foreach (char c in text)
        {
            int value = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a' + 26,
                >= '0' and <= '9' => c - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (c == '=')
            {
                break;
            }

            if (value < 0)
            {
                continue;
            }

            held = ((held << 6) | value) & 0xFFFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[count++] = (byte)(held >> bits);
            }
        }

        return bytes[..count];
    }
}
