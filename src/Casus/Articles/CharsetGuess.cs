using System.Buffers;
using System.Text;

namespace Casus.Articles;

/// <summary>
/// The character set of bytes that are no UTF-8 and of which nothing true is said. Western texts have single letters beyond ASCII inside of words; where they come in
/// runs the text is in another script: each set is tried, and that in whose commonest letters most of the text is written is taken.
/// </summary>
internal static class CharsetGuess
{
    /// <summary>Bytes that are looked at.</summary>
    private const int Most = 20_000;

    /// <summary>Share of the letters beyond ASCII that the commonest ones of a language make up in its own texts, at least.</summary>
    private const double LeastShare = 0.4;

    private static readonly (string Name, SearchValues<char> Common)[] Sets =
    [
        ("shift_jis", SearchValues.Create("のにはをたがでとしるれさあいうまてなもらりっこくかきすせそつけえよわめみおだやどばへ、。")),
        ("euc-jp", SearchValues.Create("のにはをたがでとしるれさあいうまてなもらりっこくかきすせそつけえよわめみおだやどばへ、。")),
        ("windows-1256", SearchValues.Create("اليمنورتبةدعسهفکی")),
        ("windows-1251", SearchValues.Create("оеаинтсрвлкмдпу")),
        ("gb18030", SearchValues.Create("的一是在不了有和人这中大为上个国我以要他，。")),
    ];

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Most)];
        int high = 0, beside = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isHigh = bytes[i] >= 0x80;
            high += isHigh ? 1 : 0;
            beside += isHigh && ((i > 0 && bytes[i - 1] >= 0x80) || (i + 1 < bytes.Length && bytes[i + 1] >= 0x80)) ? 1 : 0;
        }

        // Half of the bytes of Shift JIS are ASCII; words of Western languages have hardly two letters beyond it side by side.
        if (high < 20 || beside * 2 < high)
        {
            return Charsets.Western;
        }

        Encoding best = Charsets.Western;
        double most = LeastShare;
        foreach ((string name, SearchValues<char> common) in Sets)
        {
            Encoding encoding = Charsets.Named(name)!;
            double share = Share(encoding.GetString(bytes), common);
            (best, most) = share > most ? (encoding, share) : (best, most);
        }

        return best;
    }

    private static double Share(string text, SearchValues<char> common)
    {
        int letters = 0, hits = 0;
        foreach (char c in text)
        {
            letters += c >= 0x80 ? 1 : 0;
            hits += common.Contains(c) ? 1 : 0;
        }

        return letters == 0 ? 0 : (double)hits / letters;
    }
}
