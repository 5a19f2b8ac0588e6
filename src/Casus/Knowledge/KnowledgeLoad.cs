using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <param name="Knowledge">Null when there are problems: knowledge is loaded whole or not at all.</param>
/// <param name="Problems">Every problem of every file, by path and line.</param>
public sealed record KnowledgeLoad(KnowledgeBase? Knowledge, ImmutableArray<KnowledgeProblem> Problems);

/// <summary>Collects the problems of one load, so that all are shown at once.</summary>
internal sealed class ProblemList
{
    private readonly List<KnowledgeProblem> problems = [];

    public void Add(string path, int line, string message, string remedy) => problems.Add(new(path, line, message, remedy));

    public void Add(ProblemList others) => problems.AddRange(others.problems);

    public bool Any => problems.Count > 0;

    public ImmutableArray<KnowledgeProblem> Sorted() =>
        [.. problems.Distinct().OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Message, StringComparer.Ordinal)];
}
