using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Fetch;
using Casus.Articles;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>Files that a browser has sent, in a folder that goes when they are read: the store keeps the pages' bytes.</summary>
internal sealed class Upload : IDisposable
{
    private const int LongestName = 100;

    private readonly OwnFolder folder = new();
    private readonly List<string> paths = [];

    public ImmutableArray<string> Names => [.. paths.Select(p => Path.GetFileName(p))];

    public async Task Add(IFormFile file)
    {
        // Each in a folder of its own: of what the browser calls it only the last part counts, and not even that need be unlike others.
        string own = Directory.CreateDirectory(Path.Combine(folder.Path, paths.Count.ToString(CultureInfo.InvariantCulture))).FullName, path = Path.Combine(own, Safe(file.FileName));
        await using FileStream kept = new(path, FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(kept);
        paths.Add(path);
    }

    /// <summary>Null where files among them hold any number of pages.</summary>
    public int? Count() => new PageFinder(paths).CountPages();

    /// <summary>Their pages under the names that their owner gave them.</summary>
    public IEnumerable<Found> Pages()
    {
        foreach (string path in paths)
        {
            string own = Path.GetDirectoryName(path) + Path.DirectorySeparatorChar;
            foreach (Found found in Of(path))
            {
                string name = found.Name.Replace(own, "", StringComparison.Ordinal);
                yield return found with
                {
                    Name = name,
                    Page = found.Page is { } page ? page with { Name = name } : null,
                    Problem = found.Problem is { } problem ? problem with { Detail = problem.Detail.Replace(own, "", StringComparison.Ordinal) } : null,
                };
            }
        }
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<Found> Of(string path)
    {
        var finder = new PageFinder([path]) { IsAlone = true };
        try
        {
            finder.Check(_ => { });
        }
        catch (Trouble trouble)
        {
            return [new Found(path, null, new Refused(RefusalReason.Unreadable, trouble.Message))];
        }

        return finder.Pages();
    }

    /// <summary>The last part of a path of any system, without what a file system could mistake.</summary>
    public static string Safe(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        string kept = new string([.. last.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_')]).Trim(' ', '.');
        // The ending tells what is in it.
        return kept.Length == 0 ? "page" : kept.Length <= LongestName ? kept : kept[..(LongestName - 20)] + kept[^20..];
    }
}
