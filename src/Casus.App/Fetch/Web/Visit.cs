using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>What one try of an address came to; it is noted once what came is in the store, so that a killed run asks again.</summary>
/// <param name="Address">As people or a feed named it, without its fragment.</param>
/// <param name="Feed">The feed that lists it; null: none.</param>
/// <param name="Changed">When it last changed, as the feed writes it.</param>
/// <param name="Marks">Null: it did not change, or failed.</param>
/// <param name="Failure">Null: it went well.</param>
internal sealed record Visit(string Address, bool IsFeed, string? Feed, string? Changed, Validators? Marks, NotAnswered? Failure);

/// <summary>What the store knows of an address.</summary>
/// <param name="HasPage">Whether the page that it gave is still in the store.</param>
/// <param name="Failures">Tries in a row that failed.</param>
internal sealed record PastVisit(string Address, bool IsFeed, Validators? Marks, bool HasPage, string? Changed, int Failures, DateTimeOffset TriedAt);
