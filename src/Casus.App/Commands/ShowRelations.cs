using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus show relations A [B]</c>: the relations that articles tell of an actor, or of two.</summary>
internal static class ShowRelations
{
    public static int Show(CasusStore store, string one, string? other, bool asJson)
    {
        KnowledgeBase knowledge = Construction.LoadKnowledge(null);
        var sides = new Sides(knowledge.Actors);
        ImmutableArray<string> parts = sides.PartsOf(NamedActor.Find(store, knowledge.Actors, one).Id);
        ImmutableArray<string> others = other is null ? parts : sides.PartsOf(NamedActor.Find(store, knowledge.Actors, other).Id);
        ImmutableArray<RelationState> states = RelationStates.Of(new DyadQueries(store).Relations(parts, others));
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartObject();
                RelationTable.Write(json, states);
                json.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        RelationTable.Write(Screen.Out, states);
        Screen.Out.MarkupLine($"[grey]{(states.IsEmpty ? "no relations that match" : Screen.Plural(states.Length, "relation"))}[/]");
        return ExitCode.Ok;
    }
}
