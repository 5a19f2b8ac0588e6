using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;

namespace Casus.Train;

/// <summary>Two articles of which somebody judged whether they tell one happening.</summary>
/// <param name="IsMain">False where one of them tells it only in passing.</param>
internal sealed record JudgedPair(string A, string B, bool IsSame, bool IsMain);

/// <summary>Articles with judged pairs: the reports of a gold set whose pairs stand beside it by their ids, and our own corpus.</summary>
internal sealed record LinkPairs(ImmutableDictionary<string, LinkArticle> Articles, ImmutableArray<JudgedPair> Pairs)
{
    /// <summary>Articles with an edition of each: the same text cut and in another order, as another paper prints it a day later.</summary>
    public ImmutableArray<(LinkArticle Article, LinkArticle Edition)> Editions { get; init; } = [];

    /// <param name="pairs">Table of a, b, verdict ("same" or "different") and kind.</param>
    /// <param name="rows">JSON Lines with id and text.</param>
    public static LinkPairs OfReports(string pairs, string rows, Func<Reader> reader)
    {
        ImmutableArray<JudgedPair> judged = [.. File.ReadLines(pairs).Skip(1).Select(l => l.Split('\t')).Select(c => new JudgedPair(c[0], c[1], c[2] == "same", c[3] != "told as background"))];
        HashSet<string> wanted = [.. judged.SelectMany(p => new[] { p.A, p.B })];
        (string Id, string Text, DateOnly? Published, string? Outlet)[] texts = [.. Lines(rows).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(r => (r.GetProperty("id").GetString()!, r.GetProperty("text").GetString()!, (DateOnly?)null, (string?)null)).Where(r => wanted.Contains(r.Item1))];
        return new(Read(texts, reader), judged);
    }

    /// <param name="corpus">JSON Lines: id, outlet, published, tells, also, text. Articles that share a happening in "tells" are the same, in "also" the same in passing.</param>
    public static LinkPairs OfCorpus(string corpus, Func<Reader> reader)
    {
        JsonElement[] rows = [.. Lines(corpus).Select(l => JsonDocument.Parse(l).RootElement)];
        string Id(int i) => rows[i].GetProperty("id").GetString()!;
        string[] Names(int i, string field) => rows[i].TryGetProperty(field, out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];
        var pairs = ImmutableArray.CreateBuilder<JudgedPair>();
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = i + 1; j < rows.Length; j++)
            {
                bool main = Names(i, "tells").Intersect(Names(j, "tells")).Any();
                bool any = main || Names(i, "tells").Concat(Names(i, "also")).Intersect(Names(j, "tells").Concat(Names(j, "also"))).Any();
                pairs.Add(new(Id(i), Id(j), any, main || !any));
            }
        }

        (string Id, string Text, DateOnly? Published, string? Outlet)[] texts = [.. rows.Select((r, i) => (Id(i), r.GetProperty("text").GetString()!, (DateOnly?)DateOnly.Parse(r.GetProperty("published").GetString()!, CultureInfo.InvariantCulture), r.GetProperty("outlet").GetString()))];
        ImmutableDictionary<string, LinkArticle> read = Read(texts, reader), edited = Read([.. texts.Select(t => (t.Id, Edited(t.Text), t.Published?.AddDays(1), (string?)"Another " + t.Outlet))], reader);
        return new(read, pairs.ToImmutable()) { Editions = [.. read.Keys.Where(edited.ContainsKey).Order(StringComparer.Ordinal).Select(id => (read[id], edited[id]))] };
    }

    /// <summary>The text without its last sentence, the second sentence first.</summary>
    private static string Edited(string text)
    {
        string[] sentences = [.. text.TrimEnd('.').Split(". ").SkipLast(1)];
        return sentences.Length < 2 ? text : string.Join(". ", [sentences[1], sentences[0], .. sentences[2..]]) + ".";
    }

    private static ImmutableDictionary<string, LinkArticle> Read((string Id, string Text, DateOnly? Published, string? Outlet)[] texts, Func<Reader> reader)
    {
        var read = new LinkArticle?[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, reader, (i, _, one) =>
        {
            (string id, string text, DateOnly? published, string? outlet) = texts[i];
            if (one.Read(Page.Of(id, Encoding.UTF8.GetBytes(text), PageFormat.PlainText, new KnownFacts(Published: published, Outlet: outlet))) is PageRead { Reading: { } reading } page)
            {
                read[i] = new LinkArticle(page.Article.Id, text, published, outlet, reading.Claims, reading.Links);
            }

            return one;
        }, _ => { });
        return Enumerable.Range(0, texts.Length).Where(i => read[i] is not null).ToImmutableDictionary(i => texts[i].Id, i => read[i]!, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(plain);
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
