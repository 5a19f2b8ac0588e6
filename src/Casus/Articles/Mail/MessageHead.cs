using System.Collections.Immutable;
using System.Text;

namespace Casus.Articles;

/// <summary>The fields at the head of a message or of a part of one (RFC 5322), unfolded; names ignore case.</summary>
/// <param name="BodyAt">Where the body begins in the text; its length when there is none.</param>
internal sealed record MessageHead(ImmutableArray<(string Name, string Value)> Fields, int BodyAt)
{
    private const int MostFields = 400;

    /// <summary>Fields of which a message that stands for itself has two.</summary>
    private static readonly string[] Telling = ["From", "Date", "Subject", "MIME-Version", "Content-Type", "Received", "Message-ID", "Return-Path", "Delivered-To"];

    /// <summary>The value of the first field of that name; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string field, string value) in Fields)
            {
                if (field.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>True when a text opens with fields, two of which only messages have, and an empty line after them.</summary>
    public static bool IsMessage(string text)
    {
        int colon = text.AsSpan(0, Math.Min(text.Length, 80)).IndexOf(':');
        if (colon <= 0 || !IsName(text.AsSpan(0, colon)))
        {
            return false;
        }

        MessageHead head = Of(text, 0);
        int telling = 0;
        foreach (string name in Telling)
        {
            telling += head[name] is null ? 0 : 1;
        }

        return telling >= 2 && head.BodyAt < text.Length;
    }

    /// <summary>Reads fields from a position on, up to the empty line or to the first line that is no field.</summary>
    public static MessageHead Of(string text, int at)
    {
        var fields = ImmutableArray.CreateBuilder<(string, string)>();
        string? name = null;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            int next = end < 0 ? text.Length : end + 1;
            ReadOnlySpan<char> line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd('\r');
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            if (line[0] is ' ' or '\t' && name is not null)
            {
                value.Append(' ').Append(line.Trim());
            }
            else
            {
                int colon = line.IndexOf(':');
                bool envelope = fields.Count == 0 && name is null && line.StartsWith("From ", StringComparison.Ordinal);
                if (!envelope && (colon <= 0 || !IsName(line[..colon]) || fields.Count >= MostFields))
                {
                    break;
                }

                Add();
                name = envelope ? null : line[..colon].ToString();
                value.Append(envelope ? "" : line[(colon + 1)..].Trim());
            }

            at = next;
        }

        Add();
        return new MessageHead(fields.ToImmutable(), at);

        void Add()
        {
            if (name is not null)
            {
                fields.Add((name, value.ToString()));
            }

            value.Clear();
            name = null;
        }
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return name.Length is > 1 and < 60;
    }
}
