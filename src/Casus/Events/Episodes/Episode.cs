using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Events that answer, cause, follow or make up one another, chained across articles by what these say.</summary>
/// <param name="Id">"x-" and a hash of the id of its first event: later events leave it as it is.</param>
/// <param name="Events">Ids, in order of their days; those without a day come last.</param>
/// <param name="From">First day that any event may have; null when none tells one. <paramref name="To"/> the last.</param>
public sealed record Episode(string Id, ImmutableArray<string> Events, ImmutableArray<EpisodeStep> Steps, DateOnly? From, DateOnly? To);

/// <param name="From">The event that answers, causes, follows or is part of <paramref name="To"/>.</param>
/// <param name="Kind">One of <see cref="Claims.ClaimLinkKind"/>.</param>
/// <param name="Support">The links between claims that say so; never empty.</param>
public sealed record EpisodeStep(string From, string To, string Kind, ImmutableArray<StepSupport> Support);

/// <param name="Cue">The words that say it.</param>
public sealed record StepSupport(string FromClaim, string ToClaim, Evidence Cue, RuleId Rule);
