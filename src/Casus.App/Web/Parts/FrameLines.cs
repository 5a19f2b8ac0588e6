namespace Casus.App.Web;

/// <summary>What stands around a view.</summary>
/// <param name="Here">Its place in the navigation; null for none.</param>
/// <param name="Store">Name of the store's file.</param>
/// <param name="Form">The filter, which goes along from view to view.</param>
internal sealed record FrameLines(string Title, string? Here, string Store, FilterForm Form)
{
    /// <param name="Filtered">Whether the filter narrows that view.</param>
    public sealed record Place(string Path, string Name, bool Filtered = false);

    public static readonly Place[] Places =
    [
        new("/", "Overview", true), new("/events", "Events", true), new("/stories", "Stories", true), new("/dyads", "Dyads"), new("/actors", "Actors"),
        new("/network", "Network"), new("/statistics", "Statistics", true), new("/search", "Search"), new("/review", "Review"), new("/codebook", "Codebook"), new("/try", "Try a sentence"),
    ];

    public string Address(Place place) => place.Filtered ? Form.At(place.Path) : place.Path;
}
