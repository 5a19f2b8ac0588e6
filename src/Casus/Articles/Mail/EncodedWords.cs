using System.Text;

namespace Casus.Articles;

/// <summary>Words of a head in another character set (RFC 2047): "=?utf-8?q?Fl=C3=BCsse?=" is "Flüsse".</summary>
internal static class EncodedWords
{
    /// <param name="value">One character a byte; bytes beyond ASCII are read as UTF-8 where they are valid.</param>
    public static string Decode(string value)
    {
        var text = new StringBuilder(value.Length);
        int at = 0;
        while (at < value.Length)
        {
            int open = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (open < 0 || Word(value, open) is not var (word, end))
            {
                int stop = open < 0 ? value.Length : open + 2;
                text.Append(Raw(value[at..stop]));
                at = stop;
                continue;
            }

            // Blanks between two encoded words only part them.
            string between = value[at..open];
            text.Append(at > 0 && value[at - 1] == '=' && string.IsNullOrWhiteSpace(between) ? "" : Raw(between)).Append(word);
            at = end;
        }

        return ElementText.Clean(text.ToString());
    }

    private static (string Word, int End)? Word(string value, int open)
    {
        int charset = value.IndexOf('?', open + 2);
        if (charset < 0 || charset + 2 >= value.Length || value[charset + 2] != '?')
        {
            return null;
        }

        int end = value.IndexOf("?=", charset + 3, StringComparison.Ordinal);
        string name = value[(open + 2)..charset].Split('*')[0];
        if (end < 0 || Charsets.Named(name) is not { } encoding)
        {
            return null;
        }

        ReadOnlySpan<char> code = value.AsSpan(charset + 3, end - charset - 3);
        return char.ToLowerInvariant(value[charset + 1]) switch
        {
            'q' => (encoding.GetString(TransferCoding.Quoted(code, isWord: true)), end + 2),
            'b' => (encoding.GetString(TransferCoding.Base64(code)), end + 2),
            _ => null,
        };
    }

    private static string Raw(string bytes) => Ascii.IsValid(bytes) ? bytes : PageText.Of(Encoding.Latin1.GetBytes(bytes), PageFormat.TextDump).Text;
}
