using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// "the National Party (NP) leader": a short name in brackets inside of a phrase, which parsers take for its end. Such words are left out when the tree is
/// made, and hung on the name before them afterwards.
/// </summary>
internal static class BracketedNames
{
    private const int Longest = 5;

    /// <summary>Indices of the words that stay; null when all do.</summary>
    public static int[]? Kept(string[] forms)
    {
        List<int>? kept = null;
        for (int i = 0; i < forms.Length; i++)
        {
            if (forms[i] == "(" && Closing(forms, i) is > 0 and var end)
            {
                kept ??= [.. Enumerable.Range(0, i)];
                i = end;
            }
            else
            {
                kept?.Add(i);
            }
        }

        return kept is null ? null : [.. kept];
    }

    /// <summary>The tree with the words that were left out.</summary>
    /// <param name="kept">As of <see cref="Kept"/>; <paramref name="tree"/> holds those.</param>
    public static ImmutableArray<Token> Restored(ImmutableArray<Token> tree, int[] kept, string[] forms, TextSpan[] spans)
    {
        var whole = new Token[forms.Length];
        for (int k = 0; k < kept.Length; k++)
        {
            whole[kept[k]] = tree[k].IsRoot ? tree[k] : tree[k] with { Head = kept[tree[k].Head] };
        }

        for (int i = 0; i < forms.Length; i++)
        {
            if (whole[i].Form is not null)
            {
                continue;
            }

            int end = Closing(forms, i), name = i - 1;
            while (whole[name].Head is >= 0 and var head && head < name && whole[name].Upos is "PROPN" or "NOUN" or "ADJ" && whole[head].Upos is "PROPN" or "NOUN")
            {
                name = head;
            }

            for (int x = i; x <= end; x++)
            {
                bool bracket = x == i || x == end;
                whole[x] = bracket
                    ? new(spans[x], forms[x], forms[x], "PUNCT", x == i ? "-LRB-" : "-RRB-", end - 1, "punct")
                    : new(spans[x], forms[x], forms[x], "PROPN", "NNP", x == end - 1 ? name : end - 1, x == end - 1 ? "appos" : "compound");
            }

            i = end;
        }

        return [.. whole];
    }

    /// <summary>Labels of names with those of the words that were left out, which name what the words before them do.</summary>
    public static string[] Restored(string[] labels, int[] kept, string[] forms)
    {
        var whole = new string[forms.Length];
        for (int k = 0; k < kept.Length; k++)
        {
            whole[kept[k]] = labels[k];
        }

        for (int i = 0; i < whole.Length; i++)
        {
            if (whole[i] is not null)
            {
                continue;
            }

            int end = Closing(forms, i);
            string before = whole[i - 1];
            whole[i] = whole[end] = "O";
            for (int x = i + 1; x < end; x++)
            {
                whole[x] = before == "O" ? "O" : (x == i + 1 ? "B-" : "I-") + before[2..];
            }

            i = end;
        }

        return whole;
    }

    /// <summary>The bracket that ends a short name opened here; -1 when none is, or when the phrase ends with it.</summary>
    private static int Closing(string[] forms, int open)
    {
        if (open == 0 || !IsCapital(forms[open - 1]))
        {
            return -1;
        }

        bool acronym = false;
        for (int i = open + 1; i < forms.Length && i <= open + Longest + 1; i++)
        {
            if (forms[i] == ")")
            {
                return acronym && i > open + 1 && i + 1 < forms.Length && forms[i + 1].Length > 0 && char.IsLetter(forms[i + 1][0]) ? i : -1;
            }

            if (!IsCapital(forms[i]) && forms[i] is not "-")
            {
                return -1;
            }

            acronym |= forms[i].Length > 1 && char.IsUpper(forms[i][1]);
        }

        return -1;
    }

    private static bool IsCapital(string form) => form.Length > 0 && char.IsUpper(form[0]);
}
