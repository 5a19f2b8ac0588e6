using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>One line of JSON Lines input: a page, or why it cannot be had.</summary>
/// <param name="Id">The line's id as JSON, to be echoed; null when it gives none.</param>
/// <param name="Pairs">Spans to classify, in UTF-16 offsets of the text.</param>
internal sealed record InputRow(int Line, string? Id, Page? Page, Refused? Problem, ImmutableArray<SpanPair> Pairs);

/// <param name="Initiator">Pieces of the initiator's words. <paramref name="Target"/>: of the target's.</param>
internal sealed record SpanPair(ImmutableArray<TextSpan> Initiator, ImmutableArray<TextSpan> Target);

/// <summary>What a line or a row of a table gives of a page: one of text, page and html.</summary>
/// <param name="Name">What the page is called.</param>
internal sealed record RowFields(int Line, string? Id, string Name, string? Text, string? Page, string? Html, KnownFacts Known);

/// <summary>Reads the lines that docs/cli.md describes: text, html (a path) or page, with what is known from outside.</summary>
internal static class InputRows
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <param name="folder">What relative html paths start from; null: no other file may be read.</param>
    /// <param name="name">The file as the user named it.</param>
    public static InputRow Parse(InputLine line, string? folder, string name)
    {
        if (line.Bytes is null)
        {
            return Bad(line.Number, null, RefusalReason.TooLarge, $"A line may hold {LineReader.MaxLineBytes >> 20} MiB.");
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(line.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, line.Number, folder, name)
                : Bad(line.Number, null, RefusalReason.BadLine, "A line is one JSON object: {\"id\":…,\"text\":…}.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            string said = e.Message.Split(". ")[0].TrimEnd('.');
            string why = e is not JsonException { BytePositionInLine: { } at } ? said : at >= line.Bytes.Length ? "it ends too early" : $"{said}, at byte {at + 1} of the line";
            return Bad(line.Number, null, RefusalReason.BadLine, $"Not JSON that can be read: {why}.");
        }
    }

    private static InputRow Read(JsonElement row, int line, string? folder, string name)
    {
        string? id = Id(row), text = Text(row, "text");
        KnownFacts known = new(Text(row, "url"), Day(row), Text(row, "outlet"), Text(row, "title"));
        string called = id is null ? $"{name}:{line}" : $"{name}#{id.Trim('"')}";
        ImmutableArray<SpanPair> pairs = text is null ? [] : Pairs(row, text);
        return Of(new RowFields(line, id, called, text, Text(row, "page"), Text(row, "html"), known), folder) with { Pairs = pairs };
    }

    /// <param name="folder">What relative html paths start from; null: no other file may be read.</param>
    public static InputRow Of(RowFields row, string? folder)
    {
        if (row.Text is { } text)
        {
            return Good(row, Encoding.UTF8.GetBytes(text), PageFormat.PlainText);
        }

        if (row.Page is { } markup)
        {
            return Good(row, Marked(markup), PageFormat.Unknown);
        }

        if (row.Html is not { } path)
        {
            return Bad(row.Line, row.Id, RefusalReason.BadLine, "It has none of text, html and page.");
        }

        if (path.AsSpan().TrimStart().StartsWith("<"))
        {
            return Good(row, Marked(path), PageFormat.Html);
        }

        if (folder is null)
        {
            return Bad(row.Line, row.Id, RefusalReason.BadLine, "It names a file where only markup is taken: put the page itself into html, or give it as text.");
        }

        FileBytes file = FileBytes.Read(Path.Combine(folder, path));
        return file.Bytes is null ? new InputRow(row.Line, row.Id, null, file.Problem, []) : Good(row, file.Bytes, PageForms.OfName(path));
    }

    private static InputRow Good(RowFields row, byte[] bytes, PageFormat format) => new(row.Line, row.Id, KnownPage.Of(row.Name, bytes, format, row.Known), null, []);

    /// <summary>A string is characters already: the mark keeps a charset declared in the markup from being believed.</summary>
    private static byte[] Marked(string text) => [0xEF, 0xBB, 0xBF, .. Strict.GetBytes(text)];

    private static string? Id(JsonElement row) =>
        row.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.GetRawText() : null;

    private static string? Text(JsonElement row, string key) =>
        row.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(JsonElement row)
    {
        string? text = Text(row, "published");
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new FormatException($"published is \"{text}\" where a day such as 2024-12-31 is needed");
    }

    private static ImmutableArray<SpanPair> Pairs(JsonElement row, string text)
    {
        if (!row.TryGetProperty("pairs", out JsonElement pairs) || pairs.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var offsets = new CodePoints(text);
        return [.. pairs.EnumerateArray().Select(p => new SpanPair(Spans(p, "initiator", offsets, text), Spans(p, "target", offsets, text)))];
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement pair, string role, CodePoints offsets, string text)
    {
        if (!pair.TryGetProperty(role, out JsonElement spans) || spans.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (JsonElement span in spans.EnumerateArray())
        {
            if (span.ValueKind != JsonValueKind.Array || span.GetArrayLength() != 2)
            {
                throw new FormatException($"A span of pairs.{role} is not [begin, end]");
            }

            int begin = span[0].GetInt32(), end = span[1].GetInt32();
            if (begin < 0 || end < begin || offsets.ToUtf16(end) > text.Length)
            {
                throw new FormatException($"The span [{begin}, {end}] of pairs.{role} lies outside the text");
            }

            found.Add(new TextSpan(offsets.ToUtf16(begin), offsets.ToUtf16(end)));
        }

        return found.ToImmutable();
    }

    private static InputRow Bad(int line, string? id, string reason, string detail) => new(line, id, null, new Refused(reason, detail), []);
}
