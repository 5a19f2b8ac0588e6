namespace Casus.Articles;

/// <summary>One day that a page offers as the day of its publication.</summary>
/// <param name="Where">Where it stands: "meta article:published_time", "json-ld datePublished", "address", "line 7" …</param>
/// <param name="Weight">How far such a place is trusted, 0 to 100; the highest wins, the first of equals.</param>
/// <param name="Verdict">Why it won or lost, in a few words.</param>
public sealed record DateCandidate(DateOnly Value, string Where, string Quote, int Weight, string Verdict);
