using System.Collections.Immutable;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>Lists that a release has not as they are: sums and what is found.</summary>
internal static class ApiTables
{
    public static readonly PublishedTable
        Stories = new("stories", "One text with its editions.", Column.Of(typeof(StoryLine))),
        Actors = new("actors", "An actor that events name.", Column.Of(typeof(ActorLine))),
        Pairs = new("dyads", "A pair of actors, with those who act for them.", Column.Of(typeof(PairLine))),
        Episodes = new("episodes", "A chain of events.", Column.Of(typeof(EpisodeRow))),
        Found = new("sentences", "A sentence that holds the words.", Column.Of(typeof(FoundLine))),
        Types = new("codebook", "A type of event.", Column.Of(typeof(TypeLine)));
}

internal sealed record StoryLine(
    [property: Column("The story: hash of its earliest edition's article.")] string StoryId,
    [property: Column("Title of its first edition.")] string? Title,
    [property: Column("Day on which that was published.")] DateOnly? Published,
    [property: Column("Outlets that print it; ? where one is not known.")] string Outlets,
    [property: Column("How many editions it has.")] long Editions,
    [property: Column("How many events they tell.")] long Events);

internal sealed record ActorLine(
    [property: Column("Id in knowledge/actors, or NEW.… for a name that no file has.")] string ActorId,
    [property: Column("Its name.")] string? Name,
    [property: Column("CAMEO style: country and role.")] string? Code,
    [property: Column("country, government, force, armed-group, person …")] string? Kind,
    [property: Column("Events in which it is an initiator itself.")] long AsInitiator,
    [property: Column("Events in which it is a target itself.")] long AsTarget);

internal sealed record PairLine(
    [property: Column("One actor of the pair; the ids are in ordinal order.")] string First,
    [property: Column("The other.")] string Second,
    [property: Column("Events between them and those who act for them.")] long Events,
    [property: Column("Those that name both themselves.")] long ExactEvents,
    [property: Column("Of quad classes 3 and 4.")] long Hostile,
    [property: Column("Of quad classes 1 and 2.")] long Cooperative,
    [property: Column("Sum of the lower bounds.")] long KilledMin,
    [property: Column("2024-12; absent: no day is told.")] string? FirstMonth,
    [property: Column("2024-12; absent: no day is told.")] string? LastMonth);

internal sealed record EpisodeRow(
    [property: Column("The chain: hash of the id of its first event.")] string EpisodeId,
    [property: Column("First day of its events.")] DateOnly? DayFrom,
    [property: Column("Last day of its events.")] DateOnly? DayTo,
    [property: Column("Ids of its events, by day.")] ImmutableArray<string> Events);

internal sealed record FoundLine(
    [property: Column("The article.")] string ArticleId,
    [property: Column("Number of the sentence in the article, from 0.")] long Sentence,
    [property: Column("The sentence.")] string Quote,
    [property: Column("Title as printed.")] string? Title,
    [property: Column("Outlet as the page names it.")] string? Outlet,
    [property: Column("Day of publication.")] DateOnly? Published,
    [property: Column("Address, as known from outside or told by the page.")] string? Address,
    [property: Column("Ids of the events that it tells.")] ImmutableArray<string> Events,
    [property: Column("Further articles that print the same sentence.")] long OtherArticles);

internal sealed record TypeLine(
    [property: Column("PLOVER type.")] string Type,
    [property: Column("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.")] int Quad,
    [property: Column("PLOVER score, −10 to 10.")] double Plover,
    [property: Column("Goldstein score of its CAMEO code.")] double? Goldstein,
    [property: Column("CAMEO root code.")] string Cameo,
    [property: Column("What it is.")] string Definition,
    [property: Column("Its modes.")] ImmutableArray<string> Modes);
