using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Articles;
using CsvHelper;

namespace Casus.App.Fetch;

/// <summary>Pages from the rows of a CSV or TSV file with a header, one a row, plain or .gz.</summary>
/// <param name="path">As the user named it; null with <paramref name="input"/>.</param>
/// <param name="columns">What --columns said; null to guess from the header.</param>
internal sealed class TableFile(string path, string? columns, Stream? input = null)
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] TabEndings = [".tsv", ".tab", ".tsv.gz", ".tab.gz"];

    private Encoding? encoding;

    /// <summary>Its rows may not name other files.</summary>
    public bool IsAlone { get; init; }

    public static bool IsTable(string ending) => ending.Equals(".csv", StringComparison.OrdinalIgnoreCase) || ending.Equals(".tsv", StringComparison.OrdinalIgnoreCase) || ending.Equals(".tab", StringComparison.OrdinalIgnoreCase);

    /// <summary>What there is to say before rows are read: a guessed map, an encoding that is not UTF-8. Null: nothing.</summary>
    /// <exception cref="Trouble">The file cannot be opened, or its columns do not fit.</exception>
    public string? Check()
    {
        Look();
        using CsvReader csv = Open();
        ColumnMap map = Map(csv);
        string[] said = [.. new[] { map.IsGuess ? $"columns told from the header: {map.Says(csv.Headers)} (--columns says it otherwise)" : null, encoding is null ? null : "it is not UTF-8; read as windows-1252" }.OfType<string>()];
        return said.Length == 0 ? null : $"{path}: {string.Join("; ", said)}";
    }

    public IEnumerable<Found> Pages()
    {
        foreach (InputRow row in Rows())
        {
            yield return row.Page is { } page ? new Found(page.Name, page, null) : new Found($"{path}:{row.Line}", null, row.Problem);
        }
    }

    /// <summary>One for each row; a row that ends the reading before the file's end tells why.</summary>
    public IEnumerable<InputRow> Rows()
    {
        Look();
        using CsvReader csv = Open();
        ColumnMap map = Map(csv);
        string? folder = IsAlone ? null : input is null ? Path.GetDirectoryName(Path.GetFullPath(path))! : ".";
        int header = csv.Headers.Count;
        Refused? end = null;
        while (end is null)
        {
            bool any;
            try
            {
                any = csv.Read();
            }
            catch (Exception e) when (e is CsvFormatException or PackedTrouble or DecoderFallbackException)
            {
                any = false;
                end = (e as PackedTrouble)?.Why ?? new Refused(RefusalReason.BadLine, $"From here on the table cannot be read; is a quotation mark not closed? {e.Message}");
            }

            int line = (int)csv.LineNumber;
            if (end is not null)
            {
                yield return new InputRow(line, null, null, end, []);
            }

            if (!any)
            {
                yield break;
            }

            yield return csv.FieldCount == header
                ? Row(csv, map, line, folder)
                : new InputRow(line, null, null, new Refused(RefusalReason.BadLine, $"The row has {csv.FieldCount} cells where the header has {header}: quote cells that hold separators."), []);
        }
    }

    private InputRow Row(CsvReader csv, ColumnMap map, int line, string? folder)
    {
        string? Cell(string key) => map[key] is { } column && csv.GetString(column.Index) is { Length: > 0 } cell && !string.IsNullOrWhiteSpace(cell) ? cell : null;
        string? id = Cell("id")?.Trim(), echo = id is null ? null : $"\"{JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        DateOnly? day = null;
        if (Cell("published") is { } published)
        {
            day = DayForms.Of(published, map["published"]!.Order);
            if (day is null)
            {
                return new InputRow(line, echo, null, new Refused(RefusalReason.BadLine, $"published is \"{published}\": write days like 2024-12-31, or tell their order with --columns published={map["published"]!.Name}:dmy (or mdy)."), []);
            }
        }

        return InputRows.Of(new RowFields(line, echo, id is null ? $"{path}:{line}" : $"{path}#{id}", Cell("text"), Cell("page"), Cell("html"), new KnownFacts(Cell("url")?.Trim(), day, Cell("outlet")?.Trim(), Cell("title")?.Trim())), folder);
    }

    private ColumnMap Map(CsvReader csv)
    {
        try
        {
            return ColumnMap.Of(columns, [.. csv.Headers], path);
        }
        catch (Exception e) when (e is CsvFormatException or PackedTrouble)
        {
            throw Trouble.Usage($"{path}: its header cannot be read: {e.Message}");
        }
    }

    private CsvReader Open() => CsvReader.Create(input ?? StandardStreams.OpenInput(path), new CsvReaderOptions
    {
        Separator = TabEndings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? '\t' : null,
        Encoding = encoding,
        MaxRecordSize = LineReader.MaxLineBytes,
        TrackLineNumbers = true,
    });

    /// <summary>A file without a mark that is not UTF-8 is read as what old programs wrote.</summary>
    private void Look()
    {
        if (input is not null)
        {
            return;
        }

        using Stream bytes = StandardStreams.OpenInput(path);
        var buffer = new byte[1 << 16];
        var letters = new char[buffer.Length + 4];
        Decoder decoder = new UTF8Encoding(false, true).GetDecoder();
        int read;
        bool first = true;
        try
        {
            while ((read = bytes.Read(buffer)) > 0)
            {
                if (first && buffer.AsSpan(0, read) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                {
                    return;
                }

                first = false;
                decoder.GetChars(buffer.AsSpan(0, read), letters, flush: false);
            }
        }
        catch (DecoderFallbackException)
        {
            encoding = Western;
        }
        catch (PackedTrouble)
        {
            // Told when its rows are read.
        }
    }
}
