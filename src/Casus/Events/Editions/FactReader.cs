using System.Collections.Frozen;
using System.Globalization;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Events;

/// <summary>Numbers, dates and names of a sentence, from the words alone.</summary>
internal sealed class FactReader
{
    /// <summary>Articles and prepositions have no capital in a title.</summary>
    private const int LongestSmallWord = 4;

    private readonly Numerals numerals;
    private readonly FrozenDictionary<string, string> dates;
    private readonly AtomBuffer atoms = new();
    private readonly CueWords titles, bodies;

    public FactReader(KnowledgeBase knowledge)
    {
        numerals = new Numerals(knowledge);
        (titles, bodies) = (new CueWords(knowledge.Tables["cues/titles"]), new CueWords(knowledge.Tables["cues/organisation-words"]));
        KnowledgeTable words = knowledge.Tables["times/words"];
        int word = words.Column("word"), kind = words.Column("class"), value = words.Column("value"), form = words.Column("case");
        dates = words.Rows.Where(r => r[kind] is "month" or "weekday" && r[form] == "cap")
            .Select(r => (Word: r[word].TrimEnd('.'), Value: r[kind] + r[value]))
            .DistinctBy(r => r.Word)
            .ToFrozenDictionary(r => r.Word, r => r.Value, StringComparer.Ordinal);
    }

    /// <param name="capitals">Words that the text also begins with a capital inside of sentences.</param>
    public void Read(string text, TextSpan sentence, HashSet<string> capitals, List<Fact> facts)
    {
        List<TextSpan> words = SentenceWords.Of(text, sentence);
        ReadNumbers(text, sentence, words, facts);
        ReadNames(text, words, capitals, facts);
    }

    /// <summary>Words with a capital where no sentence or quotation begins; none of a line in title case.</summary>
    public static void AddCapitals(string text, TextSpan sentence, HashSet<string> capitals)
    {
        List<TextSpan> words = SentenceWords.Of(text, sentence);
        if (IsTitle(text, words))
        {
            return;
        }

        for (int i = 1; i < words.Count; i++)
        {
            if (char.IsUpper(text[words[i].Begin]) && !Begins(text, words, i))
            {
                capitals.Add(SentenceWords.Folded(words[i].In(text)));
            }
        }
    }

    private void ReadNumbers(string text, TextSpan sentence, List<TextSpan> words, List<Fact> facts)
    {
        atoms.Fill(text, SentenceWords.Sentence(sentence, words, text));
        for (int i = 0; i < atoms.Count;)
        {
            // "One" is mostly a pronoun, and "several" no value.
            if (!numerals.TryRead(atoms, i, out Numeral numeral) || numeral.End <= i)
            {
                i++;
                continue;
            }

            if (!numeral.Vague && !(numeral.InWords && numeral.Min <= 1))
            {
                facts.Add(new Fact(FactKind.Number, new TextSpan(atoms[i].Begin, atoms[numeral.End - 1].End), numeral.Min.ToString("R", CultureInfo.InvariantCulture)));
            }

            i = numeral.End;
        }
    }

    private void ReadNames(string text, List<TextSpan> words, HashSet<string> capitals, List<Fact> facts)
    {
        bool title = IsTitle(text, words);
        for (int i = 0; i < words.Count; i++)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (!char.IsUpper(word[0]) || IsTitleOfPerson(text, words, i))
            {
                continue;
            }

            string folded = SentenceWords.Folded(word);
            if (dates.TryGetValue(word.ToString(), out string? date))
            {
                facts.Add(new Fact(FactKind.Date, words[i], date));
            }
            else if (folded.Length > 1 && (capitals.Contains(folded) || (!title && !Begins(text, words, i))))
            {
                facts.Add(new Fact(FactKind.Name, words[i], folded));
            }
        }
    }

    /// <summary>"Minister" before a name, or alone; the surname in "John Major" and the "General" of an assembly are none.</summary>
    private bool IsTitleOfPerson(string text, List<TextSpan> words, int at)
    {
        bool before = at > 0 && char.IsUpper(text[words[at - 1].Begin]), after = at + 1 < words.Count && char.IsUpper(text[words[at + 1].Begin]);
        return titles.Has(words[at].In(text)) && (after ? !bodies.Has(words[at + 1].In(text)) : !before);
    }

    /// <summary>At the head of a sentence or of what a mark opens every word has a capital.</summary>
    private static bool Begins(string text, List<TextSpan> words, int at) =>
        at == 0 || text[words[at - 1].Begin] is '“' or '"' or '‘' or ':' or ';' or '•' or '.' or '!' or '?' or '—' or '–' or '…';

    /// <summary>A line that holds no longer word without a capital: its capitals tell nothing.</summary>
    private static bool IsTitle(string text, List<TextSpan> words)
    {
        foreach (TextSpan word in words)
        {
            if (char.IsLower(text[word.Begin]) && word.Length > LongestSmallWord)
            {
                return false;
            }
        }

        return true;
    }
}
