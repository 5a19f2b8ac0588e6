using Casus.Claims;

namespace Casus.Events;

/// <summary>An event claim with what its article knows: what an event is resolved from.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record ClaimInContext(EventClaim Claim, string StoryId, DateOnly? Published, string? Outlet)
{
    /// <summary>Of its article.</summary>
    public ArticleSetting Setting { get; init; } = ArticleSetting.None;
}
