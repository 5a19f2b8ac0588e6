using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using static Casus.App.Store.RecordParts;

namespace Casus.App.Store;

/// <summary>Time, place and toll of claims and events, likewise.</summary>
internal static class RecordFields
{
    public static ClaimTime Time(ref Utf8JsonReader reader)
    {
        (string? value, string precision, DateOnly? earliest, DateOnly? latest, Evidence? evidence, RuleId rule) = (null, "", null, null, null, default);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("value"u8))
            {
                value = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("precision"u8))
            {
                precision = Known(ref reader);
            }
            else if (key.SequenceEqual("earliest"u8))
            {
                earliest = Day(ref reader);
            }
            else if (key.SequenceEqual("latest"u8))
            {
                latest = Day(ref reader);
            }
            else if (key.SequenceEqual("evidence"u8))
            {
                evidence = Maybe(ref reader, ReadEvidence);
            }
            else if (key.SequenceEqual("rule"u8))
            {
                rule = Rule(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ClaimTime(value, precision, earliest, latest, evidence, rule);
    }

    public static ClaimPlace Place(ref Utf8JsonReader reader)
    {
        (string? id, string precision, Evidence? evidence, RuleId rule, string? relation, OtherPlace? other, DistrictTold? district) = (null, "", null, default, null, null, null);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("placeId"u8))
            {
                id = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("precision"u8))
            {
                precision = Known(ref reader);
            }
            else if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else if (key.SequenceEqual("rule"u8))
            {
                rule = Rule(ref reader);
            }
            else if (key.SequenceEqual("relation"u8))
            {
                relation = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("other"u8))
            {
                other = Maybe(ref reader, Other);
            }
            else if (key.SequenceEqual("district"u8))
            {
                district = Maybe(ref reader, District);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ClaimPlace(id, precision, evidence!, rule) { Relation = relation, Other = other, District = district };
    }

    public static Toll ReadToll(ref Utf8JsonReader reader)
    {
        (TollKind kind, long min, long? max, bool approximate, Evidence? evidence, string? whom, RuleId rule, string? sort, ImmutableArray<TollPart> parts) = (default, 0, null, false, null, null, default, null, []);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("kind"u8))
            {
                kind = Word<TollKind>(ref reader);
            }
            else if (key.SequenceEqual("min"u8))
            {
                min = reader.GetInt64();
            }
            else if (key.SequenceEqual("max"u8))
            {
                max = Number(ref reader);
            }
            else if (key.SequenceEqual("approximate"u8))
            {
                approximate = reader.GetBoolean();
            }
            else if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else if (key.SequenceEqual("whom"u8))
            {
                whom = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("rule"u8))
            {
                rule = Rule(ref reader);
            }
            else if (key.SequenceEqual("class"u8))
            {
                sort = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("parts"u8))
            {
                parts = List(ref reader, Part);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Toll(kind, min, max, approximate, evidence!, whom, rule) { Class = sort, Parts = parts };
    }

    private static TollPart Part(ref Utf8JsonReader reader)
    {
        (string whom, long min, long? max, string? sort, Evidence? evidence) = ("", 0, null, null, null);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("whom"u8))
            {
                whom = Known(ref reader);
            }
            else if (key.SequenceEqual("min"u8))
            {
                min = reader.GetInt64();
            }
            else if (key.SequenceEqual("max"u8))
            {
                max = Number(ref reader);
            }
            else if (key.SequenceEqual("class"u8))
            {
                sort = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new TollPart(whom, min, max, sort, evidence!);
    }

    private static OtherPlace Other(ref Utf8JsonReader reader)
    {
        (string? id, string precision, Evidence? evidence) = (null, "", null);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("placeId"u8))
            {
                id = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("precision"u8))
            {
                precision = Known(ref reader);
            }
            else if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new OtherPlace(id, precision, evidence!);
    }

    private static DistrictTold District(ref Utf8JsonReader reader)
    {
        (string? id, string name) = (null, "");
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("placeId"u8))
            {
                id = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("name"u8))
            {
                name = Known(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new DistrictTold(id, name);
    }
}
