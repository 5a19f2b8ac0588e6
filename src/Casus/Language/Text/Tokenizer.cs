namespace Casus.Language;

/// <summary>A written token: its span and where its words are cut (absolute; 0 when it is one word).</summary>
internal readonly record struct Written(TextSpan Span, int Cut);

/// <summary>A sentence as a range of written tokens.</summary>
internal readonly record struct TokenRange(int Begin, int End);

/// <summary>
/// Cuts a block of text into written tokens and sentences in the manner of the English UD treebanks. Linear in the text.
/// Tokens hold every character that is not a space, in order, without overlap.
/// </summary>
internal sealed class Tokenizer(BoundaryModel tokens, BoundaryModel sentences, BoundaryModel bareSentences, Contractions contractions, CopyRepair repair, Abbreviations abbreviations)
{
    private const int FewestBare = 20;

    public List<Written> Tokens(string text, TextSpan block)
    {
        // The block is all that is seen: what stands before or behind it cannot change its tokens.
        ReadOnlySpan<char> chars = block.In(text);
        var found = new List<Written>(chars.Length / 5 + 1);
        var boundaries = new TokenBoundaries(chars);
        Span<uint> buffer = stackalloc uint[TokenBoundaries.FeatureCount];
        int at = 0;
        while (at < chars.Length)
        {
            if (CharKinds.IsSpace(chars[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            bool plain = char.IsAsciiLetter(chars[at]);
            while (end < chars.Length && !CharKinds.IsSpace(chars[end]))
            {
                plain &= char.IsAsciiLetter(chars[end]);
                end++;
            }

            if (plain)
            {
                Add(found, chars, at, end, block.Begin);
                at = end;
                continue;
            }

            boundaries.Enter(at, end);
            int start = at;
            for (int i = at + 1; i < end; i++)
            {
                if (!boundaries.IsCandidate(i))
                {
                    continue;
                }

                bool site = chars[i] == '.' && Abbreviations.IsSite(chars[..i], start);
                if (chars[i] == '.' && !site && abbreviations.KeepsStop(chars[at..end], start - at, i - at, NextWord(chars, end)))
                {
                    continue;
                }

                var list = new FeatureList(buffer);
                boundaries.Fill(i, ref list);
                if (site || tokens.Cuts(list.Features) || abbreviations.EndsBefore(chars[at..end], start - at, i - at) || SureCuts.Between(chars[at..end], start - at, i - at) || repair.IsLostStop(chars[at..end], i - at))
                {
                    Add(found, chars, start, i, block.Begin);
                    boundaries.Cut(i);
                    start = i;
                }
            }

            Add(found, chars, start, end, block.Begin);
            at = end;
        }

        return found;
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> chars, int end)
    {
        int begin = end;
        while (begin < chars.Length && begin < end + 8 && CharKinds.IsSpace(chars[begin]))
        {
            begin++;
        }

        return chars[begin..Math.Min(chars.Length, begin + 16)];
    }

    private void Add(List<Written> found, ReadOnlySpan<char> chars, int begin, int end, int shift)
    {
        ReadOnlySpan<char> token = chars[begin..end];
        int cut = contractions.Cut(token);
        if (cut > 0)
        {
            found.Add(new(new(shift + begin, shift + end), shift + begin + cut));
            return;
        }

        Span<int> cuts = stackalloc int[8];
        int count = repair.Cuts(token, cuts);
        int start = begin;
        for (int i = 0; i < count; i++)
        {
            found.Add(new(new(shift + start, shift + begin + cuts[i]), 0));
            start = begin + cuts[i];
        }

        found.Add(new(new(shift + start, shift + end), 0));
    }

    public List<TokenRange> Sentences(string text, TextSpan block, List<Written> written)
    {
        var spans = new TextSpan[written.Count];
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = new(written[i].Span.Begin - block.Begin, written[i].Span.End - block.Begin);
        }

        ReadOnlySpan<char> chars = block.In(text);
        BoundaryModel model = LacksPunctuation(chars, spans) ? bareSentences : sentences;
        var boundaries = new SentenceBoundaries(chars, spans);
        var ranges = new List<TokenRange>();
        Span<uint> buffer = stackalloc uint[SentenceBoundaries.FeatureCount];
        int start = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            boundaries.Enter(i);
            bool last = i == spans.Length - 1;
            bool? told = last ? null : abbreviations.EndsSentence(chars[spans[i].Begin..spans[i].End], chars[spans[i + 1].Begin..]);
            if (told == false)
            {
                continue;
            }

            if (!last && told is null && !EndsLine(chars, spans[i], spans[i + 1]) && !LostSpace(chars, spans, i))
            {
                var list = new FeatureList(buffer);
                boundaries.Fill(i, ref list);
                if (!model.Cuts(list.Features) || IsAside(chars, spans, start, i))
                {
                    continue;
                }
            }

            ranges.Add(new(start, i + 1));
            start = i + 1;
            boundaries.Close();
        }

        return ranges;
    }

    /// <summary>Copy that was stripped of its signs: many words and hardly a stop or comma.</summary>
    private static bool LacksPunctuation(ReadOnlySpan<char> chars, ReadOnlySpan<TextSpan> tokens)
    {
        int signs = 0;
        foreach (TextSpan token in tokens)
        {
            signs += chars[token.End - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '"' or '”' or ')' ? 1 : 0;
        }

        return tokens.Length >= FewestBare && signs * 60 <= tokens.Length;
    }

    /// <summary>"said.The army": a stop glued between a lower-case word and a capitalised one.</summary>
    private static bool LostSpace(ReadOnlySpan<char> chars, TextSpan[] spans, int at)
    {
        if (at == 0 || spans[at].Length != 1 || chars[spans[at].Begin] != '.' || spans[at].End != spans[at + 1].Begin || spans[at - 1].End != spans[at].Begin)
        {
            return false;
        }

        TextSpan left = spans[at - 1], right = spans[at + 1];
        return left.Length > 2 && char.IsLower(chars[left.End - 1]) && char.IsLower(chars[left.End - 2])
            && char.IsUpper(chars[right.Begin]) && (right.Length == 1 || char.IsLower(chars[right.Begin + 1]));
    }

    /// <summary>"clerks of the Perth (Ontario) Fire Department": a bracket that closes behind a word, on the line of a sentence in small letters, ends none.</summary>
    private static bool IsAside(ReadOnlySpan<char> chars, TextSpan[] spans, int start, int at)
    {
        if (at <= start || spans[at].Length != 1 || chars[spans[at].Begin] != ')' || !char.IsLetterOrDigit(chars[spans[at - 1].End - 1])
            || chars[spans[at].End..spans[at + 1].Begin].IndexOf('\n') >= 0)
        {
            return false;
        }

        int open = at - 1, small = 0;
        while (open > start && chars[spans[open].Begin] != '(')
        {
            open--;
        }

        for (int i = start; i < open; i++)
        {
            small += spans[i].Length > 2 && char.IsLower(chars[spans[i].Begin]) ? 1 : 0;
        }

        return small > 1;
    }

    /// <summary>A line break after closing punctuation ends a sentence; any other may be a wrapped line.</summary>
    private static bool EndsLine(ReadOnlySpan<char> chars, TextSpan left, TextSpan right)
    {
        ReadOnlySpan<char> gap = chars[left.End..right.Begin];
        if (gap.IndexOf('\n') < 0)
        {
            return false;
        }

        char last = chars[left.End - 1];
        return last is '.' or '!' or '?' or '"' or '”' or '…' || gap.Count('\n') > 1;
    }
}
