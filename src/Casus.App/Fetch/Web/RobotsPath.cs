using System.Globalization;
using System.Text;

namespace Casus.App.Fetch.Web;

/// <summary>Paths and patterns of robots.txt in one spelling, and how the two match (RFC 9309, 2.2.2 and 2.2.3).</summary>
internal static class RobotsPath
{
    /// <summary>
    /// Octets beyond ASCII are percent-encoded, encoded letters, digits and -._~ are decoded, the rest is encoded in capitals. A * or $ that is
    /// meant as itself is encoded.
    /// </summary>
    /// <param name="pattern">Then * and a closing $ stay what they mean.</param>
    public static string Normal(string text, bool pattern)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var normal = new StringBuilder(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte octet = bytes[i];
            bool encoded = false;
            if (octet == '%' && i + 2 < bytes.Length && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte meantOctet))
            {
                (octet, encoded) = (meantOctet, true);
                i += 2;
            }

            bool plain = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            bool meant = !encoded && pattern && (octet == '*' || (octet == '$' && i == bytes.Length - 1));
            bool kept = plain || meant || (!encoded && octet is > (byte)' ' and < 0x7F and not (byte)'*' and not (byte)'$');
            if (kept)
            {
                normal.Append((char)octet);
            }
            else
            {
                normal.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return normal.ToString();
    }

    /// <summary>Both as <see cref="Normal"/> writes them. A pattern matches from the path's start; only a closing $ ties it to the end.</summary>
    public static bool Matches(string pattern, string path)
    {
        bool toEnd = pattern.EndsWith('$');
        string[] parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            return !toEnd || path.Length == parts[0].Length;
        }

        int at = parts[0].Length;
        for (int i = 1; i < parts.Length - (toEnd ? 1 : 0); i++)
        {
            int found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !toEnd || (path.Length - at >= parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
