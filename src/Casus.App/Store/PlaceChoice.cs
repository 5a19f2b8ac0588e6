namespace Casus.App.Store;

/// <summary>Where a word on the command line means: a place by id, the last part of an id or its whole name, with what lies in it; where none is called so, part of a name.</summary>
/// <param name="Patterns">Of the column that tells what holds a place, each part of it between bars.</param>
/// <param name="Words">Also places whose words hold these; null where the place is found by its name.</param>
internal sealed record PlaceChoice(string[] Patterns, string? Words)
{
    private const int LongestCode = 3;

    public static PlaceChoice Of(CasusStore store, string word) => store.Read(() =>
    {
        string plain = Where.Plain(word);
        // The last part of an id is a code of letters; what is longer would be met in hyphened names.
        string[] whole = plain.Length <= LongestCode ? [$"%|{plain}|%", $"%-{plain}|%"] : [$"%|{plain}|%"];
        using Statement known = store.Prepare($@"SELECT EXISTS (SELECT 1 FROM place WHERE {string.Join(" OR ", whole.Select((_, i) => $@"within LIKE ${i + 1} ESCAPE '\'"))})");
        return known.Scalar([.. whole]) is 1L ? new PlaceChoice(whole, null) : new PlaceChoice([$"%{plain}%"], word);
    });

    /// <summary>Ids of places that lie there.</summary>
    public List<string> Ids(CasusStore store)
    {
        using Statement lie = store.Prepare($"SELECT p.id FROM place p WHERE {string.Join(" OR ", Patterns.Select((_, i) => $@"p.within LIKE ${i + 1} ESCAPE '\'"))}");
        return lie.Rows(r => r.GetString(0), [.. Patterns]);
    }

    /// <summary>Adds that a row lies there.</summary>
    /// <param name="id">The column with the place's id; <paramref name="place"/>: with its words.</param>
    public void Narrow(Where where, string id, string place)
    {
        string held = $"{id} IN (SELECT p.id FROM place p WHERE {string.Join(" OR ", Patterns.Select(p => $"p.within LIKE {where.Pattern(p)}"))})";
        where.And(Words is null ? held : $"({held} OR {place} LIKE {where.Holding(Words)})");
    }
}
