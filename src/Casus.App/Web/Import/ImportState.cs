using System.Collections.Immutable;

namespace Casus.App.Web;

internal enum ImportStage
{
    Waiting,
    Reading,
    Linking,
    Done,

    /// <summary>What was read until then is kept.</summary>
    Failed,
}

/// <summary>How far an import is.</summary>
/// <param name="Pages">That are done.</param>
/// <param name="Of">All of them; null while nobody can tell.</param>
/// <param name="Last">Name of the page that was done last.</param>
/// <param name="Result">Null until all pages are read.</param>
/// <param name="Problem">Why it failed.</param>
internal sealed record ImportState(ImportStage Stage, int Pages = 0, int? Of = null, string? Last = null, ImportResult? Result = null, string? Problem = null)
{
    public bool IsOver => Stage is ImportStage.Done or ImportStage.Failed;
}

/// <summary>What became of its pages: fetched = read + empty + duplicate + refused.</summary>
internal sealed record ImportResult(int Fetched, int Read, int Empty, int Duplicate, int Refused, ImmutableArray<RefusedPage> Refusals)
{
    /// <summary>More are in the list of pages.</summary>
    public const int MostRefusals = 200;
}

internal sealed record RefusedPage(string Name, string Reason, string Detail);
