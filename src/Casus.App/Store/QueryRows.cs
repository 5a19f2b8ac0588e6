using Casus.App.Fetch;

namespace Casus.App.Store;

internal sealed record EventRow(string Id, string Type, string Factuality, string Initiators, string Targets, string? From, string? To, string? PlaceId, string? Place, TollCount[] Tolls, long Accounts, long Stories, long Articles)
{
    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public int Quad { get; init; }
}

internal sealed record ClaimRow(string Id, string ArticleId, string Kind, string Type, string Factuality, long Sentence, long? Rank, string? Initiators, string? Targets, string? From, string? To, string? Place, string? Outlet, string? Published);

internal sealed record ArticleRow(string Id, string? Title, string? Outlet, string? Published, string Language, long Characters, long Claims, string? StoryId, string? Edition, string PageName, string? Address);

internal sealed record StoryRow(string Id, long Editions, string? Title, string? Published, string Outlets, long Events)
{
    /// <summary>The first words of its first edition, for one without a title.</summary>
    public string Begins { get; init; } = "";
}

internal sealed record ActorRow(string Id, string? Name, string? Code, string? Kind, long AsInitiator, long AsTarget, long Claims);

internal sealed record PageRow(string Id, string Name, string Outcome, string? Reason, string? Detail, string? ArticleId, long Size, string ReadAt, long Sightings)
{
    /// <summary>As the supplier stated it; null where none was.</summary>
    public string? Address { get; init; }

    /// <summary>Null for what is out of no archive.</summary>
    public ArchivePlace? Place { get; init; }
}

/// <summary>Counts over the whole store.</summary>
internal sealed record Totals(long Pages, long Articles, long Stories, long Events, long Claims);
