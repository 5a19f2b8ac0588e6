using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Casus.Articles;

/// <summary>The characters of a page, or why there are none.</summary>
/// <param name="Charset">The encoding that was used.</param>
internal sealed record PageText(string Text, string Charset, Refused? Refusal)
{
    /// <summary>Largest page that is read: 16 MiB. A larger file is no article.</summary>
    public const int LargestPage = 16 * 1024 * 1024;

    /// <summary>Control characters that no text holds.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r' or '\f')), '\u007F']);

    private const int Utf8Page = 65001;

    private static readonly Regex Declared = new(
        "<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    /// <summary>
    /// Decodes bytes: a byte order mark decides, then validity as UTF-8, then the charset that is stated, by the head of a response or message or else by the markup
    /// (the order of the HTML standard, but for bytes that prove to be UTF-8), then what the bytes are most like. NULs and other control characters become spaces.
    /// </summary>
    /// <param name="stated">The charset that stands beside the bytes; null when none does.</param>
    public static PageText Of(ReadOnlySpan<byte> bytes, PageFormat format, string? stated = null)
    {
        if (bytes.Length > LargestPage)
        {
            return No(RefusalReason.TooLarge, $"The page has {bytes.Length} bytes; the limit is {LargestPage}. Split it or leave it out.");
        }

        if (bytes.IsEmpty)
        {
            return No(RefusalReason.Empty, "The page has no bytes. Fetch it again.");
        }

        if (format != PageFormat.PlainText && IsKnownBinary(bytes))
        {
            return No(RefusalReason.Binary, "The bytes are those of an image, archive, program or PDF, not of a text. Give its text instead.");
        }

        (string text, string charset) = Decode(bytes, format, stated is null ? null : Charsets.Named(stated));
        int controls = 0, replaced = text.AsSpan().Count('\uFFFD');
        for (ReadOnlySpan<char> rest = text; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            controls++;
        }

        if (controls + replaced > text.Length / 10 + 2)
        {
            return No(RefusalReason.Binary, $"{controls + replaced} of {text.Length} characters are control or broken characters: this is no text.");
        }

        return new PageText(format != PageFormat.PlainText && controls > 0 ? WithoutControls(text) : text, charset, null);
    }

    private static (string Text, string Charset) Decode(ReadOnlySpan<byte> bytes, PageFormat format, Encoding? stated)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && format != PageFormat.PlainText)
        {
            return (Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        }

        if (bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return bytes[0] == 0xFF ? (Encoding.Unicode.GetString(bytes[2..]), "utf-16le") : (Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be");
        }

        Encoding? wide = WithoutMark(bytes);
        if (wide is not null)
        {
            return (wide.GetString(bytes), wide.WebName);
        }

        if (IsAscii7(bytes) && bytes.IndexOf((byte)0x1B) >= 0 && (stated ?? Declaration(bytes)) is { } seven)
        {
            return (seven.GetString(bytes), seven.WebName);
        }

        return Utf8.IsValid(bytes) ? (Encoding.UTF8.GetString(bytes), "utf-8") : Legacy(bytes, stated);
    }

    private static (string Text, string Charset) Legacy(ReadOnlySpan<byte> bytes, Encoding? stated)
    {
        Encoding? declared = Declaration(bytes);
        if ((stated ?? declared) is { CodePage: not Utf8Page } told)
        {
            return (told.GetString(bytes), told.WebName);
        }

        // A page that says UTF-8 and has a few broken bytes is UTF-8; one that is wrong throughout is not.
        string lenient = Encoding.UTF8.GetString(bytes);
        int broken = lenient.AsSpan().Count('\uFFFD'), high = 0;
        foreach (byte b in bytes)
        {
            high += b >= 0x80 ? 1 : 0;
        }

        if (broken * 4 < high)
        {
            return (lenient, "utf-8");
        }

        // Many servers call all that they send UTF-8: then the page may know better.
        Encoding likely = declared is { CodePage: not Utf8Page } ? declared : CharsetGuess.Of(bytes);
        return (likely.GetString(bytes), likely.WebName);
    }

    private static Encoding? Declaration(ReadOnlySpan<byte> bytes)
    {
        Match match = Declared.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)]));
        if (!match.Success)
        {
            return null;
        }

        string name = match.Groups[1].Value;
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Charsets.Named(name);
    }

    /// <summary>UTF-16 without a mark: nearly every other byte of its Latin text is zero.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length & ~1, 2000)];
        int even = 0, odd = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        int half = head.Length / 2;
        return half < 8 ? null : odd > half * 7 / 10 && even < half / 10 ? Encoding.Unicode : even > half * 7 / 10 && odd < half / 10 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsAscii7(ReadOnlySpan<byte> bytes) => System.Text.Ascii.IsValid(bytes);

    private static bool IsKnownBinary(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("RIFF"u8) || bytes.StartsWith("SQLite format 3"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) // PNG
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]) // ELF
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) // zip
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) // gzip
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) // JPEG
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]); // old office files

    private static string WithoutControls(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            char c = source[i];
            span[i] = Controls.Contains(c) ? ' ' : c;
        }
    });

    private static PageText No(string reason, string detail) => new("", "", new Refused(reason, detail));
}
