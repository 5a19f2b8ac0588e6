using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// Chains made to agree with what knowledge says: references to one actor stand in one chain, those to two never do, and a person
/// stands in none with a body or a group.
/// </summary>
internal static class ActorChains
{
    public static ImmutableArray<Chain> Of(ImmutableArray<Chain> chains, ImmutableArray<Mention> mentions)
    {
        Dictionary<(int, int), Known> known = KnownAt(mentions);
        var groups = new List<Group>();
        var byActor = new Dictionary<string, Group>(StringComparer.Ordinal);
        var placed = new HashSet<(int, int)>();
        foreach (Chain chain in chains)
        {
            var own = new List<Group>();
            foreach (ChainLink link in chain.Links)
            {
                Known what = known.GetValueOrDefault((link.Sentence, link.Head));
                Group? group = own.FindLast(g => g.Takes(what));
                if (group is null)
                {
                    group = what.Actor is { } named ? byActor.GetValueOrDefault(named) : null;
                    if (group is null)
                    {
                        groups.Add(group = new Group());
                    }

                    own.Add(group);
                }

                group.Add(link, what);
                placed.Add((link.Sentence, link.Head));
                if (group.Actor is { } actor && byActor.TryAdd(actor, group) is false && byActor[actor] != group)
                {
                    byActor[actor].Swallow(group);
                    own[own.IndexOf(group)] = byActor[actor];
                }
            }
        }

        foreach (Mention mention in mentions)
        {
            if (mention.Actor is { } actor && known.TryGetValue((mention.Sentence, mention.Head), out Known what) && what.Actor == actor.ActorId && placed.Add((mention.Sentence, mention.Head)))
            {
                if (!byActor.TryGetValue(actor.ActorId, out Group? group))
                {
                    groups.Add(byActor[actor.ActorId] = group = new Group());
                }

                group.Add(new ChainLink(mention.Sentence, mention.Span, mention.Head, 1), what);
            }
        }

        return
        [
            .. groups.Where(g => g.Links.Count > 1)
                .Select(g => g.Links.OrderBy(l => l.Span.Begin).ThenByDescending(l => l.Span.End).ToImmutableArray())
                .OrderBy(l => l[0].Span.Begin).ThenByDescending(l => l[0].Span.End)
                .Select((links, id) => new Chain(id, links)),
        ];
    }

    /// <summary>What is sure of the words that a token governs. "The two neighbours" are two actors, so none is sure.</summary>
    private static Dictionary<(int Sentence, int Head), Known> KnownAt(ImmutableArray<Mention> mentions)
    {
        var known = new Dictionary<(int, int), Known>();
        foreach (Mention mention in mentions)
        {
            bool? person = mention.Kind switch { MentionKind.Person => true, MentionKind.Organisation or MentionKind.Group or MentionKind.Location => false, _ => null };
            string? actor = mention.Actor is { IsSelf: true } resolution && mention.Kind is MentionKind.Person or MentionKind.Organisation ? resolution.ActorId : null;
            (int, int) key = (mention.Sentence, mention.Head);
            if (!known.TryGetValue(key, out Known other))
            {
                known[key] = new Known(actor, person);
            }
            else
            {
                known[key] = new Known(other.Actor ?? actor, other.Person == person ? person : null);
            }
        }

        return known;
    }

    private readonly record struct Known(string? Actor, bool? Person);

    private sealed class Group
    {
        public List<ChainLink> Links { get; } = [];

        public string? Actor { get; private set; }

        private bool? person;

        public bool Takes(Known what) =>
            (Actor is null || what.Actor is null || Actor == what.Actor) && (person is null || what.Person is null || person == what.Person);

        public void Add(ChainLink link, Known what)
        {
            Links.Add(link);
            Actor ??= what.Actor;
            person ??= what.Person;
        }

        public void Swallow(Group other)
        {
            Links.AddRange(other.Links);
            person ??= other.person;
            other.Links.Clear();
        }
    }
}
