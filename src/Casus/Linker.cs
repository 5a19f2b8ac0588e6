using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus;

/// <summary>What linking needs of an article that was read.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record LinkArticle(string Id, string Text, DateOnly? Published, string? Outlet, ImmutableArray<Claim> Claims, ImmutableArray<ClaimLink> Links);

/// <summary>Stories and events in the order of their ids: the same articles in any order give the same result.</summary>
public sealed record Linked(ImmutableArray<Story> Stories, ImmutableArray<Event> Events);
