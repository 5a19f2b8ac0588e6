using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// "The two sides clashed", "the two countries' ministers met", "Indian and Nepali troops": one phrase that names more than one party. Each stage before reads it as one; here it becomes all.
/// </summary>
internal static class BothSides
{
    /// <summary>The mentions of an article that name two at once, each with one of them.</summary>
    public static ImmutableArray<Mention> In(Analysis analysis) => [.. analysis.Mentions.Where(m => m.Actor?.Rule == Resolution.Both)];

    /// <summary>The draft with all in place of the one; of two who do it to each other the second is the target.</summary>
    public static Draft Named(Draft draft, ImmutableArray<Mention> pairs)
    {
        ImmutableArray<Role> initiators = Each(draft, draft.Initiators, draft.Targets, pairs), targets = Each(draft, draft.Targets, draft.Initiators, pairs);
        if (initiators.Length == 2 && draft.Initiators.Length == 1 && targets.IsEmpty && Drafter.TakesTwo(draft.View, draft.Match, draft.Type, draft.Anchor, draft.Initiators))
        {
            (initiators, targets) = ([initiators[0]], [initiators[1]]);
        }

        return draft with { Initiators = initiators, Targets = targets, Victims = Each(draft, draft.Victims, [], pairs) };
    }

    private static ImmutableArray<Role> Each(Draft draft, ImmutableArray<Role> roles, ImmutableArray<Role> across, ImmutableArray<Mention> pairs)
    {
        List<Role>? each = null;
        for (int i = 0; i < roles.Length; i++)
        {
            Role role = roles[i];
            List<Resolution> named = Further(draft.View, role, pairs);
            if (named.Count == 0)
            {
                each?.Add(role);
                continue;
            }

            each ??= [.. roles[..i]];
            if (role.Party.Resolution is null)
            {
                each.Add(role with { Party = PartyReader.As(draft.View, role.Party, named[0]) });
                named.RemoveAt(0);
            }
            else
            {
                each.Add(role);
            }

            // "the two sides shelled Nepal": who stands across is not here, too.
            each.AddRange(named
                .Where(other => !roles.Concat(across).Any(r => r.Party.ActorId == other.ActorId))
                .Select(other => role with { Party = PartyReader.As(draft.View, role.Party, other) }));
        }

        return each is null ? roles : [.. each];
    }

    /// <summary>Whom the words of a party name besides whom it is.</summary>
    private static List<Resolution> Further(SentenceView s, Role role, ImmutableArray<Mention> pairs)
    {
        Party party = role.Party;
        if (party.Evidence.Span is { } span && !pairs.IsEmpty)
        {
            ImmutableArray<Mention> inside = [.. pairs.Where(m => span.Contains(m.Span))];
            if (inside.Any(m => m.Actor!.ActorId == party.ActorId))
            {
                return [.. inside.Where(m => m.Actor!.ActorId != party.ActorId).Select(m => m.Actor!).Take(1)];
            }

            // "guards of the two countries" are each's.
            if (party is { Resolution: null, Implied: false } && role.Token >= 0 && inside.Any(m => m.Sentence == s.Index && s.Head(m.Head) == role.Token && s.Lexicon.In("owner-preposition", s.Case(m.Head))))
            {
                return [.. inside.Take(2).Select(m => m.Actor! with { Rule = new RuleId("party.modifier") })];
            }
        }

        // "Afghan and Pakistani Taliban" are not those states.
        bool itself = party.Resolution is { Rule.Value: not ("party.modifier" or "actor.noun-of-country" or "actor.noun-of-owner") } said
            && s.Lexicon.Knowledge.Actors.Find(said.ActorId) is not { Kind: "country" or "government" or "force" };
        if (role.Token < 0 || party.Implied || itself)
        {
            return [];
        }

        string? own = CountryOf(s, party.ActorId);
        return [.. Joined(s, role.Token).Where(side => own is null || CountryOf(s, side.ActorId) != own).Select(side => Alike(s, side, party.Resolution)).DistinctBy(side => side.ActorId)];
    }

    /// <summary>"Thai and Cambodian soldiers": where the noun makes the one an army, it does the other.</summary>
    private static Resolution Alike(SentenceView s, Resolution side, Resolution? said)
    {
        DateOnly? day = s.Analysis.Article.Published?.Value.Day;
        return said?.Rule.Value == "actor.noun-of-country" && s.Lexicon.Knowledge.Actors.Find(said.ActorId) is { Kind: "force" or "government", Country: { } own } force && CountryOf(s, side.ActorId) is { } country
            && force.RoleOn(day).Code is var code && code.StartsWith(own, StringComparison.Ordinal)
            && s.Lexicon.Forces.Find(country, code[own.Length..], day) is { } body ? side with { ActorId = body, Rule = said.Rule } : side;
    }

    /// <summary>Those joined by "and" before or behind a noun: "British and French negotiators", "the armies of Brazil and Peru".</summary>
    private static List<Resolution> Joined(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) is not ("compound" or "amod") && !(s.Deprel(child) == "nmod" && s.Lexicon.In("owner-preposition", s.Case(child))))
            {
                continue;
            }

            List<int> heads = [];
            RoleReader.Conjuncts(s, child, heads);
            if (heads.Count > 1 && heads.TrueForAll(h => (s.MentionAt(h) ?? s.MentionOver(h))?.Actor is not null))
            {
                return [.. heads.Select(h => s.MentionAt(h)?.Actor).OfType<Resolution>()];
            }
        }

        return [];
    }

    private static string? CountryOf(SentenceView s, string? actor) => actor is null ? null : s.Lexicon.Knowledge.Actors.Find(actor)?.Country ?? actor;
}
