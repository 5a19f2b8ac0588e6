using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Casus.Language;

namespace Casus.Train;

/// <summary>A mention of the gold: sentence of the document, first and last token (included).</summary>
internal readonly record struct GoldSpan(int Sentence, int First, int Last);

/// <summary>One document of GUM with its chains, those of one mention among them.</summary>
/// <param name="Kinds">GUM's type of each mention ("person", "place" …).</param>
internal sealed record ChainedText(string Name, string[][] Forms, List<GoldSpan[]> Chains, Dictionary<GoldSpan, string> Kinds)
{
    /// <summary>The documents of a CoNLL-U file, plain or gzipped, whose MISC column holds entities in brackets.</summary>
    /// <exception cref="InvalidDataException">A bracket closes that never opened, or the other way round.</exception>
    public static List<ChainedText> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return Read(reader);
    }

    public static List<ChainedText> Read(TextReader reader)
    {
        var texts = new List<ChainedText>();
        Draft? draft = null;
        foreach (ConlluSentence sentence in ConlluReader.Read(reader))
        {
            if (sentence.Comments.FirstOrDefault(c => c.StartsWith("# newdoc", StringComparison.Ordinal)) is { } line || draft is null)
            {
                draft?.Close(texts);
                line = sentence.Comments.FirstOrDefault(c => c.StartsWith("# newdoc", StringComparison.Ordinal)) ?? "= ?";
                draft = new Draft(line[(line.IndexOf('=') + 1)..].Trim());
            }

            draft.Add(sentence);
        }

        draft?.Close(texts);
        return texts;
    }

    private sealed class Draft(string name)
    {
        private readonly List<string[]> forms = [];
        private readonly Dictionary<string, List<GoldSpan>> chains = [];
        private readonly Dictionary<GoldSpan, string> kinds = [];

        public void Add(ConlluSentence sentence)
        {
            ImmutableArray<ConlluLine> words = [.. sentence.Words];
            var open = new List<(string Id, string Kind, int First)>();
            for (int i = 0; i < words.Length; i++)
            {
                string? entities = words[i].Columns[9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
                for (int at = "Entity=".Length; entities is not null && at < entities.Length;)
                {
                    int end = entities.IndexOfAny(['(', ')'], at + 1);
                    end = end < 0 ? entities.Length : end;
                    if (entities[at] == '(')
                    {
                        string[] parts = entities[(at + 1)..end].Split('-');
                        open.Add((parts[0], parts.Length > 1 ? parts[1] : "", i));
                        at = end < entities.Length && entities[end] == ')' ? CloseLast(open, i, end) : end;
                    }
                    else
                    {
                        CloseNamed(open, entities[at..end], i);
                        at = end + 1;
                    }
                }
            }

            if (open.Count > 0)
            {
                throw new InvalidDataException($"{name}: '({open[0].Id}' never closes in the sentence that begins '{string.Join(' ', words.Take(8).Select(w => w.Form))}'.");
            }

            forms.Add([.. words.Select(w => w.Form)]);
        }

        private int CloseLast(List<(string Id, string Kind, int First)> open, int last, int end)
        {
            Keep(open[^1], last);
            open.RemoveAt(open.Count - 1);
            return end + 1;
        }

        private void CloseNamed(List<(string Id, string Kind, int First)> open, string id, int last)
        {
            int at = open.FindLastIndex(o => o.Id == id);
            if (at < 0)
            {
                throw new InvalidDataException($"{name}: '{id})' closes a mention that never opened.");
            }

            Keep(open[at], last);
            open.RemoveAt(at);
        }

        private void Keep((string Id, string Kind, int First) mention, int last)
        {
            var span = new GoldSpan(forms.Count, mention.First, last);
            // One span is one mention: of two entities on the same words the first stays.
            if (kinds.TryAdd(span, mention.Kind))
            {
                if (!chains.TryGetValue(mention.Id, out List<GoldSpan>? chain))
                {
                    chains[mention.Id] = chain = [];
                }

                chain.Add(span);
            }
        }

        public void Close(List<ChainedText> texts) =>
            texts.Add(new(name, [.. forms], [.. chains.Values.Where(c => c.Count > 0).Select(c => c.Order(Comparer<GoldSpan>.Create(Compare)).ToArray())], kinds));

        private static int Compare(GoldSpan a, GoldSpan b) =>
            a.Sentence != b.Sentence ? a.Sentence.CompareTo(b.Sentence) : a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last);
    }
}
