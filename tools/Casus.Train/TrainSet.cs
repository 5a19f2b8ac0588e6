using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>A sentence in numbers. Names are -1 where the treebank tells none.</summary>
internal sealed record Example(string[] Forms, bool[] IsPunctuation, int[] Tags, int[] Names, int[] Heads, int[] Relations)
{
    /// <summary>Of a sentence that no person analysed: what an ensemble thinks of it. Null for one of a treebank.</summary>
    public SoftTree? Soft { get; init; }
}

/// <summary>The treebanks in numbers, and the lists that the numbers refer to.</summary>
internal sealed class TrainSet
{
    private const int LeastFrequency = 2, LeastSilverFrequency = 3;

    public required List<Example> Examples { get; init; }

    public required string[] Words { get; init; }

    /// <summary>Occurrences of each vocabulary row.</summary>
    public required int[] Frequencies { get; init; }

    public required string[] Tags { get; init; }

    public required string[] Names { get; init; }

    public required string[] Relations { get; init; }

    /// <param name="silver">Further sentences, labelled by networks that learnt from the same treebanks.</param>
    public static TrainSet Of(IReadOnlyList<Treebank> banks, IReadOnlyList<Example>? silver = null)
    {
        var trees = banks.SelectMany(b => b.Trees.Select(t => (Tree: t, Named: b.Name.Contains("gum", StringComparison.Ordinal)))).Where(t => t.Tree.Forms.Length <= TextParser.LongestSentence).ToList();
        Dictionary<string, int> counts = Counts(trees.Select(t => t.Tree.Forms)), others = Counts((silver ?? []).Select(e => e.Forms));
        string[] words = [.. counts.Where(c => c.Value >= LeastFrequency).Concat(others.Where(c => c.Value >= LeastSilverFrequency)).Select(c => c.Key).Distinct().Order(StringComparer.Ordinal)];
        string[] tags = [.. trees.SelectMany(t => t.Tree.Tags).Distinct().Order(StringComparer.Ordinal)];
        string[] relations = ["root", .. trees.SelectMany(t => t.Tree.Relations).Distinct().Where(r => r != "root").Order(StringComparer.Ordinal)];
        string[] names = ["O", .. NameLabels.Kinds.SelectMany(k => new[] { "B-" + k, "I-" + k })];
        Dictionary<string, int> tagIds = Numbers(tags), relationIds = Numbers(relations), nameIds = Numbers(names);
        return new TrainSet
        {
            Words = words,
            Frequencies = [0, 0, .. words.Select(w => counts.GetValueOrDefault(w) + others.GetValueOrDefault(w))],
            Tags = tags,
            Names = names,
            Relations = relations,
            Examples = [.. trees.Select(t => new Example(
                t.Tree.Forms,
                [.. t.Tree.Relations.Select((r, i) => r == "punct" && !t.Tree.Heads.Contains(i))],
                [.. t.Tree.Tags.Select(x => tagIds[x])],
                t.Named ? [.. NameLabels.Of(t.Tree).Select(x => nameIds[x])] : [.. Enumerable.Repeat(-1, t.Tree.Forms.Length)],
                t.Tree.Heads,
                [.. t.Tree.Relations.Select(x => relationIds[x])])), .. silver ?? []],
        };
    }

    private static Dictionary<string, int> Counts(IEnumerable<string[]> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> word = stackalloc char[64];
        foreach (string form in sentences.SelectMany(s => s))
        {
            string norm = word[..WordFeatures.Normalise(form, word)].ToString();
            counts[norm] = counts.GetValueOrDefault(norm) + 1;
        }

        return counts;
    }

    private static Dictionary<string, int> Numbers(string[] list) => list.Select((x, i) => (x, i)).ToDictionary(p => p.x, p => p.i, StringComparer.Ordinal);
}

/// <summary>Labels of proper names from GUM's entity annotation: mentions headed by a proper noun, cut to their capitalised part.</summary>
internal static class NameLabels
{
    public static readonly string[] Kinds = ["person", "organization", "place", "event", "time", "other"];

    public static string[] Of(Tree tree)
    {
        int n = tree.Forms.Length;
        var spans = new List<(int Begin, int End, string Kind)>();
        var open = new List<(string Group, int Begin, string Kind)>();
        for (int i = 0; i < n; i++)
        {
            string? value = tree.Misc[i].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            for (int at = 0; value is not null && at < value.Length;)
            {
                int end = value.IndexOfAny(['(', ')'], at + 1);
                if (value[at] == '(')
                {
                    string[] fields = value[(at + 1)..(end < 0 ? value.Length : end)].Split('-');
                    open.Add((fields[0], i, fields.Length > 1 ? fields[1] : "other"));
                    at = end < 0 ? value.Length : end;
                    if (at < value.Length && value[at] == ')')
                    {
                        Close(fields[0], i);
                        at++;
                    }

                    continue;
                }

                end = value.IndexOf(')', at);
                if (end < 0)
                {
                    break;
                }

                Close(value[at..end].Split('-')[0], i);
                at = end + 1;
            }
        }

        var labels = new string[n];
        Array.Fill(labels, "O");
        foreach ((int begin, int end, string kind) in spans.OrderByDescending(s => s.End - s.Begin).ThenBy(s => s.Begin))
        {
            if (labels.AsSpan(begin, end - begin).ContainsAnyExcept("O"))
            {
                continue;
            }

            string label = Kinds.Contains(kind) ? kind : "other";
            for (int i = begin; i < end; i++)
            {
                labels[i] = (i == begin ? "B-" : "I-") + label;
            }
        }

        return labels;

        void Close(string group, int last)
        {
            int index = open.FindLastIndex(o => o.Group == group);
            if (index < 0)
            {
                return;
            }

            (_, int begin, string kind) = open[index];
            open.RemoveAt(index);
            int head = Enumerable.Range(begin, last + 1 - begin).First(i => tree.Heads[i] < begin || tree.Heads[i] > last || i == last);
            if (tree.Tags[head].StartsWith("PROPN", StringComparison.Ordinal))
            {
                (int from, int to) = Named(tree, begin, last + 1, head);
                spans.Add((from, to, kind));
            }
        }
    }

    private static (int Begin, int End) Named(Tree tree, int begin, int end, int head)
    {
        int from = head, to = head + 1;
        for (int i = head - 1; i >= begin && (IsName(tree, i) || IsLink(tree, i)); i--)
        {
            from = IsName(tree, i) ? i : from;
        }

        for (int i = head + 1; i < end && (IsName(tree, i) || IsLink(tree, i)); i++)
        {
            to = IsName(tree, i) ? i + 1 : to;
        }

        return (from, to);
    }

    private static bool IsName(Tree tree, int i) =>
        tree.Tags[i].StartsWith("PROPN", StringComparison.Ordinal)
        || char.IsUpper(tree.Forms[i][0]) && !tree.Tags[i].StartsWith("DET", StringComparison.Ordinal) && !tree.Tags[i].StartsWith("PRON", StringComparison.Ordinal)
        || char.IsDigit(tree.Forms[i][0]);

    private static bool IsLink(Tree tree, int i) => tree.Tags[i] is "PUNCT|HYPH" or "CCONJ|CC" || tree.Forms[i] is "of" or "the" or "for" or "'s" or "-" or "–" or "de" or "al" or "bin";
}
