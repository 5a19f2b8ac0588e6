using Casus.Knowledge;

namespace Casus.Tests.Knowledge;

/// <summary>The knowledge of the repository, loaded once for all tests.</summary>
internal static class RepositoryKnowledge
{
    private static readonly Lazy<KnowledgeLoad> Once = new(() => KnowledgeLoader.Load(Read()));

    public static KnowledgeLoad Load => Once.Value;

    /// <summary>Null only when there are problems, which <see cref="RepositoryKnowledgeTests"/> shows.</summary>
    public static KnowledgeBase Base => Load.Knowledge ?? throw new InvalidOperationException(string.Join('\n', Load.Problems));

    public static KnowledgeFile[] Read()
    {
        string root = Path.Combine(RepositoryRoot(), "knowledge");
        return
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(path => new KnowledgeFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Casus.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
