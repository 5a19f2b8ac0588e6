using System.Globalization;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>Pages of which something is known from outside.</summary>
internal static class KnownPage
{
    /// <summary>The same bytes under another address or day are another page: the facts are part of the id where there are any.</summary>
    public static Page Of(string name, byte[] bytes, PageFormat format, KnownFacts known)
    {
        Page page = Page.Of(name, bytes, format, known);
        return known with { Charset = null } == KnownFacts.None && format != PageFormat.PlainText
            ? page
            : page with { Id = "p-" + ContentHash.Of(page.Id, format.ToString(), known.Address ?? "", known.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "", known.Outlet ?? "", known.Title ?? "") };
    }
}
