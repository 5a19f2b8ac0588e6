using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>How near two actors stand to one another by the "part-of" ties in knowledge/actors.</summary>
public enum Kinship
{
    None,

    /// <summary>Both are parts of one larger actor: an army and a ministry of one state.</summary>
    Siblings,

    /// <summary>One is part of the other.</summary>
    Within,
    Same,
}

/// <summary>Answers who is part of whom. Ties are followed whatever their dates: whether a tie held on a day is for the coder to weigh.</summary>
public sealed class ActorKinship
{
    private const string PartOf = "part-of";
    private readonly FrozenDictionary<string, ImmutableArray<string>> wholes;

    public ActorKinship(ActorCatalogue actors)
    {
        var found = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (Actor actor in actors.All)
        {
            found[actor.Id] = Wholes(actor, actors);
        }

        wholes = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Kinship Of(string a, string b)
    {
        if (a == b)
        {
            return Kinship.Same;
        }

        ImmutableArray<string> ofA = WholesOf(a), ofB = WholesOf(b);
        if (ofA.Contains(b) || ofB.Contains(a))
        {
            return Kinship.Within;
        }

        foreach (string whole in ofA)
        {
            if (ofB.Contains(whole))
            {
                return Kinship.Siblings;
            }
        }

        return Kinship.None;
    }

    /// <summary>Number of wholes above an actor: the larger, the more specific the actor.</summary>
    public int Depth(string id) => WholesOf(id).Length;

    /// <summary>The outermost whole: what claims are blocked by. The actor itself when it is part of nothing.</summary>
    public string Root(string id)
    {
        ImmutableArray<string> above = WholesOf(id);
        return above.IsEmpty ? id : above[^1];
    }

    private ImmutableArray<string> WholesOf(string id) => wholes.TryGetValue(id, out ImmutableArray<string> above) ? above : [];

    // Breadth first, so that the outermost whole comes last; a circle in the ties ends where it meets itself.
    private static ImmutableArray<string> Wholes(Actor actor, ActorCatalogue actors)
    {
        var order = new List<string>();
        var next = new Queue<Actor>([actor]);
        while (next.TryDequeue(out Actor? part))
        {
            foreach (ActorTie tie in part.Ties)
            {
                if (tie.Kind == PartOf && tie.To != actor.Id && !order.Contains(tie.To))
                {
                    order.Add(tie.To);
                    if (actors.Find(tie.To) is { } whole)
                    {
                        next.Enqueue(whole);
                    }
                }
            }
        }

        return [.. order];
    }
}
