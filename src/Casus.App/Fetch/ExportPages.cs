using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>Puts the articles of a press archive's export in the place of the file that holds them, each as a page.</summary>
internal static class ExportPages
{
    /// <param name="split">The pages of an export; a page that is none as it is.</param>
    public static IEnumerable<Found> Each(IEnumerable<Found> all, Func<Page, ImmutableArray<Page>> split)
    {
        foreach (Found found in all)
        {
            if (found.Page is not { Format: PageFormat.Unknown } whole || split(whole) is not { Length: > 1 } parts)
            {
                yield return found;
                continue;
            }

            // What asking the net came to is noted once.
            for (int i = 0; i < parts.Length; i++)
            {
                yield return found with { Name = parts[i].Name, Page = parts[i], Visit = i == 0 ? found.Visit : null };
            }
        }
    }
}
