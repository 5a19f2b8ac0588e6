using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Language;
using static Casus.App.Store.RecordParts;

namespace Casus.App.Store;

/// <summary>Claims of events out of their records, by hand: see <see cref="RecordParts"/>.</summary>
internal static class ClaimJson
{
    public static EventClaim Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        (string id, string article, int sentence, Factuality factuality, string type, int quad, string? cameo, int rank, double score) = ("", "", 0, default, "", 0, null, 0, 0);
        (ImmutableArray<RuleId> rules, ImmutableArray<Evidence> evidence, ImmutableArray<Speaker> speakers, ImmutableArray<string> modes, Evidence? trigger) = (default, default, default, default, null);
        (ImmutableArray<Party> initiators, ImmutableArray<Party> targets, ImmutableArray<Party> victims, ImmutableArray<Means> means) = (default, default, default, default);
        (ClaimTime? time, ClaimPlace? place, ImmutableArray<Toll> tolls, Responsibility? responsibility, ImmutableArray<Weighed> weighed) = (null, null, default, null, []);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            switch (key.Length)
            {
                case 2 when key.SequenceEqual("id"u8):
                    id = Text(ref reader);
                    break;
                case 4 when key.SequenceEqual("type"u8):
                    type = Known(ref reader);
                    break;
                case 4 when key.SequenceEqual("quad"u8):
                    quad = reader.GetInt32();
                    break;
                case 4 when key.SequenceEqual("rank"u8):
                    rank = reader.GetInt32();
                    break;
                case 4 when key.SequenceEqual("time"u8):
                    time = Maybe(ref reader, RecordFields.Time);
                    break;
                case 5 when key.SequenceEqual("modes"u8):
                    modes = List(ref reader, Known);
                    break;
                case 5 when key.SequenceEqual("cameo"u8):
                    cameo = MaybeKnown(ref reader);
                    break;
                case 5 when key.SequenceEqual("score"u8):
                    score = reader.GetDouble();
                    break;
                case 5 when key.SequenceEqual("means"u8):
                    means = List(ref reader, ReadMeans);
                    break;
                case 5 when key.SequenceEqual("place"u8):
                    place = Maybe(ref reader, RecordFields.Place);
                    break;
                case 5 when key.SequenceEqual("tolls"u8):
                    tolls = List(ref reader, RecordFields.ReadToll);
                    break;
                case 5 when key.SequenceEqual("rules"u8):
                    rules = List(ref reader, Rule);
                    break;
                case 7 when key.SequenceEqual("trigger"u8):
                    trigger = Maybe(ref reader, ReadEvidence);
                    break;
                case 7 when key.SequenceEqual("targets"u8):
                    targets = List(ref reader, ReadParty);
                    break;
                case 7 when key.SequenceEqual("victims"u8):
                    victims = List(ref reader, ReadParty);
                    break;
                case 7 when key.SequenceEqual("weighed"u8):
                    weighed = List(ref reader, ReadWeighed);
                    break;
                case 8 when key.SequenceEqual("sentence"u8):
                    sentence = reader.GetInt32();
                    break;
                case 8 when key.SequenceEqual("evidence"u8):
                    evidence = List(ref reader, ReadEvidence);
                    break;
                case 8 when key.SequenceEqual("speakers"u8):
                    speakers = List(ref reader, ReadSpeaker);
                    break;
                case 9 when key.SequenceEqual("articleId"u8):
                    article = Known(ref reader);
                    break;
                case 10 when key.SequenceEqual("factuality"u8):
                    factuality = Word<Factuality>(ref reader);
                    break;
                case 10 when key.SequenceEqual("initiators"u8):
                    initiators = List(ref reader, ReadParty);
                    break;
                case 14 when key.SequenceEqual("responsibility"u8):
                    responsibility = Maybe(ref reader, ReadResponsibility);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EventClaim(id, article, sentence, rules, evidence, speakers, factuality, type, modes, quad, cameo, rank, score, trigger!, initiators, targets, victims, means, time!, place, tolls, responsibility) { Weighed = weighed };
    }

    private static Speaker ReadSpeaker(ref Utf8JsonReader reader)
    {
        (Evidence? evidence, Resolution? resolution, string strength, string? side, bool outlet) = (null, null, "", null, false);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else if (key.SequenceEqual("resolution"u8))
            {
                resolution = Maybe(ref reader, ReadResolution);
            }
            else if (key.SequenceEqual("strength"u8))
            {
                strength = Known(ref reader);
            }
            else if (key.SequenceEqual("side"u8))
            {
                side = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("outletCited"u8))
            {
                outlet = reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return new Speaker(evidence!, resolution, strength, side, outlet);
    }

    private static Means ReadMeans(ref Utf8JsonReader reader)
    {
        (Evidence? evidence, string kind) = (null, "");
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("evidence"u8))
            {
                evidence = ReadEvidence(ref reader);
            }
            else if (key.SequenceEqual("kind"u8))
            {
                kind = Known(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Means(evidence!, kind);
    }

    private static Responsibility ReadResponsibility(ref Utf8JsonReader reader)
    {
        (bool claimed, ImmutableArray<Party> by, Evidence? evidence) = (false, default, null);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("claimed"u8))
            {
                claimed = reader.GetBoolean();
            }
            else if (key.SequenceEqual("by"u8))
            {
                by = List(ref reader, ReadParty);
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

        return new Responsibility(claimed, by, evidence!);
    }

    private static Weighed ReadWeighed(ref Utf8JsonReader reader)
    {
        (RuleId by, string type, double weight) = (default, "", 0);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("by"u8))
            {
                by = Rule(ref reader);
            }
            else if (key.SequenceEqual("type"u8))
            {
                type = Known(ref reader);
            }
            else if (key.SequenceEqual("weight"u8))
            {
                weight = reader.GetDouble();
            }
            else
            {
                reader.Skip();
            }
        }

        return new Weighed(by, type, weight);
    }
}
