namespace Casus.App.Fetch.Watching;

/// <summary>
/// Says early that something stirred in a folder. Only a hint: the operating system drops such news under load and on network drives, so
/// folders are looked at now and then all the same.
/// </summary>
internal sealed class FolderHint : IDisposable
{
    private readonly SemaphoreSlim stirred = new(0, 1);
    private readonly List<FileSystemWatcher> watchers = [];

    public FolderHint(IEnumerable<string> folders)
    {
        foreach (string folder in folders)
        {
            try
            {
                var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
                watcher.Created += (_, _) => Stir();
                watcher.Changed += (_, _) => Stir();
                watcher.Renamed += (_, _) => Stir();
                watcher.EnableRaisingEvents = true;
                watchers.Add(watcher);
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                // More watches than the system grants, or the folder has gone: looking now and then finds what there is.
            }
        }
    }

    public Task Stirred(CancellationToken stop) => stirred.WaitAsync(stop);

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in watchers)
        {
            watcher.Dispose();
        }

        stirred.Dispose();
    }

    private void Stir()
    {
        try
        {
            stirred.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is known already, or nobody asks any more.
        }
    }
}
