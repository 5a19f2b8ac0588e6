using System.Text;

namespace Casus.Articles;

/// <summary>Character sets by the names that pages give them.</summary>
internal static class Charsets
{
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding that a page means by a name: "iso-8859-1" is windows-1252 (as browsers have it). Null for names that nobody knows.</summary>
    public static Encoding? Named(string name)
    {
        name = name.Trim().ToLowerInvariant();
        if (name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" or "iso_8859-1" or "cp1252" or "ansi" or "windows-1252")
        {
            return Western;
        }

        try
        {
            return name is "utf8" or "utf-8" or "" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(Alias(name)) ?? Encoding.GetEncoding(Alias(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Alias(string name) => name switch
    {
        "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "ms_kanji" => "shift_jis",
        "cp1251" or "win-1251" => "windows-1251",
        "cp1256" or "win-1256" => "windows-1256",
        "iso-8859-8-i" => "iso-8859-8",
        "gbk" or "cp936" => "gb2312",
        _ => name,
    };
}
