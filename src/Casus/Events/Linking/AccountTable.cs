using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>Turns the claims of an event into accounts: one a story and voice, so that a text printed ten times speaks once.</summary>
internal static class AccountTable
{
    /// <param name="claims">Ordered by publication.</param>
    /// <param name="sideOf">"initiator" or "target" of an actor that is part of that side alone; else null.</param>
    public static ImmutableArray<Account> Of(IReadOnlyList<ClaimInContext> claims, Func<string, string?> sideOf)
    {
        var voices = new List<(string Voice, string? Actor, string? Side, ClaimInContext Claim)>();
        foreach (ClaimInContext claim in claims)
        {
            if (claim.Claim.Speakers.IsEmpty)
            {
                voices.Add((claim.Outlet ?? "the article itself", null, "outlet", claim));
            }

            foreach (Speaker speaker in claim.Claim.Speakers)
            {
                voices.Add((speaker.Evidence.Quote, speaker.Resolution?.ActorId, (speaker.Resolution?.ActorId is { } id ? sideOf(id) : null) ?? speaker.Side, claim));
            }
        }

        // In their own voice the editions of one story are one voice, whatever the paper; a quoted speaker is known by the actor, else by the words.
        return [.. voices
            .GroupBy(v => $"{v.Claim.StoryId}|{(v.Side == "outlet" && v.Actor is null ? "outlet" : v.Actor ?? v.Voice.ToLowerInvariant())}", StringComparer.Ordinal)
            .Select(g => Account(g.ToList()))];
    }

    private static Account Account(List<(string Voice, string? Actor, string? Side, ClaimInContext Claim)> said)
    {
        (string voice, string? actor, string? side, ClaimInContext first) = said[0];
        ImmutableArray<Toll> told = [.. said.SelectMany(s => s.Claim.Claim.Tolls)];
        ImmutableArray<Toll> totals = [.. told.Select(t => t.Kind).Distinct().Order().Select(kind => TollTotal.Of(told, kind)!)];
        return new(voice, actor, side, first.StoryId, [.. said.Select(s => s.Claim.Claim.Id).Distinct()], totals, first.Claim.Factuality);
    }
}
