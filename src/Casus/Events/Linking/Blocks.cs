namespace Casus.Events;

/// <summary>
/// Which rows are compared, from the blocks they stand in. In a block of <see cref="Most"/> or fewer each is compared with each; in a larger
/// one with the <see cref="Neighbours"/> that follow it by day, place, sides and toll (sorted neighbourhood, Hernández and Stolfo 1995), so
/// that the cost stays near linear where one block holds a whole war.
/// </summary>
public static class Blocks
{
    public const int Most = 60, Neighbours = 20;

    /// <param name="keys">Every key with the row that has it.</param>
    /// <param name="compare">Called with the lesser index first; more than once for a pair that shares several blocks.</param>
    public static void Pairs(IReadOnlyList<LinkRow> rows, List<(long Key, int Row)> keys, Action<int, int> compare)
    {
        keys.Sort((x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Row.CompareTo(y.Row));
        var members = new List<int>();
        for (int i = 0; i < keys.Count;)
        {
            int end = i + 1;
            while (end < keys.Count && keys[end].Key == keys[i].Key)
            {
                end++;
            }

            if (end - i > 1)
            {
                members.Clear();
                for (int k = i; k < end; k++)
                {
                    members.Add(keys[k].Row);
                }

                Compare(rows, members, compare);
            }

            i = end;
        }
    }

    private static void Compare(IReadOnlyList<LinkRow> rows, List<int> members, Action<int, int> compare)
    {
        bool isLarge = members.Count > Most;
        if (isLarge)
        {
            members.Sort((x, y) => Order(rows[x], rows[y]));
        }

        for (int i = 0; i < members.Count; i++)
        {
            int last = isLarge ? Math.Min(members.Count, i + 1 + Neighbours) : members.Count;
            for (int j = i + 1; j < last; j++)
            {
                compare(Math.Min(members[i], members[j]), Math.Max(members[i], members[j]));
            }
        }
    }

    private static int Order(LinkRow a, LinkRow b)
    {
        int order = (a.Time.Anchor ?? 0).CompareTo(b.Time.Anchor ?? 0);
        order = order != 0 ? order : string.CompareOrdinal(a.Place?.Id, b.Place?.Id);
        order = order != 0 ? order : string.CompareOrdinal(First(a.Initiators), First(b.Initiators));
        order = order != 0 ? order : string.CompareOrdinal(First(a.Targets), First(b.Targets));
        order = order != 0 ? order : Toll(a).CompareTo(Toll(b));
        order = order != 0 ? order : string.CompareOrdinal(a.ClaimId, b.ClaimId);
        return order != 0 ? order : string.CompareOrdinal(a.ArticleId, b.ArticleId);
    }

    private static string? First(System.Collections.Immutable.ImmutableArray<string> ids) => ids.IsEmpty ? null : ids[0];

    private static long Toll(LinkRow row) => row.Tolls.IsEmpty ? 0 : row.Tolls[0].Min;
}
