using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The word lists that tell places from what only looks like one.</summary>
internal sealed class PlaceCues
{
    private readonly Dictionary<string, Place> abbreviations = new(StringComparer.Ordinal);

    public PlaceCues(KnowledgeBase knowledge)
    {
        KindsAfter = Kinds(knowledge, "after", null);
        KindsInName = Kinds(knowledge, "after", "cap");
        KindsBefore = Kinds(knowledge, "before", "cap");
        Directions = new(knowledge.Tables["cues/directions"], ignoreCase: true);
        GivenNames = new(knowledge.Tables["cues/given-names"]);
        Titles = new(knowledge.Tables["cues/titles"], "kind");
        Organisations = new(knowledge.Tables["cues/organisation-words"], "kind");
        Nouns = new(knowledge.Tables["cues/place-nouns"]);
        KnowledgeTable table = knowledge.Tables["cues/place-abbreviations"];
        int word = table.Column("word"), place = table.Column("place");
        foreach (KnowledgeRow row in table.Rows)
        {
            if (knowledge.Places.Find(row[place]) is { } meant)
            {
                abbreviations.TryAdd(Key(row[word]), meant);
            }
        }
    }

    public CueWords KindsAfter { get; }

    /// <summary>Only those that belong to the name: Laurel County, not Paktika province.</summary>
    public CueWords KindsInName { get; }

    public CueWords KindsBefore { get; }

    public CueWords Directions { get; }

    public CueWords GivenNames { get; }

    public CueWords Titles { get; }

    public CueWords Organisations { get; }

    /// <summary>Nouns before which a name is that of a town.</summary>
    public CueWords Nouns { get; }

    /// <summary>The state or province that an abbreviation means; null when the word is none.</summary>
    public Place? Abbreviated(ReadOnlySpan<char> word)
    {
        if (word.Length > 6 || !char.IsAsciiLetterUpper(word[0]))
        {
            return null;
        }

        return abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[^1] == '.' ? word[..^1] : word, out Place? place) ? place : null;
    }

    /// <summary>Without the last full stop, which a tokenizer may cut off; those inside tell L.A. from the LA of the post.</summary>
    private static string Key(string word) => word.TrimEnd('.');

    private static CueWords Kinds(KnowledgeBase knowledge, string side, string? letters)
    {
        KnowledgeTable table = knowledge.Tables["cues/place-kinds"];
        int sideColumn = table.Column("side"), caseColumn = table.Column("case");
        return new CueWords(table, "precision", only: r => r[sideColumn] == side && (letters is null || r[caseColumn] == letters));
    }
}
