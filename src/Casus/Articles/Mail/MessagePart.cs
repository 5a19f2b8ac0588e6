using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>A part of a message as MIME (RFC 2045, 2046) nests them. Text is one character a byte.</summary>
/// <param name="Type">In lower case, such as "text/html"; "text/plain" where none is stated.</param>
/// <param name="Body">As it came, still in its transfer encoding; empty for a part that only holds others.</param>
internal sealed record MessagePart(MessageHead Head, string Type, string Body, ImmutableArray<MessagePart> Parts)
{
    private const int Deepest = 8, MostParts = 300;

    /// <summary>The whole of a message. What is nested deeper than eight levels or comes after 300 parts is left out.</summary>
    public static MessagePart Of(string bytes)
    {
        int budget = MostParts;
        return Of(bytes, 0, ref budget);
    }

    public byte[] Bytes() => TransferCoding.Decode(Body, Head["Content-Transfer-Encoding"]);

    /// <summary>A parameter of a field such as charset of Content-Type; null when it has none.</summary>
    public string? Parameter(string field, string name) => Head[field] is { } value ? Parameter(value.AsSpan(), name) : null;

    /// <summary>Every part that holds text or a message, itself included, in order.</summary>
    public IEnumerable<MessagePart> All()
    {
        yield return this;
        foreach (MessagePart part in Parts)
        {
            foreach (MessagePart inner in part.All())
            {
                yield return inner;
            }
        }
    }

    private static MessagePart Of(string text, int depth, ref int budget)
    {
        MessageHead head = MessageHead.Of(text, 0);
        string body = text[head.BodyAt..];
        string stated = head["Content-Type"] ?? "text/plain";
        int end = stated.IndexOf(';', StringComparison.Ordinal);
        string type = (end < 0 ? stated : stated[..end]).Trim().ToLowerInvariant();
        if (depth >= Deepest)
        {
            return new MessagePart(head, type, "", []);
        }

        if (type is "message/rfc822" or "message/global")
        {
            return new MessagePart(head, type, "", --budget > 0 ? [Of(body, depth + 1, ref budget)] : []);
        }

        if (!type.StartsWith("multipart/", StringComparison.Ordinal) || Parameter(stated, "boundary") is not { Length: > 0 } boundary)
        {
            return new MessagePart(head, type, body, []);
        }

        var parts = ImmutableArray.CreateBuilder<MessagePart>();
        foreach (TextSpan span in Pieces(body, "--" + boundary))
        {
            if (--budget <= 0)
            {
                break;
            }

            parts.Add(Of(span.Of(body), depth + 1, ref budget));
        }

        return new MessagePart(head, type, "", parts.ToImmutable());
    }

    /// <summary>What lies between the lines that begin with a delimiter; a message that is cut off ends its last part.</summary>
    private static List<TextSpan> Pieces(string body, string delimiter)
    {
        var pieces = new List<TextSpan>();
        int begin = -1, at = 0;
        while (at <= body.Length)
        {
            int found = at > body.Length ? -1 : body.IndexOf(delimiter, at, StringComparison.Ordinal);
            bool isLine = found == 0 || (found > 0 && body[found - 1] == '\n');
            if (found >= 0 && !isLine)
            {
                at = found + 1;
                continue;
            }

            if (begin >= 0)
            {
                int end = found < 0 ? body.Length : found - 1;
                pieces.Add(new TextSpan(begin, Math.Max(begin, end > begin && end < body.Length && body[end - 1] == '\r' ? end - 1 : end)));
            }

            if (found < 0 || string.CompareOrdinal(body, found + delimiter.Length, "--", 0, 2) == 0)
            {
                break;
            }

            int line = body.IndexOf('\n', found);
            if (line < 0)
            {
                break;
            }

            begin = at = line + 1;
        }

        return pieces;
    }

    private static string? Parameter(ReadOnlySpan<char> value, string name)
    {
        while (value.IndexOf(';') is var at and >= 0)
        {
            value = value[(at + 1)..].TrimStart();
            int equals = value.IndexOf('=');
            if (equals < 0)
            {
                return null;
            }

            bool wanted = value[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
            value = value[(equals + 1)..].TrimStart();
            bool quoted = value.Length > 0 && value[0] == '"';
            value = quoted ? value[1..] : value;
            int end = quoted ? value.IndexOf('"') : value.IndexOfAny(';', ' ');
            if (wanted)
            {
                return (end < 0 ? value : value[..end]).Trim().ToString();
            }

            value = end < 0 ? [] : value[end..];
        }

        return null;
    }
}
