namespace Casus.App.Web;

/// <summary>Ids as addresses give them.</summary>
internal static class Ids
{
    private const int Longest = 120;

    /// <exception cref="Trouble">It cannot be one.</exception>
    public static string Check(string id) => id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':') ? id : throw new Trouble(ExitCode.Findings, "No id looks like that.");
}
