using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;
using static Casus.App.Store.RecordParts;

namespace Casus.App.Store;

/// <summary>Events out of their records, by hand: see <see cref="RecordParts"/>.</summary>
internal static class EventJson
{
    // Made once: a method group of a generic instance would make a delegate for every event.
    private static readonly One<ImmutableArray<EventParty>> PartyList = (ref Utf8JsonReader reader) => List(ref reader, ReadParty);
    private static readonly One<Resolved<Toll>> ResolvedToll = (ref Utf8JsonReader reader) => Resolved(ref reader, RecordFields.ReadToll);
    private static readonly One<Resolved<ClaimPlace>> ResolvedPlace = (ref Utf8JsonReader reader) => Resolved(ref reader, RecordFields.Place);

    public static Event Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        (string id, string type, ImmutableArray<string> modes, int quad, string? cameo, Factuality factuality) = ("", "", default, 0, null, default);
        (Resolved<ImmutableArray<EventParty>>? initiators, Resolved<ImmutableArray<EventParty>>? targets, Resolved<ClaimTime>? time, Resolved<ClaimPlace>? place) = (null, null, null, null);
        (ImmutableArray<Resolved<Toll>> tolls, ImmutableArray<Account> accounts, ImmutableArray<string> claims, ImmutableArray<string> stories, ImmutableArray<string> articles) = (default, default, default, default, default);
        (ImmutableArray<TollBounds> bounds, ImmutableArray<JudgedField> judged) = ([], []);
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
                case 4 when key.SequenceEqual("time"u8):
                    time = Resolved(ref reader, RecordFields.Time);
                    break;
                case 5 when key.SequenceEqual("modes"u8):
                    modes = List(ref reader, Known);
                    break;
                case 5 when key.SequenceEqual("cameo"u8):
                    cameo = MaybeKnown(ref reader);
                    break;
                case 5 when key.SequenceEqual("place"u8):
                    place = Maybe(ref reader, ResolvedPlace);
                    break;
                case 5 when key.SequenceEqual("tolls"u8):
                    tolls = List(ref reader, ResolvedToll);
                    break;
                case 6 when key.SequenceEqual("claims"u8):
                    claims = List(ref reader, Known);
                    break;
                case 6 when key.SequenceEqual("bounds"u8):
                    bounds = List(ref reader, Bounds);
                    break;
                case 6 when key.SequenceEqual("judged"u8):
                    judged = List(ref reader, Judged);
                    break;
                case 7 when key.SequenceEqual("targets"u8):
                    targets = Resolved(ref reader, PartyList);
                    break;
                case 7 when key.SequenceEqual("stories"u8):
                    stories = List(ref reader, Known);
                    break;
                case 8 when key.SequenceEqual("accounts"u8):
                    accounts = List(ref reader, ReadAccount);
                    break;
                case 8 when key.SequenceEqual("articles"u8):
                    articles = List(ref reader, Known);
                    break;
                case 10 when key.SequenceEqual("factuality"u8):
                    factuality = Word<Factuality>(ref reader);
                    break;
                case 10 when key.SequenceEqual("initiators"u8):
                    initiators = Resolved(ref reader, PartyList);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new Event(id, type, modes, quad, cameo, factuality, initiators!, targets!, time!, place, tolls, accounts, claims, stories, articles) { Bounds = bounds, Judged = judged };
    }

    /// <param name="json">As text.</param>
    public static Event Read(string json) => Read(System.Text.Encoding.UTF8.GetBytes(json));

    private static Resolved<T> Resolved<T>(ref Utf8JsonReader reader, One<T> one)
    {
        (T? value, ImmutableArray<string> support, ImmutableArray<Dissent> dissent, RuleId rule) = (default, default, default, default);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("value"u8))
            {
                value = one(ref reader);
            }
            else if (key.SequenceEqual("support"u8))
            {
                support = List(ref reader, Known);
            }
            else if (key.SequenceEqual("dissent"u8))
            {
                dissent = List(ref reader, ReadDissent);
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

        return new Resolved<T>(value!, support, dissent, rule);
    }

    private static Dissent ReadDissent(ref Utf8JsonReader reader)
    {
        (string value, ImmutableArray<string> claims) = ("", default);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("value"u8))
            {
                value = Text(ref reader);
            }
            else if (key.SequenceEqual("claims"u8))
            {
                claims = List(ref reader, Known);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Dissent(value, claims);
    }

    private static EventParty ReadParty(ref Utf8JsonReader reader)
    {
        (string? actor, string name, string? sort) = (null, "", null);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("actorId"u8))
            {
                actor = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("name"u8))
            {
                name = Known(ref reader);
            }
            else if (key.SequenceEqual("class"u8))
            {
                sort = MaybeKnown(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new EventParty(actor, name, sort);
    }

    private static Account ReadAccount(ref Utf8JsonReader reader)
    {
        (string voice, string? actor, string? side, string story, ImmutableArray<string> claims, ImmutableArray<Toll> tolls, Factuality factuality) = ("", null, null, "", default, default, default);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("voice"u8))
            {
                voice = Known(ref reader);
            }
            else if (key.SequenceEqual("actorId"u8))
            {
                actor = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("side"u8))
            {
                side = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("storyId"u8))
            {
                story = Known(ref reader);
            }
            else if (key.SequenceEqual("claims"u8))
            {
                claims = List(ref reader, Known);
            }
            else if (key.SequenceEqual("tolls"u8))
            {
                tolls = List(ref reader, RecordFields.ReadToll);
            }
            else if (key.SequenceEqual("factuality"u8))
            {
                factuality = Word<Factuality>(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Account(voice, actor, side, story, claims, tolls, factuality);
    }

    private static TollBounds Bounds(ref Utf8JsonReader reader)
    {
        (TollKind kind, long low, long best, long high) = (default, 0, 0, 0);
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("kind"u8))
            {
                kind = Word<TollKind>(ref reader);
            }
            else if (key.SequenceEqual("low"u8))
            {
                low = reader.GetInt64();
            }
            else if (key.SequenceEqual("best"u8))
            {
                best = reader.GetInt64();
            }
            else if (key.SequenceEqual("high"u8))
            {
                high = reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return new TollBounds(kind, low, best, high);
    }

    private static JudgedField Judged(ref Utf8JsonReader reader)
    {
        (string field, string value, string? before, string judgement) = ("", "", null, "");
        while (Next(ref reader, out ReadOnlySpan<byte> key))
        {
            if (key.SequenceEqual("field"u8))
            {
                field = Known(ref reader);
            }
            else if (key.SequenceEqual("value"u8))
            {
                value = Text(ref reader);
            }
            else if (key.SequenceEqual("before"u8))
            {
                before = MaybeKnown(ref reader);
            }
            else if (key.SequenceEqual("judgement"u8))
            {
                judgement = Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new JudgedField(field, value, before, judgement);
    }
}
