using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Casus.App.Store;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>An address that programs may ask: the one place from which requests are checked and answered, and of which /api and openapi.json tell.</summary>
/// <param name="Path">Behind /api/v1, with names of its parts between braces.</param>
/// <param name="Name">Of the operation.</param>
/// <param name="Says">What is answered, in a sentence.</param>
/// <param name="Parts">Of the path, and what they are.</param>
/// <param name="Parameters">Of the query.</param>
/// <param name="Formats">The first unless another is asked for.</param>
/// <param name="Answer">Of the JSON.</param>
/// <param name="Sample">Path and query of a call that answers on the store at hand; null: it holds nothing of the kind.</param>
internal sealed record ApiRoute(
    string Path, string Name, string Says, ImmutableArray<ApiParameter> Parts, ImmutableArray<ApiParameter> Parameters, ImmutableArray<ApiFormat> Formats, JsonTypeInfo Answer, Func<ApiCall, ApiAnswer> Ask, Func<Samples, string?> Sample)
{
    /// <summary>Of the rows; null of what is no list.</summary>
    public PublishedTable? Table { get; init; }

    /// <param name="order">Names the order that the request asks for, and tells the kinds of its keys to <see cref="Cursor"/>.</param>
    /// <param name="ask">With keys to go on after and the number of rows.</param>
    public static ApiRoute List<T>(
        string path, string name, string says, PublishedTable table, JsonTypeInfo<Page<T>> json, ImmutableArray<ApiParameter> parameters, Func<ApiCall, (string Order, string Kinds)> order, Func<ApiCall, object?[]?, int, Paged<T>> ask, string sample = "?limit=2")
        where T : class =>
        new(path, name, says, [], [.. parameters, .. ApiParameter.Paging], typeof(T) == typeof(EventLine) ? ApiFormat.Mapped : ApiFormat.Table, json, call =>
        {
            (string by, string kinds) = order(call);
            int limit = call.Number(ApiParameter.Limit, 1, ApiLimits.MostRows) ?? (call.Format == ApiFormat.Json ? ApiLimits.Rows : ApiLimits.Exported);
            Paged<T> page = ask(call, Cursor.Read(call.Word(ApiParameter.After, 600), by, kinds), limit);
            string? cursor = page.Next is { } keys ? Cursor.Write(by, keys) : null;
            return ApiAnswer.List(call.Format, table, page.Rows, json, cursor, cursor is null ? null : ApiEndpoints.Next(call.Request.Http, cursor));
        }, _ => path + sample)
        {
            Table = table,
        };

    public static ApiRoute One<T>(string path, string name, string says, ImmutableArray<ApiParameter> parts, ImmutableArray<ApiParameter> parameters, JsonTypeInfo<T> json, Func<ApiCall, T> ask, Func<Samples, string?> sample) =>
        new(path, name, says, parts, parameters, ApiFormat.One, json, call => ApiAnswer.One(ask(call), json), sample);
}
