using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>The JSON of the API: names as in the data dictionary, an absent value is an absent key.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<EventLine>))]
[JsonSerializable(typeof(Page<ArticleLine>))]
[JsonSerializable(typeof(Page<StoryLine>))]
[JsonSerializable(typeof(Page<ActorLine>))]
[JsonSerializable(typeof(Page<PairLine>))]
[JsonSerializable(typeof(Page<EpisodeRow>))]
[JsonSerializable(typeof(Page<StatisticLine>))]
[JsonSerializable(typeof(Page<RelationLine>))]
[JsonSerializable(typeof(Page<JudgementLine>))]
[JsonSerializable(typeof(Page<FoundLine>))]
[JsonSerializable(typeof(Page<TypeLine>))]
[JsonSerializable(typeof(EventAnswer))]
[JsonSerializable(typeof(ClaimAnswer))]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(StoryAnswer))]
[JsonSerializable(typeof(ActorAnswer))]
[JsonSerializable(typeof(DyadAnswer))]
[JsonSerializable(typeof(EpisodeAnswer))]
[JsonSerializable(typeof(TypeAnswer))]
[JsonSerializable(typeof(SourcesAnswer))]
[JsonSerializable(typeof(ChangesAnswer))]
[JsonSerializable(typeof(FoundEvents))]
[JsonSerializable(typeof(ReadAccounts))]
[JsonSerializable(typeof(ExplainedValue))]
[JsonSerializable(typeof(TracedDyad))]
[JsonSerializable(typeof(ReadPassage))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>With letters of every script left readable.</summary>
    public static ApiJson Readable => readable ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For people.</summary>
    public static readonly JsonSerializerOptions Pretty = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    // Not an initialiser: the generated half's static fields may come after this half's.
    private static ApiJson? readable;
}
