using System.Globalization;
using System.Text;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>The named fields at the head of a record that are looked at. Null: it has none.</summary>
/// <param name="Length">Content-Length; null where it is missing or no number.</param>
internal sealed record WarcHead(string? Type, string? Id, string? Target, string? Date, string? BlockDigest, string? ContentType, string? PayloadType, long? Length)
{
    /// <param name="head">From "WARC/" to the empty line.</param>
    public static WarcHead Of(ReadOnlySpan<byte> head)
    {
        HeadLines lines = HeadLines.Of(head);
        string? target = lines["WARC-Target-URI"];
        return new WarcHead(
            lines["WARC-Type"]?.ToLowerInvariant(),
            lines["WARC-Record-ID"],
            target is ['<', .. var inside, '>'] ? inside : target,
            lines["WARC-Date"],
            lines["WARC-Block-Digest"],
            lines["Content-Type"],
            lines["WARC-Identified-Payload-Type"],
            long.TryParse(lines["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null);
    }
}

/// <summary>One record of a WARC file.</summary>
/// <param name="At">Where it begins: bytes from the start of a plain file; in a .gz the offset of its member and, where the record is not the member's first, "+" and the unpacked bytes before it.</param>
/// <param name="Head">Null when there is no record to speak of, only a problem.</param>
/// <param name="Block">What follows the head, valid until the next record is asked for; empty when there is a problem.</param>
internal readonly record struct WarcRecord(string At, WarcHead? Head, ReadOnlyMemory<byte> Block, Refused? Problem);

/// <summary>"Name: value" lines as WARC and HTTP have them: names in any case, a line that begins with a blank goes on from the one before. Of repeated names the first counts.</summary>
internal sealed class HeadLines
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <param name="head">With its first line, which is passed over.</param>
    public static HeadLines Of(ReadOnlySpan<byte> head)
    {
        var found = new HeadLines();
        string[] lines = Encoding.UTF8.GetString(head).Split('\n');
        for (int i = 1; i < lines.Length;)
        {
            string line = lines[i++].Trim();
            for (; i < lines.Length && lines[i] is [' ' or '\t', ..]; i++)
            {
                line += " " + lines[i].Trim();
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                found.values.TryAdd(line[..colon].TrimEnd(), line[(colon + 1)..].TrimStart());
            }
        }

        return found;
    }
}
