using System.Globalization;
using System.IO.Compression;
using System.Text;
using Casus.Language;

namespace Casus.Train;

/// <summary>A sentence of a treebank. Heads count words from 0, -1 is the root.</summary>
internal sealed record Tree(string[] Forms, string[] Tags, string[] Lemmas, int[] Heads, string[] Relations, string[] Misc);

/// <summary>A paragraph as running text with the limits of its written tokens and the token that ends each sentence.</summary>
internal sealed record Paragraph(string Text, List<TextSpan> Tokens, List<int> Ends);

/// <summary>One file of a Universal Dependencies treebank, plain or gzipped.</summary>
internal sealed class Treebank
{
    public required string Name { get; init; }

    public required List<Tree> Trees { get; init; }

    public required List<Paragraph> Paragraphs { get; init; }

    /// <summary>Written tokens of several words: lower form and length of the first word, where the words make up the token.</summary>
    public required List<(string Token, int Cut)> Contractions { get; init; }

    public static Treebank Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var bank = new Treebank { Name = Path.GetFileName(path), Trees = [], Paragraphs = [], Contractions = [] };
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var ends = new List<int>();
        foreach (ConlluSentence sentence in ConlluReader.Read(reader))
        {
            if (tokens.Count > 0 && sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal) || c.StartsWith("# newpar", StringComparison.Ordinal)))
            {
                Close();
            }

            bank.AddTree(sentence);
            string line = sentence.Comments.First(c => c.StartsWith("# text =", StringComparison.Ordinal))[8..].Trim();
            text.Append(text.Length > 0 ? " " : "");
            int at = text.Length;
            text.Append(line);
            Place(sentence, text, at, tokens);
            ends.Add(tokens.Count - 1);
        }

        Close();
        return bank;

        void Close()
        {
            bank.Paragraphs.Add(new(text.ToString(), [.. tokens], [.. ends]));
            text.Clear();
            tokens.Clear();
            ends.Clear();
        }
    }

    private void AddTree(ConlluSentence sentence)
    {
        ConlluLine[] words = [.. sentence.Words];
        Trees.Add(new(
            [.. words.Select(w => w.Form)],
            [.. words.Select(w => w.Columns[3] + "|" + w.Columns[4])],
            [.. words.Select(w => w.Columns[2])],
            [.. words.Select(w => int.Parse(w.Columns[6], CultureInfo.InvariantCulture) - 1)],
            [.. words.Select(w => w.Columns[7])],
            [.. words.Select(w => w.Columns[9])]));
        foreach (ConlluLine range in sentence.Lines.Where(l => l.IsRange))
        {
            int first = int.Parse(range.Id.AsSpan(0, range.Id.IndexOf('-')), CultureInfo.InvariantCulture) - 1;
            int last = int.Parse(range.Id.AsSpan(range.Id.IndexOf('-') + 1), CultureInfo.InvariantCulture) - 1;
            if (last == first + 1 && words[first].Form + words[last].Form == range.Form)
            {
                Contractions.Add((range.Form, words[first].Form.Length));
            }
        }
    }

    private static void Place(ConlluSentence sentence, StringBuilder text, int at, List<TextSpan> tokens)
    {
        int covered = 0;
        foreach (ConlluLine line in sentence.Lines)
        {
            if (line.IsEmpty)
            {
                continue;
            }

            if (line.IsRange)
            {
                covered = int.Parse(line.Id.AsSpan(line.Id.IndexOf('-') + 1), CultureInfo.InvariantCulture);
            }
            else if (int.Parse(line.Id, CultureInfo.InvariantCulture) <= covered)
            {
                continue;
            }

            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            tokens.Add(new(at, at + line.Form.Length));
            at += line.Form.Length;
        }
    }
}
