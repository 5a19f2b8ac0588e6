using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;

namespace Casus.App.Api;

/// <summary>A form of an answer.</summary>
/// <param name="Suffix">Of an address that names the form itself.</param>
internal sealed record ApiFormat(string Suffix, string MediaType, string Says)
{
    public static readonly ApiFormat Json = new("json", "application/json", "JSON");

    public static readonly ApiFormat Csv = new("csv", "text/csv", "CSV");

    public static readonly ApiFormat Lines = new("ndjson", "application/x-ndjson", "JSON Lines");

    public static readonly ApiFormat Parquet = new("parquet", "application/vnd.apache.parquet", "Parquet");

    public static readonly ApiFormat Map = new("geojson", "application/geo+json", "GeoJSON");

    public static readonly ImmutableArray<ApiFormat> One = [Json], Table = [Json, Csv, Lines, Parquet], Mapped = [.. Table, Map];

    /// <summary>The one that the asker likes best; of equals the first.</summary>
    /// <param name="accept">The header; empty: anything.</param>
    /// <returns>Null where none will do.</returns>
    public static ApiFormat? Choose(string accept, ImmutableArray<ApiFormat> offered)
    {
        if (accept.Length == 0 || !MediaTypeHeaderValue.TryParseList([accept], out IList<MediaTypeHeaderValue>? ranges) || ranges.Count == 0)
        {
            return offered[0];
        }

        // The most exact range speaks for a form.
        (ApiFormat Format, double Liking)[] liked = [.. offered.Select(f => (f, ranges.Where(r => new MediaTypeHeaderValue(f.MediaType).IsSubsetOf(Bare(r))).OrderBy(r => r.MatchesAllTypes ? 2 : r.MatchesAllSubTypes ? 1 : 0).Select(r => r.Quality ?? 1).FirstOrDefault()))];
        double best = liked.Max(l => l.Liking);
        return best > 0 ? liked.First(l => l.Liking >= best).Format : null;
    }

    /// <summary>Without parameters such as a charset.</summary>
    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue range) => new(range.MediaType);
}
