using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Language;

namespace Casus.App.Store;

/// <summary>
/// What claims and events have in common, read by hand: the serializer makes a box of every value for a constructor, and reading records is most of what a release costs.
/// Each method finds the reader on the value's first token and leaves it on the last. Unknown keys are passed over, as the serializer does.
/// </summary>
internal static class RecordParts
{
    private static readonly EvidenceConverter Words = new();
    private static readonly PartyConverter Parties = new();
    private static readonly SpanConverter Spans = new();

    public delegate T One<T>(ref Utf8JsonReader reader);

    /// <summary>Moves to the value of the next key; false at the object's end.</summary>
    public static bool Next(ref Utf8JsonReader reader, out ReadOnlySpan<byte> key)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            key = default;
            return false;
        }

        key = reader.ValueSpan;
        reader.Read();
        return true;
    }

    /// <summary>Default where it is null.</summary>
    public static ImmutableArray<T> List<T>(ref Utf8JsonReader reader, One<T> one)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        T first = one(ref reader);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [first];
        }

        var all = ImmutableArray.CreateBuilder<T>();
        all.Add(first);
        for (; reader.TokenType != JsonTokenType.EndArray; reader.Read())
        {
            all.Add(one(ref reader));
        }

        return all.DrainToImmutable();
    }

    public static T? Maybe<T>(ref Utf8JsonReader reader, One<T> one)
        where T : class => reader.TokenType == JsonTokenType.Null ? null : one(ref reader);

    /// <summary>Of few different ones.</summary>
    public static string Known(ref Utf8JsonReader reader) => KnownStrings.Of(ref reader);

    public static string? MaybeKnown(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : KnownStrings.Of(ref reader);

    public static string Text(ref Utf8JsonReader reader) => reader.GetString()!;

    public static long? Number(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();

    public static RuleId Rule(ref Utf8JsonReader reader) => new(KnownStrings.Of(ref reader));

    public static Evidence ReadEvidence(ref Utf8JsonReader reader) => Words.Read(ref reader, typeof(Evidence), JsonSerializerOptions.Default);

    public static Party ReadParty(ref Utf8JsonReader reader) => Parties.Read(ref reader, typeof(Party), JsonSerializerOptions.Default);

    public static T Word<T>(ref Utf8JsonReader reader)
        where T : struct, Enum => Enum.Parse<T>(KnownStrings.Of(ref reader));

    public static DateOnly? Day(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        ReadOnlySpan<byte> day = reader.ValueSpan;
        return day.Length == 10 && Utf8Parser.TryParse(day[..4], out int year, out _) && Utf8Parser.TryParse(day[5..7], out int month, out _) && Utf8Parser.TryParse(day[8..], out int number, out _)
            ? new DateOnly(year, month, number)
            : throw new JsonException($"No day: {reader.GetString()}");
    }

    public static Resolution ReadResolution(ref Utf8JsonReader reader)
    {
        string actor = "";
        RuleId rule = default;
        ImmutableArray<Rejected> rejected = default;
        TextSpan? antecedent = null;
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("actorId"u8))
            {
                actor = Known(ref reader);
            }
            else if (key.SequenceEqual("rule"u8))
            {
                rule = Rule(ref reader);
            }
            else if (key.SequenceEqual("rejected"u8))
            {
                rejected = List(ref reader, ReadRejected);
            }
            else if (key.SequenceEqual("antecedent"u8) && reader.TokenType != JsonTokenType.Null)
            {
                antecedent = Spans.Read(ref reader, typeof(TextSpan), JsonSerializerOptions.Default);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Resolution(actor, rule, rejected, antecedent);
    }

    private static Rejected ReadRejected(ref Utf8JsonReader reader)
    {
        (string id, string reason) = ("", "");
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("id"u8))
            {
                id = Known(ref reader);
            }
            else if (key.SequenceEqual("reason"u8))
            {
                reason = Known(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Rejected(id, reason);
    }
}
