namespace Casus.App.Web;

/// <summary>A folder for a while, among the system's, that its owner alone may enter. It is held by a file in it for as long as the program lives, so that what a killed one left is told apart and goes at a later start.</summary>
internal sealed class OwnFolder : IDisposable
{
    private const string Prefix = "casus-own-", Held = ".held";

    private readonly FileStream held;

    public OwnFolder()
    {
        Path = Directory.CreateTempSubdirectory(Prefix).FullName;
        held = new FileStream(System.IO.Path.Combine(Path, Held), FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public string Path { get; }

    public void Dispose()
    {
        held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A browser may still hold its profile for a moment: a later start clears it.
        }
    }

    /// <summary>Removes what nobody holds any more. Others' folders, and what only looks like one of these, stay.</summary>
    public static void Sweep()
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (folder.LinkTarget is null)
                {
                    using (new FileStream(System.IO.Path.Combine(folder.FullName, Held), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    {
                        // Whoever made it is gone.
                    }

                    folder.Delete(recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is in use, somebody else's, or none of ours.
            }
        }
    }
}
