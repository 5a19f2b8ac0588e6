using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Who is named in an article: decides which of the actors that share a name is meant, and keeps the article's own abbreviations.</summary>
internal sealed class ActorContext
{
    private static readonly RuleId Alone = new("actor.name");
    /// <summary>By a name that others bear too, which something in the article points to.</summary>
    public static readonly RuleId InContext = new("actor.name-in-context");
    private static readonly RuleId Demonym = new("actor.demonym");
    private static readonly RuleId Metonym = new("actor.metonym");
    private static readonly RuleId Spelling = new("actor.spelling");

    private const string Likelier = "another bearer of the name is likelier in this article";

    public const string NothingPoints = "nothing in the article points to it";

    /// <summary>Fewest consonants that tell a person by another spelling of the name without anything else of theirs in the article.</summary>
    private const int TellingConsonants = 6;
    private readonly KnowledgeBase knowledge;
    private readonly ActorNames names;
    private readonly string text;
    private readonly ForcesOfCountries forces;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);

    /// <summary>The countries of the article's places.</summary>
    private readonly Dictionary<string, int> lands = new(StringComparer.Ordinal);

    public ActorContext(KnowledgeBase knowledge, ActorNames names, Offices offices, ForcesOfCountries forces, string text, DateOnly? day, IReadOnlyList<ActorHit> hits, ImmutableArray<PlaceMention> places)
    {
        this.knowledge = knowledge;
        this.names = names;
        this.forces = forces;
        this.text = text;
        Offices = offices;
        Day = day;
        foreach (PlaceMention place in places)
        {
            if (CountryOf(place) is string land)
            {
                lands[land] = lands.GetValueOrDefault(land) + 1;
            }
        }

        foreach (ActorHit hit in hits.Where(h => !h.Variant))
        {
            foreach (int entry in hit.Entries)
            {
                (Actor actor, ActorName name) = names[entry];
                if ((name.Alone || name.Demonym) && name.IsBorneOn(Day))
                {
                    if (name.Demonym && hit.Entries.Any(e => names[e] is { Name.Demonym: true } other && other.Actor.Country != actor.Country))
                    {
                        // "Dominican" is of two countries, and vouches for neither.
                        break;
                    }

                    ids[actor.Id] = ids.GetValueOrDefault(actor.Id) + 1;
                    if (actor.Country is string country)
                    {
                        countries[country] = countries.GetValueOrDefault(country) + 1;
                    }

                    break;
                }
            }
        }
    }

    public Offices Offices { get; }

    /// <summary>The day that decides between offices and roles; null when unknown.</summary>
    public DateOnly? Day { get; }

    public Actor? Find(string id) => knowledge.Actors.Find(id);

    /// <summary>ISO 3166 alpha-3; null for a place that is not known and for what lies across countries.</summary>
    public string? CountryOf(PlaceMention place) => place.PlaceId is { } id ? knowledge.Places.Find(id)?.Country : null;

    /// <summary>What the actor is on the day of the article ("militant", "government"); null when that cannot be told.</summary>
    public string? ClassOf(Actor actor) => actor.RoleOn(Day).Class;

    /// <param name="acts">True where the words stand in a role, false where they tell a place ("in Kabul").</param>
    public Resolution? Resolve(ActorHit hit, bool acts) => Resolve(hit, acts, out _);

    /// <param name="losers">Everybody else who bears the name, also where nobody is chosen.</param>
    public Resolution? Resolve(ActorHit hit, bool acts, out ImmutableArray<Rejected> losers)
    {
        (Actor Actor, ActorName Name, int Score)? best = null;
        var rejected = ImmutableArray.CreateBuilder<Rejected>();
        foreach (int entry in hit.Entries)
        {
            (Actor actor, ActorName name) = names[entry];
            if ((Against(actor, name, acts) ?? (actor.Kind == "person" && names.NamesKin(text.AsSpan(hit.Span.End)) ? "the name is one of kin" : null) ?? (hit.Variant ? AgainstSpelling(hit, actor) : null)) is { } against)
            {
                Reject(rejected, actor.Id, against);
                continue;
            }

            int score = (name.Alone ? 4 : 0) + Math.Min(3, ids.GetValueOrDefault(actor.Id)) - (name.Demonym ? 2 : 0) + (name.Demonym && actor.Country is { } land ? Math.Min(2, lands.GetValueOrDefault(land)) : 0)
                + (name.Form == "metonym" && acts ? 6 : 0) + (name.Form == "metonym" && actor.Kind != "government" ? 1 : 0);
            bool better = best is not { } held || score > held.Score || (score == held.Score && string.CompareOrdinal(actor.Id, held.Actor.Id) < 0);
            if ((better ? best?.Actor.Id : actor.Id) is { } loser)
            {
                Reject(rejected, loser, Likelier);
            }

            best = better ? (actor, name, score) : best;
        }

        if (best is { } winner)
        {
            rejected.RemoveAll(r => r.Id == winner.Actor.Id);
        }

        losers = rejected.ToImmutable();
        if (best is not { } chosen)
        {
            return null;
        }

        RuleId rule = hit.Variant ? Spelling : chosen.Name.Demonym ? Demonym : chosen.Name.Form == "metonym" ? Metonym : chosen.Name.Alone ? Alone : InContext;
        return new Resolution(chosen.Actor.Id, rule, losers);
    }

    /// <summary>One actor may bear a name twice; the first reason counts.</summary>
    private static void Reject(ImmutableArray<Rejected>.Builder rejected, string id, string reason)
    {
        foreach (Rejected known in rejected)
        {
            if (known.Id == id)
            {
                return;
            }
        }

        rejected.Add(new Rejected(id, reason));
    }

    /// <summary>The body of a country that a noun means: "soldiers" of PAK are PAK.MIL; the country where knowledge has no such body.</summary>
    public string? BodyOf(string alpha3, string? role)
    {
        if (role is not null && forces.Find(alpha3, role, Day) is { } body)
        {
            return body;
        }

        return knowledge.Actors.Find(alpha3)?.Id;
    }

    public bool IsMetonym(ActorHit hit) => hit.Entries.TrueForAll(e => names[e].Name.Form == "metonym" && !names[e].Name.Alone);

    public (Actor Actor, ActorName Name) First(ActorHit hit) => names[hit.Entries[0]];

    /// <summary>The entries of a hit without the bodies of other countries than the one beside it, of names that only their country makes theirs; null where there are none of those.</summary>
    public List<int>? Of(ActorHit hit, string land)
    {
        bool Foreign(int entry) => names[entry] is { Actor: { Kind: "organisation" or "party", Country: { } own }, Name: { Alone: false, Demonym: false } } && own != land;
        return hit.Entries.Exists(Foreign) ? hit.Entries.FindAll(e => !Foreign(e)) : null;
    }

    /// <summary>Why the actor cannot be meant; null when it can.</summary>
    private string? Against(Actor actor, ActorName name, bool acts)
    {
        if (!name.IsBorneOn(Day))
        {
            return "the name was not borne on that day";
        }

        if (name.Form == "metonym" && !name.Alone)
        {
            return acts ? null : "the words tell a place here";
        }

        if (name.Alone || name.Demonym)
        {
            return null;
        }

        if (ids.ContainsKey(actor.Id))
        {
            return null;
        }

        foreach (string word in name.Context)
        {
            if (ids.ContainsKey(word) || countries.ContainsKey(word) || IsAtHome(actor, word) || text.Contains(word, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return NothingPoints;
    }

    /// <summary>"The RSF shelled El Fasher": an armed group or force in the country that most places of the article are in. Of persons and parties a place says too little.</summary>
    private bool IsAtHome(Actor actor, string country) =>
        actor.Kind is "armed-group" or "force" && lands.TryGetValue(country, out int often) && lands.Values.All(other => other <= often);

    /// <summary>A short name in another spelling is as likely somebody else's: something must point to them.</summary>
    private string? AgainstSpelling(ActorHit hit, Actor actor)
    {
        if (actor.Kind != "person" || ActorNameKey.Consonants(ActorNameKey.Fold(hit.Span.Of(text))) >= TellingConsonants
            || ids.ContainsKey(actor.Id) || (actor.Country is { } country && countries.ContainsKey(country)) || actor.Ties.Any(t => ids.ContainsKey(t.To)))
        {
            return null;
        }

        return "the name is spelled otherwise and nothing in the article points to them";
    }
}
