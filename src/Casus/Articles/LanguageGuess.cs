using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>
/// The language of a text by its stop words: the language most of whose words stand there. Cheap and coarse: it serves to leave
/// other languages alone, not to tell kin apart.
/// </summary>
internal sealed class LanguageGuess
{
    /// <summary>Taken where nothing speaks against it: a headline or a name has no stop words.</summary>
    public const string Default = "en";

    private const int Sample = 20_000;
    private const int FewestHits = 4;

    /// <summary>Words under which a text is short: names and chance then weigh as much as stop words.</summary>
    private const int FewWords = 80;

    /// <summary>One word in so many has to be a stop word of another language before a short text is taken for it; running text has one in three.</summary>
    private const int OneIn = 5;

    private readonly ImmutableArray<string> names;
    private readonly FrozenDictionary<string, ulong> languages;

    public LanguageGuess(KnowledgeTable table)
    {
        int language = table.Column("language"), word = table.Column("word");
        names = [.. table.Rows.Select(r => r[language]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(64)];
        var bits = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        foreach (KnowledgeRow row in table.Rows)
        {
            int index = names.IndexOf(row[language]);
            if (index >= 0)
            {
                bits[row[word]] = bits.GetValueOrDefault(row[word]) | (1UL << index);
            }
        }

        languages = bits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public string Of(ReadOnlySpan<char> text)
    {
        text = text.Length > Sample ? text[..Sample] : text;
        Span<int> hits = stackalloc int[64];
        var lookup = languages.GetAlternateLookup<ReadOnlySpan<char>>();
        int begin = -1, words = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetter(text[i]);
            if (letter)
            {
                begin = begin < 0 ? i : begin;
                continue;
            }

            if (begin >= 0 && i - begin <= 12 && lookup.TryGetValue(text[begin..i], out ulong bits))
            {
                for (; bits != 0; bits &= bits - 1)
                {
                    hits[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
                }
            }

            words += begin >= 0 ? 1 : 0;
            begin = -1;
        }

        return Best(hits, text, words);
    }

    private string Best(ReadOnlySpan<int> hits, ReadOnlySpan<char> text, int words)
    {
        int best = Math.Max(names.IndexOf(Default), 0), start = best;
        for (int i = 0; i < names.Length; i++)
        {
            best = hits[i] > hits[best] ? i : best;
        }

        if (best != start && words < FewWords && (hits[best] * OneIn < words || hits[best] < (2 * hits[start]) + 2))
        {
            best = start;
        }

        if (best == start || hits[best] >= FewestHits)
        {
            return best == start && hits[best] < FewestHits ? ByScript(text) : names.IsEmpty ? Default : names[best];
        }

        return ByScript(text);
    }

    /// <summary>For texts without known words: a script that English does not use is another language ("und": undetermined).</summary>
    private static string ByScript(ReadOnlySpan<char> text)
    {
        int latin = 0, other = 0;
        foreach (char c in text)
        {
            latin += c < 0x250 && char.IsLetter(c) ? 1 : 0;
            other += c >= 0x370 && char.IsLetter(c) ? 1 : 0;
        }

        return other > latin ? "und" : Default;
    }
}
