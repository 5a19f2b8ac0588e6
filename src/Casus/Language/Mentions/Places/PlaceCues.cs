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
        BeforePeoples = new(knowledge.Tables["cues/before-peoples"]);
        StancePrefixes = new(knowledge.Tables["cues/stance-prefixes"], ignoreCase: true);
        GivenNames = new(knowledge.Tables["cues/given-names"]);
        Titles = new(knowledge.Tables["cues/titles"], "kind");
        Organisations = new(knowledge.Tables["cues/organisation-words"], "kind");
        Nouns = new(knowledge.Tables["cues/place-nouns"]);
        Verbs = new(knowledge.Tables["cues/place-verbs"]);
        Fights = new(knowledge.Tables["cues/fights"]);
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

    /// <summary>Words that make another people of a nationality: Latin American.</summary>
    public CueWords BeforePeoples { get; }

    public CueWords StancePrefixes { get; }

    public CueWords GivenNames { get; }

    public CueWords Titles { get; }

    public CueWords Organisations { get; }

    /// <summary>Nouns before which a name is that of a town.</summary>
    public CueWords Nouns { get; }

    /// <summary>Verbs behind which a name is that of a town.</summary>
    public CueWords Verbs { get; }

    /// <summary>Nouns behind which, with a small word between, a name is that of a town.</summary>
    public CueWords Fights { get; }

    /// <summary>The state or province that an abbreviation means; null when the word is none.</summary>
    public Place? Abbreviated(ReadOnlySpan<char> word)
    {
        if (word.Length > 6 || !char.IsAsciiLetterUpper(word[0]))
        {
            return null;
        }

        return abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[^1] == '.' ? word[..^1] : word, out Place? place) ? place : null;
    }

    /// <summary>True when the words from <paramref name="at"/> say what holds the name before them: "area of Sorkh District", "in Upper Naro Agency".</summary>
    public bool IsHeld(AtomBuffer atoms, int at)
    {
        const int MostBetween = 2, MostOfName = 4;
        int between = 0;
        at = AfterGloss(atoms, at);
        while (at < atoms.Count && between < MostBetween && char.IsLower(atoms.Word(at)[0]) && !IsLink(atoms.Word(at)))
        {
            between++;
            at++;
        }

        if (at >= atoms.Count || !IsLink(atoms.Word(at)))
        {
            return false;
        }

        for (int i = at + 1; i < atoms.Count && i <= at + MostOfName && char.IsUpper(atoms.Word(i)[0]); i++)
        {
            if (i > at + 1 && KindsInName.Find(atoms.Word(i)) is "admin1" or "admin2" || (i + 1 < atoms.Count && KindsAfter.Find(atoms.Word(i + 1)) is "admin1" or "admin2"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind one small word and a gloss in brackets: "tehsil (revenue unit)".</summary>
    private static int AfterGloss(AtomBuffer atoms, int at)
    {
        const int MostOfGloss = 5;
        if (at + 1 >= atoms.Count || atoms.Word(at + 1) is not "(" || !char.IsLower(atoms.Word(at)[0]))
        {
            return at;
        }

        for (int i = at + 2; i < atoms.Count && i <= at + 2 + MostOfGloss; i++)
        {
            if (atoms.Word(i) is ")")
            {
                return i + 1;
            }
        }

        return at;
    }

    private static bool IsLink(ReadOnlySpan<char> word) => word is "of" or "in" or "under";

    /// <summary>Without the last full stop, which a tokenizer may cut off; those inside tell L.A. from the LA of the post.</summary>
    private static string Key(string word) => word.TrimEnd('.');

    private static CueWords Kinds(KnowledgeBase knowledge, string side, string? letters)
    {
        KnowledgeTable table = knowledge.Tables["cues/place-kinds"];
        int sideColumn = table.Column("side"), caseColumn = table.Column("case");
        return new CueWords(table, "precision", only: r => r[sideColumn] == side && (letters is null || r[caseColumn] == letters));
    }
}
