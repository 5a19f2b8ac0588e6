namespace Casus.App.Fetch.Watching;

/// <summary>Tells which files of folders have come or changed and have stopped growing.</summary>
/// <param name="files">Every file that looks like a page, now.</param>
/// <param name="settle">A file that has kept its length and time of writing for so long is taken for whole.</param>
internal sealed class FolderScan(Func<IEnumerable<string>> files, TimeSpan settle)
{
    private readonly Dictionary<string, Sighting> seen = new(StringComparer.Ordinal);

    /// <summary>True while files are there that may still grow.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Looks at every file, and gives those that are whole and were not taken as they are now. Files without a byte are let be.</summary>
    public List<string> Ready(DateTimeOffset now)
    {
        var ready = new List<string>();
        var gone = new HashSet<string>(seen.Keys, StringComparer.Ordinal);
        IsWaiting = false;
        foreach (string path in files())
        {
            gone.Remove(path);
            (long length, DateTime written) = Look(path);
            if (!seen.TryGetValue(path, out Sighting sighting) || sighting.Length != length || sighting.Written != written)
            {
                seen[path] = sighting = new Sighting(length, written, now, Taken: false);
            }

            bool whole = now - sighting.Since >= settle;
            if (!sighting.Taken && length > 0 && whole)
            {
                ready.Add(path);
            }

            IsWaiting |= !sighting.Taken && length > 0 && !whole;
        }

        foreach (string path in gone)
        {
            seen.Remove(path);
        }

        return ready;
    }

    /// <summary>These were read as they were at the last look.</summary>
    public void Take(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (seen.TryGetValue(path, out Sighting sighting))
            {
                seen[path] = sighting with { Taken = true };
            }
        }
    }

    private static (long Length, DateTime Written) Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return (file.Length, file.LastWriteTimeUtc);
        }
        catch (IOException)
        {
            return (0, default); // it has just gone
        }
    }

    private readonly record struct Sighting(long Length, DateTime Written, DateTimeOffset Since, bool Taken);
}
