using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Web;

/// <summary>An actor as its view shows it.</summary>
/// <param name="Known">Null for who is in the record but in no file of knowledge/.</param>
/// <param name="Names">Of all actors that are mentioned.</param>
internal sealed record ActorLines(string Id, string Name, Actor? Known, ImmutableArray<EventRow> Did, ImmutableArray<EventRow> Suffered, TimeBins Time, ImmutableArray<DyadRow> Pairs, ImmutableArray<RelationState> Relations, Dictionary<string, string> Names)
{
    private const int Shown = 20, Partners = 12;

    public static ActorLines Of(CasusStore store, KnowledgeBase knowledge, string id)
    {
        Actor? known = knowledge.Actors.Find(id);
        var queries = new Queries(store);
        ImmutableArray<EventRow> did = [.. queries.EventsOfActor(id, "initiator", Shown)], suffered = [.. queries.EventsOfActor(id, "target", Shown)];
        var network = new NetworkQueries(store);
        ImmutableArray<DyadRow> pairs = [.. new DyadQueries(store).Busiest(id, exact: true, Partners)];
        string? name = known?.Name ?? network.Names([id]).GetValueOrDefault(id);
        if (name is null && did.IsEmpty && suffered.IsEmpty)
        {
            throw new Trouble(ExitCode.Findings, $"Nobody has the id {id}: the list of actors shows who is in the record.");
        }

        return new(
            id, name ?? id, known, did, suffered, new TimeQueries(store, new Filter(Actor: id) { Exact = true }).Bins(), pairs, RelationStates.Of(new DyadQueries(store).Relations([id], [.. knowledge.Actors.All.Select(a => a.Id)])),
            network.Names(pairs.SelectMany(p => new[] { p.First, p.Second })));
    }
}
