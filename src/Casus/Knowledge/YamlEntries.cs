namespace Casus.Knowledge;

internal static class YamlEntries
{
    /// <summary>The entries of a file that is one list of maps.</summary>
    public static IEnumerable<EntryReader> OfList(KnowledgeFile file, ProblemList problems)
    {
        if (YamlTree.Read(file, problems) is not { } piece)
        {
            yield break;
        }

        if (piece is not YamlList list)
        {
            problems.Add(file.Path, piece.Line, "the file is not a list", "begin each entry with '- id:'");
            yield break;
        }

        foreach (YamlPiece one in list.Pieces)
        {
            if (one is YamlMap map)
            {
                yield return new EntryReader(file.Path, map, problems);
            }
            else
            {
                problems.Add(file.Path, one.Line, "an entry has no keys", "begin it with '- id:'");
            }
        }
    }
}
