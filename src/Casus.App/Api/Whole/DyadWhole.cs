using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record MonthAnswer(
    [property: Column("2024-12; 2024 for what happened some time in a year; absent for wider times.")] string? Month,
    [property: Column("Who acted: first, second or together.")] string Way,
    [property: Column("Events of quad class 1.")] long VerbalCooperation,
    [property: Column("Events of quad class 2.")] long MaterialCooperation,
    [property: Column("Events of quad class 3.")] long VerbalConflict,
    [property: Column("Events of quad class 4.")] long MaterialConflict,
    [property: Column("Sum by the PLOVER scale.")] double Plover,
    [property: Column("Sum by the Goldstein scale.")] double Goldstein,
    [property: Column("Sum of the lower bounds.")] long KilledMin,
    [property: Column("Sum of the upper bounds that are told.")] long KilledMax,
    [property: Column("Sum of the lower bounds.")] long InjuredMin,
    [property: Column("Sum of the upper bounds that are told.")] long InjuredMax,
    [property: Column("Events whose count of killed or injured has no upper bound.")] long WithoutUpperBound)
{
    public static MonthAnswer Of(DyadMonth m) => new(
        m.Month is { Length: > 0 } month ? month : null, Json.Word(m.Way), m.VerbalCooperation, m.MaterialCooperation, m.VerbalConflict, m.MaterialConflict, m.Score / 10.0, m.Goldstein / 10.0, m.Killed, m.KilledMost, m.Injured, m.InjuredMost, m.Open);
}

internal sealed record DyadAnswer(
    [property: Column("One actor of the pair; the ids are in ordinal order.")] string First,
    [property: Column("Its name.")] string FirstName,
    [property: Column("The other.")] string Second,
    [property: Column("Its name.")] string SecondName,
    [property: Column("True: only what names both themselves; false: with those who act for them.")] bool Exact,
    [property: Column("Months with acts, ascending, one row a way.")] ImmutableArray<MonthAnswer> Months,
    [property: Column("Relations as articles tell them.")] ImmutableArray<StateAnswer> States,
    [property: Column("Where the relation changed.")] ImmutableArray<TurnLine> Turns,
    [property: Column("The events that moved it.")] ImmutableArray<EventLine> Events,
    [property: Column("The claims that tell a turn or a state, with their sentences.")] ImmutableArray<CitedClaim> Claims)
{
    private const int MostClaims = 60;

    public static DyadAnswer Of(CasusStore store, KnowledgeBase knowledge, Actor one, Actor other, Filter filter, bool exact)
    {
        var story = DyadStory.Of(store, new Sides(knowledge.Actors), one, other, filter, exact);
        var lookup = new Lookup(store);
        var lines = new LineMaker(knowledge);
        IEnumerable<string> claims = story.Turns.SelectMany(t => t.Claims).Concat(story.Relations.SelectMany(r => r.Claims)).Distinct().Take(MostClaims);
        return new(
            story.First.Id, story.First.Name, story.Second.Id, story.Second.Name, exact, [.. story.Months.Select(MonthAnswer.Of)], StateAnswer.Of(story.Relations), [.. story.Turns.Select(t => TurnWalk.Line(story.First.Id, story.Second.Id, t))],
            [.. story.Turns.SelectMany(t => t.Events).Distinct().Select(id => lines.Event(lookup.Event(id)))],
            [.. claims.SelectMany(id => lookup.Claims(id).Take(1)).Select(c => CitedClaim.Of(new Explain.ClaimContext(c.Claim, lookup.Article(c.ArticleId))))]);
    }

    public static Actor Named(KnowledgeBase knowledge, string id) => knowledge.Actors.Find(Ids.Check(id)) ?? throw new Trouble(ExitCode.Findings, $"No actor of knowledge/ has the id {id}.");
}
