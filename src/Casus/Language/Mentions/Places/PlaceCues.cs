using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The word lists that tell places from what only looks like one.</summary>
internal sealed class PlaceCues(KnowledgeBase knowledge)
{
    public CueWords KindsAfter { get; } = Kinds(knowledge, "after", null);

    /// <summary>Only those that belong to the name: Laurel County, not Paktika province.</summary>
    public CueWords KindsInName { get; } = Kinds(knowledge, "after", "cap");

    public CueWords KindsBefore { get; } = Kinds(knowledge, "before", "cap");

    public CueWords Directions { get; } = new(knowledge.Tables["cues/directions"], ignoreCase: true);

    public CueWords GivenNames { get; } = new(knowledge.Tables["cues/given-names"]);

    public CueWords Titles { get; } = new(knowledge.Tables["cues/titles"], "kind");

    public CueWords Organisations { get; } = new(knowledge.Tables["cues/organisation-words"], "kind");

    private static CueWords Kinds(KnowledgeBase knowledge, string side, string? letters)
    {
        KnowledgeTable table = knowledge.Tables["cues/place-kinds"];
        int sideColumn = table.Column("side"), caseColumn = table.Column("case");
        return new CueWords(table, "precision", only: r => r[sideColumn] == side && (letters is null || r[caseColumn] == letters));
    }
}
