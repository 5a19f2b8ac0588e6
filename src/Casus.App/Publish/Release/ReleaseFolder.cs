namespace Casus.App.Publish;

/// <summary>
/// The folder of a release while it is written: beside its place under another name, moved there when it is whole. A run that is killed leaves the place as it was.
/// Nothing is deleted but what releases consist of.
/// </summary>
internal sealed class ReleaseFolder : IDisposable
{
    public const string Manifest = "manifest.json";

    /// <summary>Stands in a draft while it is written and is held open: what a killed run left can be told from what is not ours, and from what another run is writing.</summary>
    public const string Mark = ".casus-draft";

    private readonly string path, place, draft, replaced;
    private readonly bool replace;
    private readonly FileStream mark;
    private bool done;

    /// <exception cref="Trouble">The place is taken by what is no release, may not be replaced, or cannot be written.</exception>
    public ReleaseFolder(string path, bool replace)
    {
        (this.path, this.replace) = (path, replace);
        place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetPathRoot(place) == place)
        {
            throw Trouble.Usage($"{path} is the top of the disk: name a folder for the release.");
        }

        (draft, replaced) = (place + ".partial", place + ".replaced");
        if (File.Exists(place))
        {
            throw Trouble.Usage($"{path} is a file: name a folder for the release.");
        }

        CheckPlace();
        try
        {
            if (Directory.Exists(replaced) && ReleaseContents.Foreign(replaced) is { } kept)
            {
                throw Trouble.Usage($"{replaced} is needed while a release is replaced, but holds {kept}: move it elsewhere.");
            }

            mark = Begin();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, draft);
        }
    }

    public string At(string name) => Path.Combine(draft, name);

    /// <summary>Puts the release in its place.</summary>
    /// <exception cref="Trouble">The place was taken meanwhile.</exception>
    public void Finish()
    {
        CheckPlace();
        if (Directory.Exists(place))
        {
            if (Directory.Exists(replaced))
            {
                Directory.Delete(replaced, recursive: true);
            }

            Directory.Move(place, replaced);
        }

        // The mark goes along, still held: without it another run would take the finished draft for a killed run's.
        if (OperatingSystem.IsWindows())
        {
            mark.Dispose();
        }

        Directory.Move(draft, place);
        done = true;
        File.Delete(Path.Combine(place, Mark));
        mark.Dispose();
        if (Directory.Exists(replaced))
        {
            Directory.Delete(replaced, recursive: true);
        }
    }

    public void Dispose()
    {
        mark.Dispose();
        if (!done && Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private void CheckPlace()
    {
        if (!Directory.Exists(place) || !Directory.EnumerateFileSystemEntries(place).Any())
        {
            return;
        }

        if (ReleaseContents.Foreign(place) is { } foreign)
        {
            throw Trouble.Usage(foreign.Length == 0
                ? $"{path} holds other files and no {Manifest} of a release: name another folder."
                : $"{path} holds a release and {foreign}, which is not of it: move that elsewhere, or name another folder.");
        }

        if (!replace)
        {
            throw Trouble.Usage($"{path} holds a release already: name another folder, or replace it with --replace.");
        }
    }

    private FileStream Begin()
    {
        if (Directory.Exists(draft) && Directory.EnumerateFileSystemEntries(draft).Any() && !File.Exists(At(Mark)) && ReleaseContents.Foreign(draft) is not null)
        {
            throw Trouble.Usage($"{draft} is needed while the release is written, but holds other files: move them elsewhere.");
        }

        FileStream held = Hold();
        foreach (string left in Directory.EnumerateFiles(draft).Where(f => Path.GetFileName(f) != Mark))
        {
            File.Delete(left);
        }

        return held;
    }

    private FileStream Hold()
    {
        Directory.CreateDirectory(draft);
        try
        {
            return new FileStream(At(Mark), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (File.Exists(At(Mark)))
        {
            throw Trouble.Usage($"Another `casus publish` is writing {draft}: wait until it is done, or name another folder.");
        }
    }
}
