using Casus.Knowledge;

namespace Casus.App.Gazetteers;

/// <summary>A gazetteer that was added and that every command uses.</summary>
/// <param name="Index">Null when the file cannot be used; then <paramref name="Problem"/> says why.</param>
internal sealed record InstalledGazetteer(string Name, string Path, GazetteerIndex? Index, string? Problem);

/// <summary>
/// Where added gazetteers live: <c>gazetteers/</c> under $CASUS_HOME, else under the user's folder for the data of programs. A new one is written
/// beside the others under another name and takes its place at once when it is whole, so a stopped run leaves what was there.
/// </summary>
internal sealed class GazetteerFolder(string path)
{
    public const string HomeVariable = "CASUS_HOME";

    private const string Ending = ".gazetteer", Unfinished = ".part", Lock = "lock";

    public string Path => path;

    public static GazetteerFolder OfUser()
    {
        string? home = Environment.GetEnvironmentVariable(HomeVariable);
        if (string.IsNullOrEmpty(home))
        {
            home = System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "casus");
        }

        return new GazetteerFolder(System.IO.Path.Combine(System.IO.Path.GetFullPath(home), "gazetteers"));
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<InstalledGazetteer> All() => !Directory.Exists(path) ? [] :
        [.. Directory.EnumerateFiles(path, "*" + Ending).Order(StringComparer.Ordinal).Select(f => Read(System.IO.Path.GetFileNameWithoutExtension(f), f))];

    public InstalledGazetteer? Find(string name) => All().FirstOrDefault(g => g.Name == name);

    /// <summary>The name of a dump without folder and endings: "allCountries.zip" is allCountries.</summary>
    public static string NameOf(string dump)
    {
        string name = System.IO.Path.GetFileName(dump);
        foreach (string ending in (string[])[".gz", ".zip", ".txt", ".tsv", Ending])
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        string safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).Trim('.');
        return safe.Length is 0 or > 80 ? throw Trouble.Usage($"'{safe}' cannot name a gazetteer: give it one of letters, digits, - and _ with --name.") : safe;
    }

    /// <param name="write">Writes the gazetteer; the second argument makes scratch files.</param>
    /// <exception cref="Trouble">The folder cannot be written, or another program adds to it.</exception>
    public T Add<T>(string name, Func<Stream, Func<Stream>, T> write)
    {
        string target = System.IO.Path.Combine(path, name + Ending), unfinished = target + Unfinished;
        try
        {
            Directory.CreateDirectory(path);
            using FileStream held = Hold();
            foreach (string left in Directory.EnumerateFiles(path, "*" + Unfinished))
            {
                File.Delete(left);
            }

            int scratches = 0;
            T result;
            using (var output = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
            {
                result = write(output, () => new FileStream($"{target}.{scratches++}{Unfinished}", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose));
                output.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
            return result;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>False when there is none of the name.</summary>
    public bool Remove(string name)
    {
        string target = System.IO.Path.Combine(path, NameOf(name) + Ending);
        if (!File.Exists(target))
        {
            return false;
        }

        using FileStream held = Hold();
        File.Delete(target);
        return true;
    }

    private FileStream Hold()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, Lock), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException)
        {
            throw Trouble.Usage($"another casus is adding a gazetteer to {path}: wait until it is done.");
        }
    }

    private static InstalledGazetteer Read(string name, string file)
    {
        try
        {
            return new InstalledGazetteer(name, file, GazetteerIndex.Open(new MappedBytes(file).Memory), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new InstalledGazetteer(name, file, null, e.Message);
        }
    }
}
