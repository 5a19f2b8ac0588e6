using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.Language;

/// <summary>
/// Text → sentences with tokens, tags, lemmas and Universal Dependencies trees. Safe to call from many threads; the same text
/// gives the same analysis whatever else is analysed.
/// </summary>
public sealed class TextParser(LanguageModel model)
{
    /// <summary>Longer sentences are cut for the tree: of raw text into several sentences, of given tokens into parts joined by parataxis.</summary>
    public const int LongestSentence = 200;

    private readonly TreeMaker trees = new(model);

    /// <param name="blocks">In order, without overlap; no sentence crosses a block's limit. Text outside of them is not read.</param>
    public ImmutableArray<Sentence> Parse(string text, ImmutableArray<Block> blocks)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        for (int block = 0; block < blocks.Length; block++)
        {
            TextSpan span = blocks[block].Span;
            List<Written> written = model.Tokenizer.Tokens(text, span);
            foreach (TokenRange range in model.Tokenizer.Sentences(text, span, written))
            {
                Add(sentences, text, block, written, range);
            }
        }

        return sentences.DrainToImmutable();
    }

    /// <summary>Paragraphs are parted by empty lines.</summary>
    public ImmutableArray<Sentence> Parse(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        int begin = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' || !EmptyLineAt(text, i + 1, out int next))
            {
                continue;
            }

            if (i > begin)
            {
                blocks.Add(new(BlockKind.Paragraph, new(begin, i)));
            }

            begin = next;
            i = next - 1;
        }

        if (begin < text.Length)
        {
            blocks.Add(new(BlockKind.Paragraph, new(begin, text.Length)));
        }

        return Parse(text, blocks.DrainToImmutable());
    }

    /// <summary>Analyses given tokens; each list is one sentence. Spans are those in the tokens joined by one space, sentences by a line break.</summary>
    /// <exception cref="ArgumentException">A sentence has no token.</exception>
    public ImmutableArray<Sentence> ParseTokens(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var parsed = ImmutableArray.CreateBuilder<Sentence>(sentences.Count);
        int at = 0;
        foreach (IReadOnlyList<string> forms in sentences)
        {
            if (forms.Count == 0)
            {
                throw new ArgumentException("A sentence has at least one token.", nameof(sentences));
            }

            var spans = new TextSpan[forms.Count];
            for (int i = 0; i < spans.Length; i++)
            {
                spans[i] = new(at, at + forms[i].Length);
                at += forms[i].Length + 1;
            }

            parsed.Add(new(parsed.Count, 0, new(spans[0].Begin, spans[^1].End), trees.Tokens([.. forms], spans)));
        }

        return parsed.DrainToImmutable();
    }

    private void Add(ImmutableArray<Sentence>.Builder sentences, string text, int block, List<Written> written, TokenRange range)
    {
        var spans = new List<TextSpan>(range.End - range.Begin + 4);
        for (int i = range.Begin; i < range.End; i++)
        {
            Written token = written[i];
            if (token.Cut > 0)
            {
                spans.Add(new(token.Span.Begin, token.Cut));
                spans.Add(new(token.Cut, token.Span.End));
            }
            else
            {
                spans.Add(token.Span);
            }
        }

        for (int begin = 0; begin < spans.Count;)
        {
            int end = TreeMaker.PieceEnd(text, spans, begin);
            TextSpan[] piece = [.. spans[begin..end]];
            var forms = new string[piece.Length];
            for (int i = 0; i < piece.Length; i++)
            {
                forms[i] = piece[i].Of(text);
            }

            sentences.Add(new(sentences.Count, block, new(piece[0].Begin, piece[^1].End), trees.Tokens(forms, piece)));
            begin = end;
        }
    }

    private static bool EmptyLineAt(string text, int at, out int next)
    {
        next = at;
        bool empty = false;
        for (int i = at; i < text.Length && CharKinds.IsSpace(text[i]); i++)
        {
            if (text[i] == '\n')
            {
                empty = true;
                next = i + 1;
            }
        }

        return empty;
    }
}
