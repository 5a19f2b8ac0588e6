using System.Globalization;

namespace Casus.App.Web;

/// <summary>Figures and names as views write them.</summary>
internal static class Plain
{
    public const string Unknown = "not told";

    public static readonly string[] Quads = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plural(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A length in a drawing.</summary>
    public static string Px(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>"assault" for ASSAULT.</summary>
    public static string Type(string type) => type.ToLowerInvariant();

    /// <summary>Cut at a word where it is longer.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', length - 1);
        return text[..(space > length / 2 ? space : length - 1)].TrimEnd() + "…";
    }
}
