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
    public ImmutableArray<Sentence> Parse(string text, ImmutableArray<Block> blocks) => ParsePrinted(InPrint(text, blocks), blocks);

    /// <summary>As <see cref="Parse(string, ImmutableArray{Block})"/>, of text that <see cref="InPrint"/> gave.</summary>
    public ImmutableArray<Sentence> ParsePrinted(string text, ImmutableArray<Block> blocks) => Parse(text, blocks, labels: null);

    /// <summary>As <see cref="Parse(string, ImmutableArray{Block})"/>, with the proper names that the same pass of the network finds.</summary>
    public NamedText ParseNamed(string text, ImmutableArray<Block> blocks) => ParsePrintedNamed(InPrint(text, blocks), blocks);

    /// <summary>As <see cref="ParseNamed"/>, of text that <see cref="InPrint"/> gave.</summary>
    public NamedText ParsePrintedNamed(string text, ImmutableArray<Block> blocks)
    {
        var labels = new List<string[]>();
        ImmutableArray<Sentence> sentences = Parse(text, blocks, labels);
        return WithNames(sentences, labels);
    }

    private static NamedText WithNames(ImmutableArray<Sentence> sentences, List<string[]> labels)
    {
        var names = ImmutableArray.CreateBuilder<NameSpan>();
        for (int s = 0; s < labels.Count; s++)
        {
            AddNames(names, sentences[s], labels[s]);
        }

        return new(sentences, names.DrainToImmutable());
    }

    private ImmutableArray<Sentence> Parse(string text, ImmutableArray<Block> blocks, List<string[]>? labels)
    {
        var pieces = new List<(string[] Forms, TextSpan[] Spans)>();
        var owners = new List<int>();
        HashSet<int> datelines = [];
        for (int block = 0; block < blocks.Length; block++)
        {
            TextSpan span = blocks[block].Span;
            List<Written> written = model.Tokenizer.Tokens(text, span);
            foreach (TokenRange range in model.Tokenizer.Sentences(text, span, written))
            {
                int first = pieces.Count;
                AddPieces(pieces, text, written, range);
                if (range.Begin == 0 && CutDateline(pieces, first))
                {
                    datelines.Add(first);
                }

                while (owners.Count < pieces.Count)
                {
                    owners.Add(block);
                }
            }
        }

        string[][]? names = labels is null ? null : new string[pieces.Count][];
        ImmutableArray<Token>[] tokens = trees.Tokens(pieces, names);
        var sentences = ImmutableArray.CreateBuilder<Sentence>(tokens.Length - datelines.Count);
        for (int p = 0; p < tokens.Length; p++)
        {
            ImmutableArray<Token> words = tokens[p];
            string[]? named = names?[p];
            if (datelines.Contains(p))
            {
                p++;
                words = Before(words, tokens[p]);
                named = names is null ? null : [.. named!, .. names[p]];
            }

            sentences.Add(new(sentences.Count, owners[p], new(words[0].Span.Begin, words[^1].Span.End), words));
            labels?.Add(named!);
        }

        return sentences.MoveToImmutable();
    }

    /// <summary>Makes a dateline a piece of its own: as part of the sentence it is taken for the subject.</summary>
    private static bool CutDateline(List<(string[] Forms, TextSpan[] Spans)> pieces, int at)
    {
        int count = DatelineWords.Count(pieces[at].Forms, pieces[at].Spans);
        if (count == 0)
        {
            return false;
        }

        (string[] forms, TextSpan[] spans) = pieces[at];
        pieces[at] = (forms[..count], spans[..count]);
        pieces.Insert(at + 1, (forms[count..], spans[count..]));
        return true;
    }

    /// <summary>A dateline and its sentence as one tree, under the root of the sentence.</summary>
    private static ImmutableArray<Token> Before(ImmutableArray<Token> dateline, ImmutableArray<Token> sentence)
    {
        var whole = ImmutableArray.CreateBuilder<Token>(dateline.Length + sentence.Length);
        int shift = dateline.Length, root = 0;
        while (!sentence[root].IsRoot)
        {
            root++;
        }

        foreach (Token token in dateline)
        {
            whole.Add(token.IsRoot ? token with { Head = root + shift, Deprel = "dep" } : token);
        }

        foreach (Token token in sentence)
        {
            whole.Add(token.IsRoot ? token : token with { Head = token.Head + shift });
        }

        return whole.MoveToImmutable();
    }

    /// <summary>The text with blocks in capitals in the case of print, letter for letter; the same text where there are none.</summary>
    public string InPrint(string text, ImmutableArray<Block> blocks)
    {
        char[]? printed = null;
        foreach (Block block in blocks)
        {
            if (!TrueCaser.IsCapitals(block.Span.In(text)))
            {
                continue;
            }

            printed ??= text.ToCharArray();
            Span<char> small = printed.AsSpan(block.Span.Begin, block.Span.Length);
            foreach (ref char c in small)
            {
                c = char.ToLowerInvariant(c);
            }

            string copy = new(small);
            TextSpan[] words = [.. model.Tokenizer.Tokens(copy, new(0, copy.Length)).Select(w => w.Span)];
            model.TrueCaser.Restore(small, words);
        }

        return printed is null ? text : new string(printed);
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
    public ImmutableArray<Sentence> ParseTokens(IReadOnlyList<IReadOnlyList<string>> sentences) => ParseTokensNamed(sentences).Sentences;

    /// <summary>As <see cref="ParseTokens"/>, with the proper names that the same pass of the network finds.</summary>
    internal NamedText ParseTokensNamed(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var pieces = new List<(string[] Forms, TextSpan[] Spans)>(sentences.Count);
        var firsts = new int[sentences.Count + 1];
        int at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            IReadOnlyList<string> forms = sentences[s];
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

            string[] all = [.. forms];
            for (int begin = 0; begin < all.Length;)
            {
                int end = TreeMaker.PieceEnd(i => IsPause(all[i]), all.Length, begin);
                pieces.Add((all[begin..end], spans[begin..end]));
                begin = end;
            }

            firsts[s + 1] = pieces.Count;
        }

        var names = new string[pieces.Count][];
        ImmutableArray<Token>[] tokens = trees.Tokens(pieces, names);
        var labels = new List<string[]>(sentences.Count);
        var parsed = ImmutableArray.CreateBuilder<Sentence>(sentences.Count);
        for (int s = 0; s < sentences.Count; s++)
        {
            ImmutableArray<Token> whole = Join(tokens.AsSpan(firsts[s], firsts[s + 1] - firsts[s]));
            parsed.Add(new(s, 0, new(whole[0].Span.Begin, whole[^1].Span.End), whole));
            labels.Add([.. names[firsts[s]..firsts[s + 1]].SelectMany(n => n)]);
        }

        return WithNames(parsed.MoveToImmutable(), labels);
    }

    private static void AddNames(ImmutableArray<NameSpan>.Builder names, Sentence sentence, string[] labels)
    {
        for (int begin = 0; begin < labels.Length;)
        {
            int end = begin + 1;
            if (!labels[begin].StartsWith("B-", StringComparison.Ordinal))
            {
                begin = end;
                continue;
            }

            while (end < labels.Length && labels[end].StartsWith("I-", StringComparison.Ordinal))
            {
                end++;
            }

            int head = begin;
            while (sentence.Tokens[head].Head >= begin && sentence.Tokens[head].Head < end)
            {
                head = sentence.Tokens[head].Head;
            }

            names.Add(new(sentence.Index, new(sentence.Tokens[begin].Span.Begin, sentence.Tokens[end - 1].Span.End), head, labels[begin][2..]));
            begin = end;
        }
    }

    /// <summary>Parts of one sentence under the root of the first.</summary>
    private static ImmutableArray<Token> Join(ReadOnlySpan<ImmutableArray<Token>> parts)
    {
        if (parts.Length == 1)
        {
            return parts[0];
        }

        var whole = ImmutableArray.CreateBuilder<Token>();
        int root = -1;
        foreach (ImmutableArray<Token> part in parts)
        {
            int shift = whole.Count;
            foreach (Token token in part)
            {
                whole.Add(!token.IsRoot ? token with { Head = token.Head + shift } : root < 0 ? token : token with { Head = root, Deprel = "parataxis" });
                root = token.IsRoot && root < 0 ? whole.Count - 1 : root;
            }
        }

        return whole.DrainToImmutable();
    }

    private static void AddPieces(List<(string[] Forms, TextSpan[] Spans)> pieces, string text, List<Written> written, TokenRange range)
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
            int end = TreeMaker.PieceEnd(i => IsPause(spans[i].In(text)), spans.Count, begin);
            TextSpan[] piece = [.. spans[begin..end]];
            var forms = new string[piece.Length];
            for (int i = 0; i < piece.Length; i++)
            {
                forms[i] = piece[i].Of(text);
            }

            pieces.Add((forms, piece));
            begin = end;
        }
    }

    private static bool IsPause(ReadOnlySpan<char> form) => form.Length == 1 && form[0] is ',' or ';' or ':' or '.' or '!' or '?';

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
