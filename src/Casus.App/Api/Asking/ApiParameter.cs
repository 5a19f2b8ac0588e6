using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;

namespace Casus.App.Api;

/// <summary>A word that an address may carry.</summary>
/// <param name="Kind">"text", "list" (of texts, separated by commas), "integer", "number", "day" or "flag".</param>
/// <param name="Says">What it means, in a sentence.</param>
internal sealed record ApiParameter(string Name, string Kind, string Says)
{
    /// <summary>What it may be; empty: anything of its kind.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];

    /// <summary>There is no answer without it.</summary>
    public bool Required { get; init; }

    /// <summary>The one filter bar: the words of the console and of the command line.</summary>
    public static readonly ImmutableArray<ApiParameter> Filter =
    [
        new(FilterForm.Type, "list", "Types of /codebook, such as ASSAULT."),
        new(FilterForm.Mode, "text", "A mode, such as those of /codebook."),
        new(FilterForm.Actor, "list", "Names, codes or ids of which one takes part, or who acts for it."),
        new(FilterForm.Exact, "flag", "The actor alone, without those who act for it."),
        new(FilterForm.Place, "text", "A place by name or id, with what lies in it."),
        new(FilterForm.From, "day", "First day: 2024, 2024-12 or 2024-12-24; of articles and stories, of publication."),
        new(FilterForm.To, "day", "Last day, included."),
        new(FilterForm.MinKilled, "integer", "At least so many killed, by the lower bound."),
        new(FilterForm.Outlet, "text", "Part of an outlet's name."),
        new(FilterForm.Factuality, "list", "How it is told.") { OneOf = FilterWords.Factualities },
        new(FilterForm.Confidence, "number", "The least score of a claim, 0 to 1; of an event, of its surest claim."),
        new(FilterForm.Text, "text", "Words of the sentence that tells it."),
    ];

    public static readonly ImmutableArray<ApiParameter> Paging =
    [
        new(Limit, "integer", $"Rows at the most, 1 to {ApiLimits.MostRows}. Default: {ApiLimits.Rows}; of a table, up to {ApiLimits.Exported}."),
        new(After, "text", "Where to go on: the cursor of the answer before, as its next has it."),
    ];

    public static readonly ApiParameter By = new("by", "text", "Order: latest first, weightiest first (" + Queries.WeightSays + "), or by id. Default: day.") { OneOf = [.. Enum.GetValues<EventOrder>().Select(Json.Word)] };

    public const string Limit = "limit", After = "after";
}
