using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// For whom an actor acts on a day: the wholes that it is part of, the bodies that it leads, and the movement that leads its government at
/// the time. A ministry of 2024 acts for its state and for those who rule it then. By the dated ties of knowledge/actors.
/// </summary>
public sealed class Sides
{
    private const string PartOf = "part-of", Leads = "leads", Person = "person";

    /// <summary>Who can be meant by the government that it leads; parties and persons come and go within it.</summary>
    private static readonly FrozenSet<string> Rulers = FrozenSet.ToFrozenSet(["armed-group", "government"], StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<Whole>> above;
    private readonly FrozenDictionary<string, ImmutableArray<string>> below;

    public Sides(ActorCatalogue actors)
    {
        ILookup<string, (string To, DateOnly? From, DateOnly? Until)> ties = Ties(actors).ToLookup(t => t.From, t => (t.To, t.Since, t.Until), StringComparer.Ordinal);
        above = actors.All.ToFrozenDictionary(a => a.Id, a => Climb(a.Id, ties), StringComparer.Ordinal);
        below = above.SelectMany(p => p.Value.Select(w => (Whole: w.Id, Part: p.Key)))
            .GroupBy(p => p.Whole, p => p.Part, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Adds those for whom the actor acts on the day, itself first.</summary>
    /// <param name="day">Null: only ties without dates count.</param>
    public void Of(string actor, DateOnly? day, List<string> sides)
    {
        sides.Add(actor);
        foreach (Whole whole in above.TryGetValue(actor, out ImmutableArray<Whole> all) ? all : [])
        {
            if (whole.HoldsOn(day) && !sides.Contains(whole.Id))
            {
                sides.Add(whole.Id);
            }
        }
    }

    /// <summary>All for whom the actor ever acts and when, itself first; a null day is no bound.</summary>
    public IEnumerable<(string Id, DateOnly? From, DateOnly? Until)> WholesOf(string actor) =>
        above.TryGetValue(actor, out ImmutableArray<Whole> all) ? [(actor, null, null), .. all.Select(w => (w.Id, w.From, w.Until))] : [(actor, null, null)];

    /// <summary>The actor and all who act for it at any time, in the order of ids after itself.</summary>
    public ImmutableArray<string> PartsOf(string actor) => [actor, .. below.TryGetValue(actor, out ImmutableArray<string> parts) ? parts : []];

    /// <summary>One acts for the other at some time: what passes between them is no dyad.</summary>
    public bool AreOne(string a, string b) => a == b || Reaches(a, b) || Reaches(b, a);

    private bool Reaches(string part, string whole)
    {
        foreach (Whole found in above.TryGetValue(part, out ImmutableArray<Whole> all) ? all : [])
        {
            if (found.Id == whole)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(string From, string To, DateOnly? Since, DateOnly? Until)> Ties(ActorCatalogue actors)
    {
        foreach (Actor actor in actors.All)
        {
            foreach (ActorTie tie in actor.Ties)
            {
                if (tie.Kind == PartOf || tie.Kind == Leads)
                {
                    yield return (actor.Id, tie.To, tie.From, tie.Until);
                }

                if (tie.Kind == Leads && Rulers.Contains(actor.Kind) && actors.Find(tie.To)?.Kind != Person)
                {
                    yield return (tie.To, actor.Id, tie.From, tie.Until);
                }
            }
        }
    }

    private static ImmutableArray<Whole> Climb(string start, ILookup<string, (string To, DateOnly? From, DateOnly? Until)> ties)
    {
        var found = new List<Whole>();
        var next = new Queue<Whole>([new Whole(start, null, null)]);
        while (next.TryDequeue(out Whole at))
        {
            foreach ((string to, DateOnly? from, DateOnly? until) in ties[at.Id])
            {
                var whole = new Whole(to, Later(at.From, from), Earlier(at.Until, until));
                if (to != start && !(whole.From > whole.Until) && !found.Contains(whole))
                {
                    found.Add(whole);
                    next.Enqueue(whole);
                }
            }
        }

        return [.. found];
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;

    private readonly record struct Whole(string Id, DateOnly? From, DateOnly? Until)
    {
        public bool HoldsOn(DateOnly? day) => day is null ? From is null && Until is null : !(From > day) && !(Until < day);
    }
}
