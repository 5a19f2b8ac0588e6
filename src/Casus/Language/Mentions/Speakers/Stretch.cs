using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>A set of tokens of one sentence that becomes spans of text: subtrees put in, subtrees taken out.</summary>
internal sealed class Stretch(Sentence sentence)
{
    private readonly bool[] holds = new bool[sentence.Tokens.Length];

    public bool this[int token] => holds[token];

    public bool IsEmpty => !holds.Contains(true);

    public Stretch Add(int token)
    {
        holds[token] = true;
        return this;
    }

    public Stretch With(int root) => Mark(root, true, 0);

    public Stretch Without(int root) => Mark(root, false, 0);

    /// <summary>Everything between two tokens, both included.</summary>
    public Stretch Between(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            holds[i] = true;
        }

        return this;
    }

    public Stretch Remove(int token)
    {
        holds[token] = false;
        return this;
    }

    /// <summary>Runs of tokens as spans, without the commas and full stops at their ends; quotation marks stay when both are there.</summary>
    public ImmutableArray<TextSpan> Spans()
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < holds.Length; i++)
        {
            if (!holds[i])
            {
                continue;
            }

            int first = i;
            while (i + 1 < holds.Length && holds[i + 1])
            {
                i++;
            }

            int last = i;
            while (first <= last && IsEdge(sentence.Tokens[first].Form, opening: true))
            {
                first++;
            }

            while (last >= first && IsEdge(sentence.Tokens[last].Form, opening: false))
            {
                last--;
            }

            if (first <= last)
            {
                spans.Add(sentence.Tokens[first].Span.Cover(sentence.Tokens[last].Span));
            }
        }

        return spans.ToImmutable();
    }

    public static bool IsEdge(string form, bool opening) => form is "," or ";" or ":" or "." or "-" or "–" or "—" or "--" or "?" or "!" && (opening || form is not ("?" or "!"));

    private Stretch Mark(int token, bool value, int depth)
    {
        holds[token] = value;
        if (depth < holds.Length)
        {
            foreach (int child in sentence.Children(token))
            {
                Mark(child, value, depth + 1);
            }
        }

        return this;
    }
}
