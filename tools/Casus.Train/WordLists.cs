using System.Globalization;
using System.Text;
using Casus.Language;

namespace Casus.Train;

/// <summary>Learns the tables beside the network: contractions, known words, lemmas.</summary>
internal static class WordLists
{
    public static byte[] Contractions(IReadOnlyList<Treebank> banks)
    {
        var votes = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        foreach (Treebank bank in banks)
        {
            foreach ((string token, int cut) in bank.Contractions)
            {
                Vote(votes, Fold(token), cut, 1);
            }

            foreach (Paragraph paragraph in bank.Paragraphs)
            {
                foreach (TextSpan span in paragraph.Tokens)
                {
                    // Taken-apart tokens are counted here too, as whole; the true count of whole ones is the difference.
                    Vote(votes, Fold(span.Of(paragraph.Text)), 0, 1);
                }
            }
        }

        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string token, Dictionary<int, int> cuts) in votes)
        {
            int split = cuts.Where(c => c.Key > 0).Sum(c => c.Value);
            int whole = cuts.GetValueOrDefault(0) - split;
            (int cut, int count) = cuts.Where(c => c.Key > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => (c.Key, c.Value)).FirstOrDefault();
            int best = split > whole ? cut : 0;
            if (token.Length is >= 2 and <= 24 && best != Casus.Language.Contractions.Regular(token) && Math.Max(count, whole) >= 2 && !token.Contains('\t', StringComparison.Ordinal))
            {
                rows[token] = best.ToString(CultureInfo.InvariantCulture);
            }
        }

        return WordTable.Write(rows);
    }

    public static byte[] Words(IReadOnlyList<Treebank> banks)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var function = new Dictionary<string, int>(StringComparer.Ordinal);
        var inflected = new HashSet<string>(StringComparer.Ordinal);
        foreach (Tree tree in banks.SelectMany(b => b.Trees))
        {
            for (int i = 0; i < tree.Forms.Length; i++)
            {
                string word = Fold(tree.Forms[i]), tag = tree.Tags[i];
                if (!word.All(char.IsLetter))
                {
                    continue;
                }

                counts[word] = counts.GetValueOrDefault(word) + 1;
                if (tag.StartsWith("ADP", StringComparison.Ordinal) || tag.StartsWith("DET", StringComparison.Ordinal) || tag.StartsWith("PRON", StringComparison.Ordinal)
                    || tag.StartsWith("CCONJ", StringComparison.Ordinal) || tag.StartsWith("AUX", StringComparison.Ordinal) || tag.StartsWith("SCONJ", StringComparison.Ordinal) || tag == "PART|TO")
                {
                    function[word] = function.GetValueOrDefault(word) + 1;
                }

                if (tag is "VERB|VBD" or "VERB|VBN" or "VERB|VBG" && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)))
                {
                    inflected.Add(word);
                }
            }
        }

        return WordTable.Write(counts.Select(c => KeyValuePair.Create(
            c.Key,
            (Math.Min(c.Value, 255)
                | (c.Key.Length >= 2 && function.GetValueOrDefault(c.Key) >= 100 && function[c.Key] * 2 > c.Value ? CopyRepair.Function : 0)
                | (inflected.Contains(c.Key) ? CopyRepair.Inflected : 0)).ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Words seen twice or more, of the paragraphs' tokens, and every lemma of the treebanks: what a lemma may be.</summary>
    public static byte[] Bases(IReadOnlyList<Treebank> banks, IReadOnlyList<Paragraph> paragraphs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Paragraph paragraph in paragraphs)
        {
            foreach (TextSpan token in paragraph.Tokens)
            {
                ReadOnlySpan<char> word = token.In(paragraph.Text);
                if (word.Length is >= 2 and <= 24 && !word.ContainsAnyExceptInRange('a', 'z'))
                {
                    string known = word.ToString();
                    counts[known] = counts.GetValueOrDefault(known) + 1;
                }
            }
        }

        var lemmas = banks.SelectMany(b => b.Trees).SelectMany(t => t.Lemmas.Where((l, i) => !t.Tags[i].StartsWith("PROPN", StringComparison.Ordinal) && !t.Tags[i].StartsWith("X|", StringComparison.Ordinal)));
        return Encoding.UTF8.GetBytes(string.Join('\n', counts.Where(c => c.Value >= 2).Select(c => c.Key)
            .Concat(lemmas.Where(l => l.Length >= 2 && !l.AsSpan().ContainsAnyExceptInRange('a', 'z'))).Distinct().Order(StringComparer.Ordinal)));
    }

    /// <param name="bases">What <see cref="Bases"/> made.</param>
    public static byte[] Lemmas(IReadOnlyList<Treebank> banks, byte[] bases)
    {
        var forms = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var endings = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Tree tree in banks.SelectMany(b => b.Trees))
        {
            for (int i = 0; i < tree.Forms.Length; i++)
            {
                string form = tree.Forms[i], tag = tree.Tags[i], lemma = tree.Lemmas[i];
                if (form.Length > 40 || lemma == "_" || form.Contains(' ', StringComparison.Ordinal))
                {
                    continue;
                }

                bool name = tag.StartsWith("PROPN", StringComparison.Ordinal);
                string folded = Fold(form), shape = name ? form : form.ToLowerInvariant();
                Vote(forms, $"{form} {tag}", lemma, 1);
                if (folded != form && !name)
                {
                    Vote(forms, $"{folded} {tag}", lemma, 1);
                }

                // An ending is learnt from kinds of words, not from how often each occurs.
                if (seen.Add($"{folded} {tag} {lemma}"))
                {
                    string rule = Lemmatiser.Rule(shape, lemma);
                    for (int length = 0; length <= Math.Min(Lemmatiser.LongestEnding, form.Length - 1); length++)
                    {
                        Vote(endings, $"{folded[^length..]} {tag}", rule, 1);
                    }
                }
            }
        }

        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, Dictionary<string, int> votes) in endings)
        {
            (string rule, int count) = Best(votes);
            int at = key.IndexOf(' ', StringComparison.Ordinal);
            // Dropped where the next shorter ending says the same.
            string? shorter = at > 0 ? Best(endings[key[1..]]).Value : null;
            if (count >= 2 && rule != shorter || at == 0)
            {
                rows["E " + key] = rule;
            }
        }

        AddIrregular(forms);
        var rules = Lemmatiser.Read(WordTable.Write(rows), WordTable.Lines(bases));
        foreach ((string key, Dictionary<string, int> votes) in forms)
        {
            string[] parts = key.Split(' ');
            string[] tag = parts[1].Split('|');
            string lemma = Best(votes).Value;
            if (rules.Lemma(parts[0], tag[0], tag[1]) != lemma)
            {
                rows["F " + key] = lemma;
            }
        }

        return WordTable.Write(rows);
    }

    /// <summary>Adds the irregular forms that the treebanks do not show.</summary>
    private static void AddIrregular(Dictionary<string, Dictionary<string, int>> forms)
    {
        foreach (string line in Lines("irregular-verbs.tsv"))
        {
            string[] verb = line.Split('\t');
            foreach (string key in new[] { $"{verb[1]} VERB|VBD", $"{verb[2]} VERB|VBN" })
            {
                if (!forms.ContainsKey(key))
                {
                    Vote(forms, key, verb[0], 1);
                }
            }
        }
    }

    public static byte[] Abbreviations() => Encoding.UTF8.GetBytes(string.Join('\n', Lines("abbreviations.tsv").Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static (string Value, int Count) Best(Dictionary<string, int> votes) =>
        votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)).First();

    private static void Vote<T>(Dictionary<string, Dictionary<T, int>> votes, string key, T value, int weight)
        where T : notnull
    {
        if (!votes.TryGetValue(key, out Dictionary<T, int>? counts))
        {
            votes[key] = counts = [];
        }

        counts[value] = counts.GetValueOrDefault(value) + weight;
    }

    private static string Fold(string word) => string.Create(word.Length, word, static (span, w) => CharKinds.Fold(w, span));
}
