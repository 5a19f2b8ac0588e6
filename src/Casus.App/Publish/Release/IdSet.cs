namespace Casus.App.Publish;

/// <summary>
/// Ids that were seen, by 64 bits of each (FNV-1a: Fowler, Noll, Vo): 16 bytes an id. An id that was not seen is taken for one that was with a chance of
/// 1e-13 among two million.
/// </summary>
internal sealed class IdSet
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly HashSet<ulong> seen = [];

    public void Add(string id) => seen.Add(Hash(id));

    /// <param name="hash">Of an id.</param>
    public bool Contains(ulong hash) => seen.Contains(hash);

    public static ulong Hash(string id)
    {
        ulong hash = Basis;
        foreach (char letter in id)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
