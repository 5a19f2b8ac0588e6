using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Capitals to which words, trade and aid are addressed: "sanctions on Khartoum" fall on those who govern from there. What is done by
/// force, and who moves or gathers, tells the town itself.
/// </summary>
internal sealed class Seats
{
    private static readonly RuleId Rule = new("party.seat");

    private readonly FrozenDictionary<string, ImmutableArray<(Actor Actor, ActorName Name)>> bySeat;

    public Seats(ActorCatalogue actors) => bySeat = actors.All
        .SelectMany(actor => actor.Names.Where(name => name is { Form: "metonym", Alone: false }).Select(name => (Actor: actor, Name: name)))
        .GroupBy(found => found.Name.Text, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(found => found.Actor.Id, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The targets with governments in the place of their seats.</summary>
    public ImmutableArray<Role> Addressed(SentenceView s, string type, ImmutableArray<Role> targets) =>
        type is "ASSAULT" or "MOBILIZE" or "RETREAT" or "PROTEST" ? targets : [.. targets.Select(t => Governs(s, t) is { } party ? t with { Party = party } : t)];

    private Party? Governs(SentenceView s, Role role)
    {
        Party party = role.Party;
        if (party is not { Kind: "place", Resolution: null } || role.Token < 0 || !s.Lexicon.In("seat-preposition", s.Case(Grammar.FirstConjunct(s.Sentence, role.Token)))
            || !bySeat.TryGetValue(party.Evidence.Quote, out ImmutableArray<(Actor Actor, ActorName Name)> all))
        {
            return null;
        }

        string? country = Country(s, role.Token);
        DateOnly? day = s.Analysis.Article.Published?.Value.Day;
        foreach ((Actor actor, ActorName name) in all)
        {
            if (country is not null && actor.Country == country && name.IsBorneOn(day))
            {
                return party with { Resolution = new Resolution(actor.Id, Rule, []), Kind = "organisation", Class = PartyReader.ClassOn(actor, day), Rule = Rule };
            }
        }

        return null;
    }

    /// <summary>Where the town that is meant lies; null where no place was found.</summary>
    private static string? Country(SentenceView s, int token)
    {
        foreach (PlaceMention place in s.Places)
        {
            if (place.Span.Overlaps(s[token].Span) && place.PlaceId is { } id)
            {
                return s.Lexicon.Knowledge.Places.Find(id)?.Country;
            }
        }

        return null;
    }
}
