using System.Text;

namespace Casus.Articles;

/// <summary>The text/plain body of a message as lines that mean something: soft breaks undone (RFC 3676), quotation marks at line starts taken off or left out.</summary>
internal static class MailBody
{
    /// <param name="flowed">Lines that end with a blank go on in the next.</param>
    public static string Of(string text, bool flowed)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        int own = 0, quoted = 0;
        foreach (string line in lines)
        {
            bool isQuoted = line.StartsWith('>');
            own += isQuoted ? 0 : Prose.IsProse(line) || line.Length > 60 ? 1 : 0;
            quoted += isQuoted ? 1 : 0;
        }

        // An answer says something of its own: the words that it quotes are another message's.
        bool drop = quoted > 0 && own * 2 > quoted;
        var body = new StringBuilder(text.Length);
        foreach (string line in lines)
        {
            if (line == "-- ")
            {
                break;
            }

            if (line.StartsWith('>') && drop)
            {
                continue;
            }

            string bare = line.StartsWith('>') ? line.TrimStart('>', ' ') : line;
            bool goesOn = flowed && bare.EndsWith(' ') && bare.Trim().Length > 0;
            body.Append(goesOn ? bare.TrimEnd() + ' ' : bare.TrimEnd() + '\n');
        }

        return body.ToString();
    }
}
