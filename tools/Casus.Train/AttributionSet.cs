using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Casus.Articles;
using Casus.Language;

namespace Casus.Train;

/// <summary>One cue of a passage with the words of its speaker and content, counted in the passage.</summary>
/// <param name="Sentence">Index of the cue's sentence; <paramref name="Token"/> is its head there.</param>
internal sealed record GoldCue(int Sentence, int Token, int[] Speaker, int[] Content);

/// <summary>A passage with what people marked in it.</summary>
internal sealed record AttributedPassage(ImmutableArray<Sentence> Sentences, Passage Passage, int[] Labels, GoldCue[] Cues);

/// <summary>Reads articles with attributions (JSON Lines: "text", "attributions" with "source", "cue", "content" in code points) and parses them.</summary>
internal static class AttributionSet
{
    public static List<AttributedPassage> Read(string path, LanguageModel language, Func<int, bool> taken)
    {
        var parser = new TextParser(language);
        var lines = new List<string>();
        using (Stream file = File.OpenRead(path))
        using (Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file)
        using (var reader = new StreamReader(plain))
        {
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }

        var articles = new List<AttributedPassage>[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => articles[i] = taken(i) ? Article(lines[i], parser) : []);
        return [.. articles.SelectMany(a => a)];
    }

    private static List<AttributedPassage> Article(string line, TextParser parser)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement article = json.RootElement;
        string text = article.GetProperty("text").GetString()!;
        int[] units = Units(text);
        ImmutableArray<Sentence> sentences = parser.Parse(text, [.. PlainBlocks.Of(text).Select(s => new Block(BlockKind.Paragraph, s))]);
        var marked = new List<(TextSpan[] Speaker, TextSpan[] Cue, TextSpan[] Content)>();
        foreach (JsonElement a in article.GetProperty("attributions").EnumerateArray())
        {
            marked.Add((Spans(a, "source", units), Spans(a, "cue", units), Spans(a, "content", units)));
        }

        return Of(sentences, marked);
    }

    /// <summary>The passages of a parsed article; spans are of its text.</summary>
    public static List<AttributedPassage> Of(ImmutableArray<Sentence> sentences, List<(TextSpan[] Speaker, TextSpan[] Cue, TextSpan[] Content)> marked) =>
        [.. Passage.Of(sentences, new Quotations(sentences)).Select(p => Of(sentences, p, marked))];

    private static AttributedPassage Of(ImmutableArray<Sentence> sentences, Passage passage, List<(TextSpan[] Speaker, TextSpan[] Cue, TextSpan[] Content)> marked)
    {
        int[] labels = new int[passage.Words];
        var cues = new List<GoldCue>();
        foreach ((TextSpan[] speaker, TextSpan[] cue, TextSpan[] content) in marked)
        {
            int[] words = Words(sentences, passage, cue);
            if (words.Length == 0)
            {
                continue;
            }

            int sentence = passage.SentenceOf[words[0]], begin = passage.Begin(sentence);
            int head = CueSpans.Head(sentences[sentence], [.. words.Where(w => passage.SentenceOf[w] == sentence).Select(w => w - begin)]);
            int[] said = Words(sentences, passage, content), by = Words(sentences, passage, speaker);
            cues.Add(new(sentence, head, by, said));
            Array.ForEach(said, w => labels[w] = labels[w] == 0 ? 4 : labels[w]);
            Array.ForEach(by, w => labels[w] = labels[w] is 0 or 4 ? 3 : labels[w]);
            for (int i = 0; i < words.Length; i++)
            {
                labels[words[i]] = i == 0 ? AttributionShape.CueBegin : AttributionShape.CueInside;
            }
        }

        return new(sentences, passage, labels, [.. cues]);
    }

    private static int[] Words(ImmutableArray<Sentence> sentences, Passage passage, TextSpan[] spans)
    {
        var words = new List<int>();
        if (spans.Length == 0 || spans[^1].End <= sentences[passage.First].Span.Begin || spans[0].Begin >= sentences[passage.End - 1].Span.End)
        {
            return [];
        }

        for (int s = passage.First; s < passage.End; s++)
        {
            for (int t = 0; t < sentences[s].Tokens.Length; t++)
            {
                int at = sentences[s].Tokens[t].Span.Begin;
                if (spans.Any(x => x.Begin <= at && at < x.End))
                {
                    words.Add(passage.Begin(s) + t);
                }
            }
        }

        return [.. words];
    }

    private static TextSpan[] Spans(JsonElement attribution, string part, int[] units) =>
        attribution.TryGetProperty(part, out JsonElement spans) ? [.. spans.EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()]))] : [];

    /// <summary>UTF-16 position of each code point, and of the end.</summary>
    public static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            units.Add(i);
            i += char.IsSurrogatePair(text, i) ? 1 : 0;
        }

        units.Add(text.Length);
        return [.. units];
    }
}
