using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Casus.Articles;
using Casus.Claims;
using Casus.Events;
using Casus.Language;

namespace Casus.App.Store;

/// <summary>What the article table keeps beside its columns.</summary>
/// <param name="Sentences">Spans of the sentences; empty when the language is not coded.</param>
internal sealed record ArticleRecord(
    ImmutableArray<Block> Blocks,
    Sourced<string>? Title,
    ImmutableArray<Sourced<string>> Bylines,
    Sourced<string>? Outlet,
    Sourced<Publication>? Published,
    ImmutableArray<TextSpan> Sentences)
{
    public Sourced<string>? Desk { get; init; }

    public Sourced<string>? Section { get; init; }

    public Sourced<string>? Agency { get; init; }

    public Sourced<string>? Dateline { get; init; }

    public Sourced<Publication>? Updated { get; init; }

    /// <summary>The spans of its sentences; of its blocks where the language is not coded.</summary>
    public ImmutableArray<TextSpan> Pieces => Sentences.IsDefaultOrEmpty ? [.. Blocks.Select(b => b.Span)] : Sentences;

    /// <summary>Every day that the page offers, the chosen one first; default in stores of earlier versions.</summary>
    public ImmutableArray<DateCandidate> Dates { get; init; }

    public static ArticleRecord Of(PageRead read)
    {
        Article article = read.Article;
        return new(article.Blocks, article.Title, article.Bylines, article.Outlet, article.Published, read.Reading is { } r ? [.. r.Analysis.Sentences.Select(s => s.Span)] : [])
        {
            Desk = article.Desk,
            Section = article.Section,
            Agency = article.Agency,
            Dateline = article.Dateline,
            Updated = article.Updated,
            Dates = read.Dates,
        };
    }
}

/// <summary>The JSON of the record columns. Spans stay in UTF-16 units of the article's text: nothing here is published as it is.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(SpanConverter), typeof(TextIdConverter), typeof(RuleIdConverter), typeof(EvidenceConverter), typeof(PartyConverter), typeof(SourcedConverter<string>), typeof(SourcedConverter<Publication>)])]
[JsonSerializable(typeof(ArticleRecord))]
[JsonSerializable(typeof(ArticleSetting))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(ProvisionalName))]
[JsonSerializable(typeof(EventClaim))]
[JsonSerializable(typeof(StatisticClaim))]
[JsonSerializable(typeof(RelationClaim))]
[JsonSerializable(typeof(ClaimLink))]
[JsonSerializable(typeof(Episode))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(JudgementSubject))]
[JsonSerializable(typeof(ImmutableArray<Evidence>))]
internal sealed partial class Records : JsonSerializerContext
{
    /// <summary>As the default, with letters of every script left readable.</summary>
    public static Records Json => json ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // Not an initialiser: the generated half's static fields may come after this half's.
    private static Records? json;

    public static string Write(Claim claim) => claim switch
    {
        EventClaim told => JsonSerializer.Serialize(told, Json.EventClaim),
        StatisticClaim statistic => JsonSerializer.Serialize(statistic, Json.StatisticClaim),
        RelationClaim relation => JsonSerializer.Serialize(relation, Json.RelationClaim),
        _ => throw new NotSupportedException(claim.GetType().Name),
    };

    /// <param name="json">UTF-8, as it stands in the column.</param>
    public static Claim ReadClaim(string kind, ReadOnlySpan<byte> json) => kind switch
    {
        "event" => ClaimJson.Read(json),
        "statistic" => JsonSerializer.Deserialize(json, Json.StatisticClaim)!,
        "relation" => JsonSerializer.Deserialize(json, Json.RelationClaim)!,
        _ => throw new NotSupportedException(kind),
    };

    public static Claim ReadClaim(string kind, string json) => ReadClaim(kind, Encoding.UTF8.GetBytes(json));
}

internal sealed class SpanConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        reader.Read();
        int begin = reader.GetInt32();
        reader.Read();
        int end = reader.GetInt32();
        reader.Read();
        return new TextSpan(begin, end);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Begin);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}

internal sealed class TextIdConverter : JsonConverter<TextId>
{
    public override TextId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(KnownStrings.Of(ref reader));

    public override void Write(Utf8JsonWriter writer, TextId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class RuleIdConverter : JsonConverter<RuleId>
{
    public override RuleId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(KnownStrings.Of(ref reader));

    public override void Write(Utf8JsonWriter writer, RuleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>[value, rule, evidence]: the type has no constructor that a serializer could use by itself.</summary>
internal sealed class SourcedConverter<T> : JsonConverter<Sourced<T>>
{
    public override Sourced<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        reader.Read();
        T value = (T)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T)))!;
        reader.Read();
        var rule = new RuleId(reader.GetString()!);
        reader.Read();
        var evidence = (ImmutableArray<Evidence>)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(ImmutableArray<Evidence>)))!;
        reader.Read();
        return new Sourced<T>(value, evidence, rule);
    }

    public override void Write(Utf8JsonWriter writer, Sourced<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        JsonSerializer.Serialize(writer, value.Value, options.GetTypeInfo(typeof(T)));
        writer.WriteStringValue(value.Rule.Value);
        JsonSerializer.Serialize(writer, value.Evidence, options.GetTypeInfo(typeof(ImmutableArray<Evidence>)));
        writer.WriteEndArray();
    }
}
