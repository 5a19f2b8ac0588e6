using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Train;

/// <summary>Where links go wrong on a development file, by the form of the later reference.</summary>
internal static class CoreferenceErrors
{
    public static void Print(string path, TextParser parser, ChainReader reader)
    {
        var table = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ChainedText text in ChainedText.Read(path))
        {
            ImmutableArray<Sentence> sentences = parser.ParseTokens(text.Forms);
            (References references, ChainState state) = reader.Link(sentences);
            var at = new Dictionary<GoldSpan, int>();
            for (int i = 0; i < references.Count; i++)
            {
                at.TryAdd(LinkedText.SpanOf(references[i]), i);
            }

            var goldOf = new Dictionary<int, int>();
            for (int c = 0; c < text.Chains.Count; c++)
            {
                foreach (GoldSpan span in text.Chains[c])
                {
                    if (at.TryGetValue(span, out int i))
                    {
                        goldOf[i] = text.Chains[c].Length > 1 ? c : ~c;
                    }
                    else if (text.Chains[c].Length > 1)
                    {
                        Tell(table, "not found", Words(sentences, span), $"{text.Name}:{span.Sentence} {Kind(sentences, span)}");
                    }
                }
            }

            for (int i = 0; i < references.Count; i++)
            {
                int chain = state.ChainOf(i);
                if (chain < 0)
                {
                    if (goldOf.TryGetValue(i, out int lost) && lost >= 0)
                    {
                        Tell(table, "left out", Words(sentences, LinkedText.SpanOf(references[i])), references[i].Form.ToString());
                    }

                    continue;
                }

                int before = Earlier(state, references, i, chain);
                bool known = goldOf.TryGetValue(i, out int gold);
                bool first = !known || gold < 0 || !goldOf.Any(g => g.Key < i && g.Value == gold);
                string verdict = before < 0 ? (first ? "new, right" : "new, should link")
                    : !known ? "linked, no mention" : first ? "linked, should be new" : goldOf.GetValueOrDefault(before, int.MinValue) == gold ? "linked, right" : "linked, wrong";
                string more = before < 0 ? (first ? "" : "  <= " + string.Join(" | ", goldOf.Where(g => g.Key < i && g.Value == gold).OrderByDescending(g => g.Key).Take(2).Select(g => Words(sentences, LinkedText.SpanOf(references[g.Key])))))
                    : "  -> " + Words(sentences, LinkedText.SpanOf(references[before]));
                Tell(table, verdict, Words(sentences, LinkedText.SpanOf(references[i])) + more, references[i].Form.ToString());
            }
        }

        foreach ((string row, int count) in table)
        {
            Console.WriteLine($"# {count,6} {row}");
        }
    }

    private static int Earlier(ChainState state, References references, int later, int chain)
    {
        for (int i = later - 1; i >= 0; i--)
        {
            if (state.ChainOf(i) == chain)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Tell(SortedDictionary<string, int> table, string verdict, string words, string form)
    {
        string row = verdict + "\t" + form.Split(' ')[^1];
        table[row] = table.GetValueOrDefault(row) + 1;
        if (!verdict.EndsWith("right", StringComparison.Ordinal))
        {
            Console.WriteLine($"{verdict}\t{form}\t{words}");
        }
    }

    private static string Kind(ImmutableArray<Sentence> sentences, GoldSpan span)
    {
        for (int i = span.First; i <= span.Last; i++)
        {
            Token token = sentences[span.Sentence].Tokens[i];
            if (token.Head < span.First || token.Head > span.Last)
            {
                return token.Upos + "/" + token.Deprel;
            }
        }

        return "?";
    }

    private static string Words(ImmutableArray<Sentence> sentences, GoldSpan span) =>
        string.Join(' ', sentences[span.Sentence].Tokens.Skip(span.First).Take(span.Last - span.First + 1).Select(t => t.Form));
}
