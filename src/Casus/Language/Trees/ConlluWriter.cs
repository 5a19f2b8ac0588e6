using System.Collections.Immutable;
using System.Globalization;
using Casus.Articles;

namespace Casus.Language;

/// <summary>Analyses raw text or given tokens and writes CoNLL-U, line by line and streaming.</summary>
/// <param name="model">The same weights the parser uses: they know which words are one written token.</param>
public sealed class ConlluWriter(LanguageModel model)
{
    /// <summary>Paragraphs or given sentences that are analysed together, for speed.</summary>
    private const int Together = 64;

    private readonly TextParser parser = new(model);

    /// <summary>Raw text whose paragraphs are parted by empty lines → lines of CoNLL-U. A few paragraphs are held at a time.</summary>
    public IEnumerable<string> ParseText(TextReader reader)
    {
        int number = 0;
        foreach (string[] paragraphs in Paragraphs(reader).Chunk(Together))
        {
            string text = string.Join("\n\n", paragraphs);
            var blocks = ImmutableArray.CreateBuilder<Block>(paragraphs.Length);
            int at = 0;
            foreach (string paragraph in paragraphs)
            {
                blocks.Add(new(BlockKind.Paragraph, new(at, at + paragraph.Length)));
                at += paragraph.Length + 2;
            }

            int block = -1;
            foreach (Sentence sentence in parser.Parse(text, blocks.MoveToImmutable()))
            {
                if (sentence.Block != block)
                {
                    yield return "# newpar";
                    block = sentence.Block;
                }

                yield return string.Create(CultureInfo.InvariantCulture, $"# sent_id = {++number}");
                foreach (string line in Write(text, sentence))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>CoNLL-U in, CoNLL-U out: tokens, written tokens, sentence limits, comments, features and MISC stay; tags, lemmas and tree are replaced.</summary>
    /// <exception cref="InvalidDataException">The input is no CoNLL-U.</exception>
    public IEnumerable<string> ParseTokens(TextReader reader)
    {
        foreach (ConlluSentence[] given in ConlluReader.Read(reader).Chunk(Together))
        {
            string[][] forms = [.. given.Select(s => s.Words.Select(w => w.Form).ToArray())];
            ImmutableArray<Sentence> parsed = parser.ParseTokens([.. forms.Where(f => f.Length > 0)]);
            int next = 0;
            for (int s = 0; s < given.Length; s++)
            {
                foreach (string comment in given[s].Comments)
                {
                    yield return comment;
                }

                ImmutableArray<Token> tokens = forms[s].Length > 0 ? parsed[next++].Tokens : [];
                int at = 0;
                foreach (ConlluLine line in given[s].Lines)
                {
                    yield return line.IsWord ? Row(line.Id, line.Form, tokens[at++], line.Columns[5], line.Columns[9]) : string.Join('\t', line.Columns);
                }

                yield return "";
            }
        }
    }

    /// <summary>The lines of one sentence, the closing empty line included.</summary>
    public IEnumerable<string> Write(string text, Sentence sentence)
    {
        yield return "# text = " + OneLine(sentence.Span.Of(text));
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            Token token = sentence.Tokens[i];
            bool joined = i > 0 && IsOneToken(text, sentence.Tokens[i - 1], token);
            bool opens = i + 1 < sentence.Tokens.Length && IsOneToken(text, token, sentence.Tokens[i + 1]);
            int end = opens ? sentence.Tokens[i + 1].Span.End : token.Span.End;
            string misc = end < text.Length && !CharKinds.IsSpace(text[end]) ? "SpaceAfter=No" : "_";
            if (opens)
            {
                string written = text[token.Span.Begin..end];
                yield return string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{i + 2}\t{written}\t_\t_\t_\t_\t_\t_\t_\t{misc}");
            }

            // The form is the text's own, also where its words were read in another case.
            yield return Row((i + 1).ToString(CultureInfo.InvariantCulture), token.Span.Of(text), token, "_", opens || joined ? "_" : misc);
        }

        yield return "";
    }

    private bool IsOneToken(string text, Token left, Token right) =>
        left.Span.End == right.Span.Begin
        && right.Span.End - left.Span.Begin <= 256
        && model.Contractions.Cut(text.AsSpan(left.Span.Begin, right.Span.End - left.Span.Begin)) == left.Span.Length;

    private static string Row(string id, string form, Token token, string features, string misc) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}\t{form}\t{token.Lemma}\t{token.Upos}\t{token.Xpos}\t{features}\t{token.Head + 1}\t{token.Deprel}\t_\t{misc}");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static IEnumerable<string> Paragraphs(TextReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
                continue;
            }

            if (lines.Count > 0)
            {
                yield return string.Join('\n', lines);
                lines.Clear();
            }
        }

        if (lines.Count > 0)
        {
            yield return string.Join('\n', lines);
        }
    }
}
