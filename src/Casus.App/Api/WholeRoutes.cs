using System.Collections.Immutable;
using Casus.App.Web;
using Casus.Knowledge;

namespace Casus.App.Api;

/// <summary>Whole things by their ids; the first letters of an id are enough, except of actors.</summary>
internal static class WholeRoutes
{
    private static readonly ImmutableArray<ApiParameter> Pair = [.. ApiParameter.Filter.Where(p => p.Name is FilterForm.From or FilterForm.To), new(FilterForm.Exact, "flag", "Only what names both themselves.")];

    public static readonly ImmutableArray<ApiRoute> All =
    [
        ApiRoute.One("/events/{id}", "event", "An event: its row, why each value is what it is, the accounts, the words, its episode and judgements.", Id("e-…"), [], ApiJson.Readable.EventAnswer, call => call.Read(s => EventAnswer.Of(s, Part(call, "id"), call.Request.World.Linker, call.Request.World.Knowledge)), s => At("/events/", s.Event)),
        ApiRoute.One("/claims/{id}", "claim", "A claim: its row, its sentences, and the rules that coded it.", Id("c-…"), [], ApiJson.Readable.ClaimAnswer, call => call.Read(s => ClaimAnswer.Of(s, Part(call, "id"))), s => At("/claims/", s.Claim)),
        ApiRoute.One("/articles/{id}", "article", "An article: text, blocks, sentences, the words behind its claims, and the days that its page offers.", Id("a-…"), [], ApiJson.Readable.ArticleAnswer, call => call.Read(s => ArticleAnswer.Of(s, Part(call, "id"))), s => At("/articles/", s.Article)),
        ApiRoute.One("/stories/{id}", "story", "A story: its editions, and what each changed of the one before.", Id("s-…"), [], ApiJson.Readable.StoryAnswer, call => call.Read(s => StoryAnswer.Of(s, Part(call, "id"), call.Request.World.Knowledge)), s => At("/stories/", s.Story)),
        ApiRoute.One("/actors/{id}", "actor", "An actor: names, dated affiliations, latest events, whom it meets, and relations.", Id("of knowledge/actors or NEW.…"), [], ApiJson.Readable.ActorAnswer, call => call.Read(s => ActorAnswer.Of(s, call.Request.World.Knowledge, Part(call, "id"))), s => At("/actors/", s.Actor)),
        ApiRoute.One("/dyads/{first}/{second}", "dyad", "A pair: what passed between them by month, relations as told, turning points and the sentences behind them.", [new("first", "text", "Id of an actor of knowledge/actors."), new("second", "text", "Id of another.")], Pair, ApiJson.Readable.DyadAnswer, Dyad, s => s.Pair is { } pair ? $"/dyads/{pair.First}/{pair.Second}" : null),
        ApiRoute.One("/episodes/{id}", "episode", "A chain of events and the words that tie them.", Id("its id in full or its first letters"), [], ApiJson.Readable.EpisodeAnswer, call => call.Read(s => EpisodeAnswer.Of(s, Part(call, "id"))), s => At("/episodes/", s.Episode)),
        ApiRoute.One("/codebook/{type}", "type", "A type: what it includes and excludes, its modes, and the patterns that code it.", [new("type", "text", "A type, such as ASSAULT.")], [], ApiJson.Readable.TypeAnswer, Type, _ => "/codebook/ASSAULT"),
        ApiRoute.One("/sources/status", "sources", "What became of every page, the feeds that are kept, and how current the record is.", [], [], ApiJson.Readable.SourcesAnswer, call => call.Read(s => SourcesAnswer.Of(s, call.Request.World.Knowledge)), _ => "/sources/status"),
    ];

    private static DyadAnswer Dyad(ApiCall call)
    {
        KnowledgeBase knowledge = call.Request.World.Knowledge;
        Actor first = DyadAnswer.Named(knowledge, Part(call, "first")), second = DyadAnswer.Named(knowledge, Part(call, "second"));
        return call.Read(s => DyadAnswer.Of(s, knowledge, first, second, call.Filter, call.Flag(FilterForm.Exact)));
    }

    private static TypeAnswer Type(ApiCall call)
    {
        string name = Part(call, "type");
        KnowledgeBase knowledge = call.Request.World.Knowledge;
        return TypeAnswer.Of(knowledge, knowledge.Ontology.Find(name.ToUpperInvariant()) ?? throw new Trouble(ExitCode.Findings, $"There is no type {name}: /api/v1/codebook lists them."));
    }

    private static ImmutableArray<ApiParameter> Id(string looks) => [new("id", "text", $"Its id, {looks}.")];

    private static string Part(ApiCall call, string name) => Ids.Check((string)call.Request.Http.Request.RouteValues[name]!);

    private static string? At(string path, string? id) => id is null ? null : path + id;
}
