using Casus.App.Access;

namespace Casus.App.Web;

/// <summary>What stands around a view.</summary>
/// <param name="Here">Its place in the navigation; null for none.</param>
/// <param name="Store">Name of the store's file.</param>
/// <param name="Form">The filter, which goes along from view to view.</param>
internal sealed record FrameLines(string Title, string? Here, string Store, FilterForm Form)
{
    /// <summary>Null for who has not said who they are, or need not.</summary>
    public Visitor? Visitor { get; init; }

    /// <summary>Nobody is asked who they are.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Where scripts do not run, it is asked for again every two seconds.</summary>
    public bool IsRenewed { get; init; }

    /// <param name="Filtered">Whether the filter narrows that view.</param>
    /// <param name="For">Who sees it in a shared console.</param>
    public sealed record Place(string Path, string Name, bool Filtered = false, UserRole For = UserRole.Reader);

    public static readonly Place[] Places =
    [
        new("/", "Overview", true), new("/events", "Events", true), new("/stories", "Stories", true), new("/dyads", "Dyads"), new("/actors", "Actors"),
        new("/network", "Network"), new("/statistics", "Statistics", true), new("/search", "Search"), new("/review", "Review", For: UserRole.Reviewer), new("/import", "Import", For: UserRole.Reviewer), new("/codebook", "Codebook"), new("/try", "Try a sentence"),
    ];

    /// <summary>None for a stranger.</summary>
    public IEnumerable<Place> Own => Places.Where(p => IsOpen || Visitor?.Role >= p.For);

    public string Address(Place place) => place.Filtered ? Form.At(place.Path) : place.Path;
}
