using Casus.Knowledge;

namespace Casus.Train;

/// <summary>A folder of knowledge read from disk.</summary>
internal static class KnowledgeFolder
{
    private static readonly string[] Endings = [".yaml", ".tsv"];

    /// <exception cref="InvalidDataException">It does not load; the message lists the problems.</exception>
    public static KnowledgeBase Load(string folder)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.Ordinal))
                .Select(f => new KnowledgeFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)))
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ]);
        return load.Knowledge ?? throw new InvalidDataException(string.Join('\n', load.Problems));
    }
}
