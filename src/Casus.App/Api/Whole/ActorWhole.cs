using System.Collections.Immutable;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record NameAnswer(
    [property: Column("The words.")] string Name,
    [property: Column("Whether they mean it by themselves.")] bool Alone,
    [property: Column("Words or ids one of which must stand beside them; empty where they mean it alone.")] ImmutableArray<string> Context,
    [property: Column("First day on which they meant it.")] DateOnly? From,
    [property: Column("Last such day.")] DateOnly? To);

internal sealed record TieAnswer(
    [property: Column("part-of, leads, allied, hostile, splinter-of, supports, speaks-for or distinct-from.")] string Kind,
    [property: Column("Id of the other actor.")] string To,
    [property: Column("What it is in the other, for persons.")] string? Office,
    [property: Column("First day; absent: from the start.")] DateOnly? From,
    [property: Column("Last day; absent: until now.")] DateOnly? Until,
    [property: Column("Where this is known from.")] string? Source);

internal sealed record StateAnswer(
    [property: Column("allied, part-of, leads, hostile …")] string Relation,
    [property: Column("Id of one actor.")] string A,
    [property: Column("Id of the other.")] string B,
    [property: Column("TIMEX3 value: since when.")] string? From,
    [property: Column("TIMEX3 value: until when.")] string? To,
    [property: Column("What the relation was before it changed; absent: no change, or not told.")] string? ChangeFrom,
    [property: Column("What it became.")] string? ChangeTo,
    [property: Column("Who says so: speakers, or outlets in their own voice.")] ImmutableArray<string> Voices,
    [property: Column("Independent tellings.")] int Stories,
    [property: Column("Ids of the claims.")] ImmutableArray<string> Claims,
    [property: Column("Ids of claims of a state that cannot hold at the same time.")] ImmutableArray<string> Against)
{
    public static ImmutableArray<StateAnswer> Of(ImmutableArray<RelationState> states) =>
        [.. states.Select(s => new StateAnswer(s.Relation, s.A, s.B, s.From?.Value, s.To?.Value, s.Change?.From, s.Change?.To, s.Voices, s.Stories, s.Claims, s.Against))];
}

internal sealed record ActorAnswer(
    [property: Column("Id in knowledge/actors, or NEW.… for a name that no file has.")] string ActorId,
    [property: Column("Its name.")] string Name,
    [property: Column("CAMEO style: country and role.")] string? Code,
    [property: Column("country, government, force, armed-group, person …")] string? Kind,
    [property: Column("Where its entry is known from; absent for who is in no file.")] string? Source,
    [property: Column("Names by which it is known.")] ImmutableArray<NameAnswer> Names,
    [property: Column("Dated affiliations.")] ImmutableArray<TieAnswer> Ties,
    [property: Column("Ids of the latest events in which it is an initiator itself.")] ImmutableArray<string> Did,
    [property: Column("Ids of the latest events in which it is a target itself.")] ImmutableArray<string> Suffered,
    [property: Column("With whom most passed.")] ImmutableArray<PairLine> Dyads,
    [property: Column("Relations as articles tell them.")] ImmutableArray<StateAnswer> Relations)
{
    public static ActorAnswer Of(CasusStore store, KnowledgeBase knowledge, string id)
    {
        ActorLines lines = ActorLines.Of(store, knowledge, id);
        Actor? known = lines.Known;
        return new(
            id, lines.Name, known?.Code, known?.Kind, known?.Source, [.. (known?.Names ?? []).Where(n => !n.Demonym).Select(n => new NameAnswer(n.Text, n.Alone, n.Context, n.From, n.To))],
            [.. (known?.Ties ?? []).Select(t => new TieAnswer(t.Kind, t.To, t.Office, t.From, t.Until, t.Source))], [.. lines.Did.Select(e => e.Id)], [.. lines.Suffered.Select(e => e.Id)], [.. lines.Pairs.Select(ListRoutes.Pair)], StateAnswer.Of(lines.Relations));
    }
}
