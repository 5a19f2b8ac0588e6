using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Casus.Articles;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>An article as the readers find it, with the mentions that people marked.</summary>
/// <param name="Collection">Where the article comes from, and <paramref name="Licence"/> of its text; empty when the file does not say.</param>
/// <param name="Gold">Of each sentence: stretches of tokens with the index of their kind; of nested ones the longest only.</param>
/// <param name="All">Every marked span and kind as in the file, for scoring.</param>
internal sealed record NamesArticle(string Id, string Collection, string Licence, string Text, Findings Findings, List<MarkedSpan>[] Gold, HashSet<(TextSpan Span, string Kind)> All);

/// <summary>Reads articles with marked entities: JSON Lines with id, text and entities (begin and end in code points, type, gold).</summary>
internal sealed class NamesGold(KnowledgeBase knowledge, LanguageModel model)
{
    private readonly MentionReader mentions = new(knowledge, MentionModels.None);
    private readonly ArticleReader articles = new(knowledge);
    private readonly TextParser parser = new(model);

    public List<NamesArticle> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var all = new List<NamesArticle>();
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            all.Add(Read(json.RootElement));
        }

        return all;
    }

    /// <summary>What the other readers find in text that is parsed already.</summary>
    public Findings Find(Article article, NamedText named) => mentions.Find(article, named.Sentences, named.Names, article.Text);

    private NamesArticle Read(JsonElement row)
    {
        string id = row.GetProperty("id").GetString()!, text = row.GetProperty("text").GetString()!;
        var read = (ArticleRead)articles.Read(Page.Of(id, Encoding.UTF8.GetBytes(text), PageFormat.PlainText));
        Findings findings = Find(read.Article, parser.ParseNamed(read.Article.Text, read.Article.Blocks));
        var offsets = new CodePoints(text);
        var marked = new List<(TextSpan Span, string Kind)>();
        foreach (JsonElement entity in row.GetProperty("entities").EnumerateArray())
        {
            if (entity.GetProperty("gold").GetBoolean())
            {
                marked.Add((new(offsets.ToUtf16(entity.GetProperty("begin").GetInt32()), offsets.ToUtf16(entity.GetProperty("end").GetInt32())), entity.GetProperty("type").GetString()!));
            }
        }

        return new(id, Word(row, "collection"), Word(row, "licence"), text, findings, Align(findings.Sentences, marked), [.. marked]);
    }

    private static string Word(JsonElement row, string key) => row.TryGetProperty(key, out JsonElement value) ? value.GetString() ?? "" : "";

    private static List<MarkedSpan>[] Align(ImmutableArray<Sentence> sentences, List<(TextSpan Span, string Kind)> marked)
    {
        var gold = sentences.Select(_ => new List<MarkedSpan>()).ToArray();
        foreach ((TextSpan span, string name) in marked.OrderByDescending(m => m.Span.Length).ThenBy(m => m.Span.Begin))
        {
            int kind = Enum.TryParse(name, out MentionKind known) ? NameModel.Kinds.IndexOf(known) : -1;
            int s = 0;
            while (s < sentences.Length && !sentences[s].Span.Overlaps(span))
            {
                s++;
            }

            if (kind < 0 || s == sentences.Length)
            {
                continue;
            }

            (int first, int last) = TraitReader.Range(sentences[s], span);
            if (last >= first && gold[s].TrueForAll(g => g.End <= first || g.Begin > last))
            {
                gold[s].Add(new(first, last + 1, last, kind));
            }
        }

        return gold;
    }
}
