using System.Text.Json;

namespace Casus.App.Publish;

/// <summary>
/// The folder of a release while it is written: beside its place under another name, moved there when it is whole. A run that is killed leaves the place as it was.
/// </summary>
internal sealed class ReleaseFolder : IDisposable
{
    public const string Manifest = "manifest.json";

    private readonly string place, draft;
    private bool done;

    /// <exception cref="Trouble">The place is taken by what is no release, may not be replaced, or cannot be written.</exception>
    public ReleaseFolder(string path, bool replace)
    {
        place = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        draft = place + ".partial";
        if (File.Exists(place))
        {
            throw Trouble.Usage($"{path} is a file: name a folder for the release.");
        }

        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
        {
            if (!IsRelease(place))
            {
                throw Trouble.Usage($"{path} holds other files and no {Manifest} of a release: name another folder.");
            }

            if (!replace)
            {
                throw Trouble.Usage($"{path} holds a release already: name another folder, or replace it with --replace.");
            }
        }

        try
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            Directory.CreateDirectory(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Usage(Trouble.Of(e, draft));
        }
    }

    public string At(string name) => Path.Combine(draft, name);

    /// <summary>Puts the release in its place.</summary>
    public void Finish()
    {
        string old = place + ".old";
        if (Directory.Exists(place))
        {
            if (Directory.Exists(old))
            {
                Directory.Delete(old, recursive: true);
            }

            Directory.Move(place, old);
        }

        Directory.Move(draft, place);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }

        done = true;
    }

    public void Dispose()
    {
        if (!done && Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static bool IsRelease(string folder)
    {
        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest)));
            return manifest.RootElement.TryGetProperty("casus-release", out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }
}
