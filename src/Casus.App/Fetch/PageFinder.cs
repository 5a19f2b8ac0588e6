using Casus.App.Fetch.Web;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>A page that was found, or a name under which none could be had. Neither: what was asked from the net has not changed.</summary>
internal readonly record struct Found(string Name, Page? Page, Refused? Problem)
{
    /// <summary>What asking the net came to; null: it was not asked.</summary>
    public Visit? Visit { get; init; }
}

/// <summary>Pages from what the user names: files, folders (walked recursively), JSON Lines, standard input, in the same order every time; then addresses.</summary>
/// <param name="web">Fetches addresses; null: there are none among the paths.</param>
internal sealed class PageFinder(IReadOnlyList<string> paths, WebSource? web = null)
{
    private readonly string[] addresses = [.. paths.Where(WebAddress.IsAddress)];

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".html", ".htm", ".xhtml", ".jsonl" };

    /// <summary>Files in folders that do not look like pages, by ending; they are not read.</summary>
    public SortedDictionary<string, int> PassedOver { get; } = new(StringComparer.Ordinal);

    /// <summary>What became of the feeds among the addresses.</summary>
    public IReadOnlyList<FeedReport> Feeds => web?.Feeds ?? [];

    /// <summary>How many pages there are, for the progress bar; null when lines of JSON, standard input or addresses are among them.</summary>
    public int? CountPages()
    {
        if (addresses.Length > 0)
        {
            return null;
        }

        string[] files = [.. paths.SelectMany(p => Directory.Exists(p) ? Files(p).Where(f => f.Problem is null).Select(f => f.Path) : [p])];
        return files.Any(f => f == "-" || Ending(f).Equals(".jsonl", StringComparison.OrdinalIgnoreCase)) ? null : files.Length;
    }

    /// <exception cref="Trouble">A path that the user named does not exist.</exception>
    public void Check()
    {
        foreach (string path in paths)
        {
            if (path != "-" && !WebAddress.IsAddress(path) && !File.Exists(path) && !Directory.Exists(path))
            {
                throw Trouble.Usage($"{path} does not exist: name files, folders, addresses (https://…) or - for standard input.");
            }
        }
    }

    public IEnumerable<Found> Pages()
    {
        PassedOver.Clear();
        foreach (string path in paths.Where(p => !WebAddress.IsAddress(p)))
        {
            if (path == "-")
            {
                foreach (Found found in StandardInput())
                {
                    yield return found;
                }
            }
            else if (Directory.Exists(path))
            {
                foreach (FoundFile file in Files(path))
                {
                    foreach (Found found in file.Problem is { } problem ? [new Found(file.Path, null, problem)] : PagesOf(file.Path))
                    {
                        yield return found;
                    }
                }
            }
            else
            {
                foreach (Found found in PagesOf(path))
                {
                    yield return found;
                }
            }
        }

        foreach (Found found in addresses.Length > 0 ? web!.Pages(addresses) : [])
        {
            yield return found;
        }
    }

    /// <summary>The files of a folder that look like pages, in the order in which they are read.</summary>
    public IEnumerable<string> FilesOf(string folder) => Files(folder).Where(f => f.Problem is null).Select(f => f.Path);

    private static IEnumerable<Found> PagesOf(string path) => Ending(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase) ? JsonLines(path) : [OnePage(path)];

    private static Found OnePage(string path)
    {
        FileBytes file = FileBytes.Read(path);
        return file.Bytes is null ? new Found(path, null, file.Problem) : new Found(path, Page.Of(path, file.Bytes), null);
    }

    private static IEnumerable<Found> JsonLines(string path)
    {
        Stream? lines = null;
        Refused? problem = null;
        try
        {
            lines = StandardStreams.OpenInput(path);
        }
        catch (Trouble e)
        {
            problem = new Refused(RefusalReason.Unreadable, e.Message);
        }

        return lines is null ? [new Found(path, null, problem)] : Rows(lines, Path.GetDirectoryName(Path.GetFullPath(path))!, path);
    }

    private static IEnumerable<Found> Rows(Stream lines, string folder, string name)
    {
        using (lines)
        {
            foreach (InputLine line in LineReader.Lines(lines))
            {
                InputRow row = InputRows.Parse(line, folder, name);
                yield return row.Page is { } page ? new Found(page.Name, page, null) : new Found($"{name}:{row.Line}", null, row.Problem);
            }
        }
    }

    /// <summary>JSON Lines when it begins like an object, else one page.</summary>
    private static IEnumerable<Found> StandardInput()
    {
        Stream input = Console.OpenStandardInput();
        var start = new byte[4096];
        int got = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var all = new PrefixedStream(start.AsMemory(0, got), input);
        if (start.AsSpan(0, got).TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..])
        {
            return Rows(all, ".", "-");
        }

        FileBytes page = FileBytes.Read(all);
        return [page.Bytes is null ? new Found("-", null, page.Problem) : new Found("-", Page.Of("-", page.Bytes), null)];
    }

    private readonly record struct FoundFile(string Path, Refused? Problem);

    private IEnumerable<FoundFile> Files(string folder)
    {
        string[] entries;
        Refused? problem = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            entries = [];
            problem = new Refused(RefusalReason.Unreadable, Trouble.Of(e, folder));
        }

        if (problem is not null)
        {
            yield return new FoundFile(folder, problem);
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            if (Path.GetFileName(entry).StartsWith('.'))
            {
                continue;
            }

            if (Directory.Exists(entry))
            {
                // A link to a folder may lead back to where we came from.
                if (new DirectoryInfo(entry).LinkTarget is null)
                {
                    foreach (FoundFile file in Files(entry))
                    {
                        yield return file;
                    }
                }
            }
            else if (Endings.Contains(Ending(entry)))
            {
                yield return new FoundFile(entry, null);
            }
            else if (Ending(entry) is var ending && !ending.StartsWith(".db", StringComparison.Ordinal))
            {
                // A store beside the pages is no page that was passed over.
                PassedOver[ending] = PassedOver.GetValueOrDefault(ending) + 1;
            }
        }
    }

    /// <summary>The ending that says what is in it: of page.html.gz it is .html.</summary>
    private static string Ending(string path) => Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path);
}
