using Casus.App.Fetch.Web;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>A page that was found, or a name under which none could be had. Neither: what was asked from the net has not changed.</summary>
internal readonly record struct Found(string Name, Page? Page, Refused? Problem)
{
    /// <summary>What asking the net came to; null: it was not asked.</summary>
    public Visit? Visit { get; init; }

    /// <summary>Null for what is in no archive.</summary>
    public ArchivePlace? Place { get; init; }
}

/// <summary>Pages from what the user names: files, folders (walked recursively), JSON Lines, tables, archives, standard input, in the same order every time; then addresses.</summary>
/// <param name="web">Fetches addresses; null: there are none among the paths.</param>
/// <param name="columns">Which column of a table is what (<see cref="ColumnMap"/>); null to tell from its header.</param>
internal sealed class PageFinder(IReadOnlyList<string> paths, WebSource? web = null, string? columns = null)
{
    private readonly string[] addresses = [.. paths.Where(WebAddress.IsAddress)];

    /// <summary>What comes from a stranger: its lines and rows may not name other files of this machine.</summary>
    public bool IsAlone { get; init; }

    private const string ReadMe = "README";

    private static readonly HashSet<string> Pagelike = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".html", ".htm", ".xhtml", ".eml", ".mht", ".mhtml", ".md", ".markdown" };
    private static readonly HashSet<string> Endings = new(Pagelike, StringComparer.OrdinalIgnoreCase) { ".jsonl", ".warc", ".zip" };

    /// <summary>Files in folders that do not look like pages, by ending (a README in Markdown by its name); they are not read.</summary>
    public SortedDictionary<string, int> PassedOver { get; } = new(StringComparer.Ordinal);

    /// <summary>Records of archives that hold no page, by why; of many reasons the later ones are counted together.</summary>
    public SortedDictionary<string, int> PassedOverInArchives { get; } = new(StringComparer.Ordinal);

    /// <summary>What became of the feeds among the addresses.</summary>
    public IReadOnlyList<FeedReport> Feeds => web?.Feeds ?? [];

    /// <summary>How many pages there are, for the progress bar; null when files that hold many, standard input or addresses are among them.</summary>
    public int? CountPages()
    {
        if (addresses.Length > 0)
        {
            return null;
        }

        string[] files = [.. paths.SelectMany(p => Directory.Exists(p) ? Files(p).Where(f => f.Problem is null).Select(f => f.Path) : [p])];
        return files.Any(f => f == "-" || (Endings.Contains(Ending(f)) && !Pagelike.Contains(Ending(f))) || TableFile.IsTable(Ending(f))) ? null : files.Length;
    }

    /// <param name="say">Told what the user should know before reading begins.</param>
    /// <exception cref="Trouble">A path that the user named does not exist, or a table's columns do not fit.</exception>
    public void Check(Action<string> say)
    {
        _ = columns is null ? 0 : ColumnMap.Stated(columns).Count();
        foreach (string path in paths)
        {
            if (path != "-" && !WebAddress.IsAddress(path) && !File.Exists(path) && !Directory.Exists(path))
            {
                throw Trouble.Usage(path.StartsWith("--", StringComparison.Ordinal)
                    ? $"{path} is no option of this command: --help lists them."
                    : $"{path} does not exist: name files, folders, addresses (https://…) or - for standard input.");
            }

            if (TableFile.IsTable(Ending(path)) && File.Exists(path) && new TableFile(path, columns) { IsAlone = IsAlone }.Check() is { } words)
            {
                say(words);
            }
        }
    }

    public IEnumerable<Found> Pages()
    {
        PassedOver.Clear();
        PassedOverInArchives.Clear();
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
                foreach (Found found in TableFile.IsTable(Ending(path)) ? new TableFile(path, columns) { IsAlone = IsAlone }.Pages() : PagesOf(path))
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

    private IEnumerable<Found> PagesOf(string path) => Ending(path).ToLowerInvariant() switch
    {
        ".jsonl" => Many(path, lines => Rows(lines, IsAlone ? null : Path.GetDirectoryName(Path.GetFullPath(path))!, path), StandardStreams.OpenInput),
        ".warc" => Many(path, file => WarcPages.Of(file, path, PassInArchive), StandardStreams.OpenFile),
        ".zip" => Many(path, file => ZipPages.Of(file, path, entry => Pagelike.Contains(Ending(entry)), PassByEnding), StandardStreams.OpenFile),
        _ => [OnePage(path)],
    };

    private static Found OnePage(string path)
    {
        FileBytes file = FileBytes.Read(path);
        return file.Bytes is null ? new Found(path, null, file.Problem) : new Found(path, Page.Of(path, file.Bytes, PageForms.OfName(path)), null);
    }

    /// <summary>A file that holds many pages, or why it cannot be opened or read to its end.</summary>
    private static IEnumerable<Found> Many(string path, Func<Stream, IEnumerable<Found>> pages, Func<string, Stream> open)
    {
        Refused? problem = null;
        IEnumerator<Found>? each = null;
        for (bool more = true; more;)
        {
            try
            {
                each ??= pages(open(path)).GetEnumerator();
                more = each.MoveNext();
            }
            catch (Exception e) when (e is Trouble or PackedTrouble)
            {
                problem = (e as PackedTrouble)?.Why ?? new Refused(RefusalReason.Unreadable, e.Message);
                more = true;
            }

            if (problem is not null)
            {
                yield return new Found(path, null, problem);
                break;
            }

            if (more)
            {
                yield return each!.Current;
            }
        }

        each?.Dispose();
    }

    private static IEnumerable<Found> Rows(Stream lines, string? folder, string name)
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

    /// <summary>JSON Lines when it begins like an object, WARC when it begins so (also packed), a table when its columns were told, else one page.</summary>
    private IEnumerable<Found> StandardInput()
    {
        Stream input = Console.OpenStandardInput();
        var start = new byte[4096];
        int got = input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var all = new PrefixedStream(start.AsMemory(0, got), input);
        if (start.AsSpan(0, got).TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..])
        {
            return Rows(all, ".", "-");
        }

        if (WarcPages.IsWarc(start.AsSpan(0, got)))
        {
            return WarcPages.Of(all, "-", PassInArchive);
        }

        if (columns is not null)
        {
            return new TableFile("-", columns, new UnpackedStream(all)).Pages();
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
            else if (IsReadMe(entry))
            {
                string name = Path.GetFileName(entry);
                PassedOver[name] = PassedOver.GetValueOrDefault(name) + 1;
            }
            else if (Endings.Contains(Ending(entry)))
            {
                yield return new FoundFile(entry, null);
            }
            else if (Ending(entry) is var ending && !ending.StartsWith(".db", StringComparison.Ordinal))
            {
                // A store beside the pages is no page that was passed over.
                Count(PassedOver, ending);
            }
        }
    }

    /// <summary>A note about the folder is no page of it; it is read where it is named itself.</summary>
    private static bool IsReadMe(string path) =>
        PageForms.OfName(path) == PageFormat.Markdown && Path.GetFileNameWithoutExtension(path).Equals(ReadMe, StringComparison.OrdinalIgnoreCase);

    private void PassByEnding(string name) => Count(PassedOver, Ending(name));

    private void PassInArchive(string why) => Count(PassedOverInArchives, why);

    /// <summary>A hostile archive may name any number of kinds.</summary>
    private static void Count(SortedDictionary<string, int> counts, string key)
    {
        key = key.Length > 60 ? key[..60] : key;
        key = counts.Count < 100 || counts.ContainsKey(key) ? key : "other";
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>The ending that says what is in it: of page.html.gz it is .html.</summary>
    public static string Ending(string path) => Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path);
}
