using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// Words in double quotation marks. Straight marks open and close by turns; a quotation left open at the end of a paragraph
/// ends there (the next paragraph opens its own).
/// </summary>
internal sealed class Quotations
{
    private readonly ImmutableArray<Sentence> sentences;

    /// <summary>For every sentence and token: inside a quotation, marks included.</summary>
    private readonly bool[][] inside;

    public Quotations(ImmutableArray<Sentence> sentences)
    {
        this.sentences = sentences;
        inside = new bool[sentences.Length][];
        bool open = false;
        for (int s = 0; s < sentences.Length; s++)
        {
            Sentence sentence = sentences[s];
            open &= s > 0 && sentences[s - 1].Block == sentence.Block;
            inside[s] = new bool[sentence.Tokens.Length];
            for (int i = 0; i < sentence.Tokens.Length; i++)
            {
                string form = sentence.Tokens[i].Form;
                bool mark = IsMark(form);
                bool closes = mark && (form is "”" or "''" or "»" || (form == "\"" && open));
                inside[s][i] = open || mark;
                open = mark ? !closes : open;
            }
        }
    }

    public bool Holds(Sentence sentence, int token) => inside[sentence.Index][token] && !IsMark(sentence.Tokens[token].Form);

    /// <summary>0 outside of quotation marks, 1 inside, 2 a mark.</summary>
    public byte State(int sentence, int token) => !inside[sentence][token] ? (byte)0 : IsMark(sentences[sentence].Tokens[token].Form) ? (byte)2 : (byte)1;

    /// <summary>The quoted words of the verb's sentence; where it has none ("he said"), the quoted sentence before it.</summary>
    public ImmutableArray<TextSpan> Beside(Sentence sentence, int verb)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        bool[] quoted = inside[sentence.Index];
        for (int i = 0; i < quoted.Length; i++)
        {
            int first = i;
            while (i < quoted.Length && quoted[i])
            {
                i++;
            }

            if (i - first > 3)
            {
                spans.Add(sentence.Tokens[first].Span.Cover(sentence.Tokens[i - 1].Span));
            }
        }

        if (spans.Count == 0 && sentence.Index > 0 && sentence.Tokens.Length < 12)
        {
            Sentence before = sentences[sentence.Index - 1];
            if (before.Block == sentence.Block && inside[before.Index][0] && inside[before.Index][^1])
            {
                spans.Add(before.Span);
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>A sentence that is quoted as a whole goes on with what the last speaker of its paragraph said.</summary>
    public void Continue(Sentence sentence, ImmutableArray<Attribution>.Builder found)
    {
        if (found.Count == 0 || sentence.Index == 0 || !inside[sentence.Index][0])
        {
            return;
        }

        Attribution last = found[^1];
        Sentence before = sentences[sentence.Index - 1];
        bool next = last.Content[^1].End >= before.Span.Begin || last.Cue[^1].End >= before.Span.Begin;
        if (next && before.Block == sentence.Block)
        {
            found[^1] = last with { Content = last.Content.Add(sentence.Span) };
        }
    }

    private static bool IsMark(string form) => form is "\"" or "“" or "”" or "``" or "''" or "„" or "«" or "»";
}
