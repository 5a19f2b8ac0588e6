using System.Buffers;
using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Tables;
using Xunit;
using CasusJson = Casus.App.Publish.Json;

namespace Casus.Tests.App;

public sealed class CellTests
{
    private static readonly string[] Words = ["", "plain", "a,b", "say \"no\"", " led", "trailed ", "=1+1", "-7", "@x", "\ttab", "two\nlines", "back\\slash", "Fähre", "Київ", "🚢 ship", "\u0001", "\u007f", "\u2028", "; ", "<b>&'"];

    [Fact]
    public void JsonLinesAreWhatTheJsonWriterWrites()
    {
        PublishedTable table = PublishedTable.Find("accounts")!;
        object[] rows = [.. Accounts()];
        string[] expected = [.. rows.Cast<AccountLine>().Select(Written)];
        Assert.Equal(expected, Lines(table, rows).Split('\n')[..^1]);
    }

    [Fact]
    public void CsvIsReadBackAsItWas()
    {
        PublishedTable table = PublishedTable.Find("accounts")!;
        object[] rows = [.. Accounts()];
        string[][] cells = [.. CsvCells.Of(Csv(table, rows))];
        Assert.Equal(rows.Select(r => table.Columns.Select(c => CsvTable.Harmless(c.Cell(r)))), cells);
    }

    [Fact]
    public void NumbersAndDaysAreWrittenAsTheyAre()
    {
        PublishedTable table = PublishedTable.Find("statistics")!;
        object[] rows = [new StatisticLine("c", "a", 3, "killed", null, null, null, null, null, -12.5, 0.1, 1e21, [], [], []), new StatisticLine("c", "a", 0, "killed", null, null, null, null, null, null, 1e-7, null, [], [], [])];
        Assert.Equal("c,a,3,killed,,,,,,-12.5,0.1,1E+21,,,\nc,a,0,killed,,,,,,,1E-07,,,,\n", Csv(table, rows));
        Assert.StartsWith("""{"claim_id":"c","article_id":"a","sentence":3,"measure":"killed","change_percent":-12.5,"min":0.1,"max":1E+21,"breakdown":[]""", Lines(table, rows));
        ArticleLine day = new("a", "t", "p", null, null, new DateOnly(2024, 12, 28), "en", null, 5);
        Assert.Equal("""{"article_id":"a","text_id":"t","page_id":"p","published":"2024-12-28","language":"en","length":5}""" + "\n", Lines(PublishedTable.Find("articles")!, [day]));
    }

    [Fact]
    public void RowsThatComeInPartsGiveTheSameBytes()
    {
        PublishedTable table = PublishedTable.Find("accounts")!;
        object[] rows = [.. Accounts()];
        var whole = new RowCells(table).Add(rows);
        var parts = new RowCells(table).Add(rows.AsSpan(50)).Clear();
        foreach (object[] some in rows.Chunk(7))
        {
            parts.Add(some);
        }

        Assert.Equal(rows.Length, parts.Rows);
        Assert.Equal(Bytes(o => CsvTable.Write(o, whole)), Bytes(o => CsvTable.Write(o, parts)));
        using MemoryStream one = Parquet(table, [whole]), several = Parquet(table, [.. rows.Chunk(11).Select(c => new RowCells(table).Add(c))]);
        Assert.Equal(one.ToArray(), several.ToArray());
    }

    /// <summary>The same text again, nothing after something, something after nothing.</summary>
    private static IEnumerable<AccountLine> Accounts()
    {
        for (int i = 0; i < Words.Length * 6; i++)
        {
            string word = Words[i / 3 % Words.Length];
            yield return new AccountLine("e", word, i % 4 == 0 ? null : word, i % 3 == 1 ? null : Words[i % Words.Length], "asserted", [.. Words.Take(i % 4)], word, i % 2 == 0 ? [] : [word]);
        }
    }

    private static string Written(AccountLine row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, CasusJson.Line))
        {
            json.WriteStartObject();
            json.WriteString("event_id", row.EventId);
            json.WriteString("voice", row.Voice);
            json.Maybe("actor_id", row.ActorId);
            json.Maybe("side", row.Side);
            json.WriteString("factuality", row.Factuality);
            json.Strings("tolls", row.Tolls);
            json.WriteString("story_id", row.StoryId);
            json.Strings("claims", row.Claims);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static MemoryStream Parquet(PublishedTable table, List<RowCells> group)
    {
        var stream = new MemoryStream();
        var writer = new ParquetTable(stream, table);
        writer.Write(writer.Encode(group));
        writer.Finish();
        return stream;
    }

    private static string Csv(PublishedTable table, object[] rows) => Bytes(o => CsvTable.Write(o, new RowCells(table).Add(rows)));

    private static string Lines(PublishedTable table, object[] rows) => Bytes(o => new JsonTable(table).Write(o, new RowCells(table).Add(rows)));

    private static string Bytes(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
