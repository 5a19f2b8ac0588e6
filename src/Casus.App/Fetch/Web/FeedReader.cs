using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>
/// Reads RSS 0.9 to 2.0 (with RDF), Atom and, by <see cref="JsonFeedReader"/>, JSON Feed. XML is read as a stream; document types, and with
/// them entities of its own, are refused.
/// </summary>
internal static class FeedReader
{
    private const int MostDepth = 64, MostText = 4096;

    static FeedReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True when bytes begin like a feed, whatever type the server stated.</summary>
    public static bool LooksLikeFeed(ReadOnlySpan<byte> bytes)
    {
        if (JsonFeedReader.LooksLikeFeed(bytes))
        {
            return true;
        }

        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        for (int at = head.IndexOf('<', StringComparison.Ordinal); at >= 0; at = head.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> tag = head.AsSpan(at + 1);
            if (tag.StartsWith("!--"))
            {
                at = head.IndexOf("-->", at, StringComparison.Ordinal);
                if (at < 0)
                {
                    return false;
                }
            }
            else if (tag is not ['!' or '?', ..])
            {
                int end = tag.IndexOfAny(" \t\r\n>/");
                ReadOnlySpan<char> name = end < 0 ? tag : tag[..end];
                return name is "rss" or "feed" or "rdf:RDF" || (name.EndsWith(":feed") && name.Length < 20);
            }
        }

        return false;
    }

    /// <returns>What was read up to the first fault, with the fault.</returns>
    public static Feed Read(byte[] bytes)
    {
        if (JsonFeedReader.LooksLikeFeed(bytes))
        {
            return JsonFeedReader.Read(bytes);
        }

        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        var draft = new FeedDraft(entries);
        Refused? problem = null;
        try
        {
            // Blanks before the declaration are common, and no XML.
            int start = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
            using var stream = new MemoryStream(bytes, Math.Max(start, 0), bytes.Length - Math.Max(start, 0), writable: false);
            using var xml = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = FileBytes.MaxPageBytes,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CheckCharacters = false,
            });
            problem = Walk(xml, draft);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException or DecoderFallbackException)
        {
            problem = new Refused(RefusalReason.Unreadable, $"The feed is broken after {entries.Count.ToString(CultureInfo.InvariantCulture)} entries: {e.Message}");
        }

        return new Feed(draft.Title, entries.ToImmutable(), draft.Every, problem);
    }

    private static Refused? Walk(XmlReader xml, FeedDraft draft)
    {
        string text = "";
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    text = "";
                    if (xml.Depth > MostDepth)
                    {
                        return new Refused(RefusalReason.Unreadable, $"The feed nests deeper than {MostDepth} elements.");
                    }

                    draft.Begin(xml.LocalName, xml.GetAttribute);
                    if (xml.IsEmptyElement)
                    {
                        draft.End(xml.LocalName, "");
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when text.Length < MostText:
                    text += xml.Value.Length > MostText ? xml.Value[..MostText] : xml.Value;
                    break;
                case XmlNodeType.EndElement:
                    draft.End(xml.LocalName, text.Trim());
                    text = "";
                    if (draft.IsFull)
                    {
                        return new Refused(RefusalReason.TooLarge, $"The feed lists more than {Feed.MostEntries} entries; the rest is left out.");
                    }

                    break;
            }
        }

        return draft.IsFeed ? null : new Refused(WebRefusal.NotAFeed, "It is XML, but neither RSS nor Atom.");
    }
}
