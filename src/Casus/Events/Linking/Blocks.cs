namespace Casus.Events;

/// <summary>Which rows are compared: those that share a block. No block is cut by its size, so that whether two rows are compared hangs on the two alone.</summary>
internal static class Blocks
{
    /// <param name="keys">Every key with the row that has it.</param>
    /// <param name="compare">Called with the lesser index first; more than once for a pair that shares several blocks.</param>
    public static void Pairs(List<(long Key, int Row)> keys, Action<int, int> compare)
    {
        keys.Sort((x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Row.CompareTo(y.Row));
        for (int i = 0; i < keys.Count;)
        {
            int end = i + 1;
            while (end < keys.Count && keys[end].Key == keys[i].Key)
            {
                end++;
            }

            for (int a = i; a < end; a++)
            {
                for (int b = a + 1; b < end; b++)
                {
                    compare(keys[a].Row, keys[b].Row);
                }
            }

            i = end;
        }
    }
}
