using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>What a brief is about.</summary>
/// <param name="Actors">Events with one of them, or who acts for it; none: with anybody.</param>
/// <param name="Between">Only events with two of them.</param>
/// <param name="Filter">Everything else; its actor is not used.</param>
/// <param name="Told">Events that are told one by one at the most; the others are counted.</param>
internal sealed record BriefQuestion(ImmutableArray<Actor> Actors, bool Between, Filter Filter, int Told);
