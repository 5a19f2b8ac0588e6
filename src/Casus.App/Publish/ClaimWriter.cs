using System.Collections.Immutable;
using System.Text.Json;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>Claims as the published JSON tells them. An absent role is an absent key.</summary>
/// <param name="published">Day of the article, for actors whose code changed with time; null when not known.</param>
internal sealed class ClaimWriter(Utf8JsonWriter json, SpanWriter spans, KnowledgeBase knowledge, DateOnly? published)
{
    private DateOnly? day;

    public void Write(ImmutableArray<Claim> claims)
    {
        json.WriteStartArray("claims");
        foreach (Claim claim in claims)
        {
            Write(claim);
        }

        json.WriteEndArray();
    }

    public void Write(Claim claim)
    {
        day = (claim as EventClaim)?.Time.Latest ?? published;
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        switch (claim)
        {
            case EventClaim told:
                WriteEvent(told);
                break;
            case StatisticClaim statistic:
                WriteStatistic(statistic);
                break;
            case RelationClaim relation:
                WriteRelation(relation);
                break;
        }

        WriteSpeakers(claim.Speakers);
        json.WriteString("factuality", Json.Word(claim.Factuality));
        json.WriteNumber("sentence", claim.Sentence);
        json.Strings("rules", claim.Rules.Select(r => r.Value));
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in claim.Evidence)
        {
            if (evidence.Span is { } span)
            {
                spans.Span(span);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteEvent(EventClaim claim)
    {
        json.WriteString("kind", "event");
        json.WriteString("type", claim.Type);
        Words("modes", claim.Modes);
        Words("auxiliary", AuxiliaryModes.Of(claim, published));
        json.WriteNumber("quad", claim.Quad);
        json.Maybe("cameo", claim.Cameo);
        json.WriteNumber("rank", claim.Rank);
        json.WriteNumber("score", Math.Round(claim.Score, 4));
        if (!claim.Weighed.IsDefaultOrEmpty)
        {
            json.WriteStartArray("weighed");
            foreach (Weighed answer in claim.Weighed)
            {
                json.WriteStartObject();
                json.WriteString("by", answer.By.Value);
                json.WriteString("type", answer.Type);
                json.WriteNumber("weight", answer.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("trigger");
        spans.Quoted(claim.Trigger);
        json.WriteEndObject();
        Parties("initiators", claim.Initiators);
        Parties("targets", claim.Targets);
        Parties("victims", claim.Victims);
        if (!claim.Means.IsDefaultOrEmpty)
        {
            json.WriteStartArray("means");
            foreach (Means means in claim.Means)
            {
                json.WriteStartObject();
                spans.Quoted(means.Evidence);
                json.WriteString("kind", means.Kind);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteTime(claim.Time);
        WritePlace(claim.Place);
        WriteTolls(claim.Tolls);
        WriteResponsibility(claim.Responsibility);
    }

    private void WriteTime(ClaimTime time)
    {
        // Neither words nor the day of publication bound it.
        if (time is { Evidence: null, Value: null, Earliest: null, Latest: null })
        {
            return;
        }

        json.WriteStartObject("time");
        if (time.Evidence is { } evidence)
        {
            spans.Quoted(evidence);
        }

        json.Maybe("value", time.Value);
        json.WriteString("precision", time.Precision);
        json.Maybe("earliest", time.Earliest);
        json.Maybe("latest", time.Latest);
        json.WriteEndObject();
    }

    private void WritePlace(ClaimPlace? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject("place");
        spans.Quoted(place.Evidence);
        json.Maybe("place", place.PlaceId);
        PlaceNames names = PlaceNames.Of(place, knowledge.Places);
        json.Maybe("district", names.District);
        json.Maybe("province", names.Province);
        json.Maybe("country", names.Country);
        json.WriteString("precision", place.Precision);
        json.Maybe("relation", place.Relation);
        if (place.Other is { } other)
        {
            json.WriteStartObject("other");
            spans.Quoted(other.Evidence);
            json.Maybe("place", other.PlaceId);
            json.WriteString("precision", other.Precision);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>One object a kind, with its groups under "parts".</summary>
    private void WriteTolls(ImmutableArray<Toll> tolls)
    {
        if (tolls.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartObject("toll");
        foreach (Toll toll in tolls.DistinctBy(t => t.Kind))
        {
            json.WriteStartObject(Json.Word(toll.Kind));
            Count(toll.Min, toll.Max, toll.Approximate, toll.Whom, toll.Class, toll.Evidence);
            if (!toll.Parts.IsEmpty)
            {
                json.WriteStartArray("parts");
                foreach (TollPart part in toll.Parts)
                {
                    json.WriteStartObject();
                    Count(part.Min, part.Max, false, part.Whom, part.Class, part.Evidence);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Count(long min, long? max, bool approximate, string? whom, string? @class, Evidence evidence)
    {
        json.WriteNumber("min", min);
        if (max is { } most)
        {
            json.WriteNumber("max", most);
        }

        if (approximate)
        {
            json.WriteBoolean("approximate", true);
        }

        json.Maybe("whom", whom);
        json.Maybe("class", @class);
        spans.Quoted(evidence);
    }

    private void WriteResponsibility(Responsibility? responsibility)
    {
        if (responsibility is null)
        {
            return;
        }

        json.WriteStartObject("responsibility");
        json.WriteBoolean("claimed", responsibility.Claimed);
        Parties("by", responsibility.By);
        spans.Quoted(responsibility.Evidence);
        json.WriteEndObject();
    }

    private void WriteStatistic(StatisticClaim claim)
    {
        json.WriteString("kind", "statistic");
        json.WriteString("measure", claim.Measure);
        json.Maybe("cause", claim.Cause);
        WritePlace(claim.Place);
        json.Maybe("period", claim.Period?.Value);
        json.Maybe("baseline", claim.Baseline?.Value);
        if (claim.ChangePercent is { } percent)
        {
            json.WriteStartObject("change");
            json.WriteNumber("percent", percent);
            json.WriteEndObject();
        }

        if (claim.Min is not null || claim.Max is not null)
        {
            json.WriteStartObject("value");
            json.Maybe("min", claim.Min);
            json.Maybe("max", claim.Max);
            json.WriteEndObject();
        }

        if (claim.Breakdown.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("breakdown");
        foreach (StatisticPart part in claim.Breakdown)
        {
            json.WriteStartObject();
            json.WriteString("whom", part.Whom);
            json.WriteNumber("min", part.Min);
            json.Maybe("max", part.Max);
            spans.Quoted(part.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelation(RelationClaim claim)
    {
        json.WriteString("kind", "relation");
        json.WriteString("relation", claim.Relation);
        json.WritePropertyName("a");
        WriteParty(claim.A);
        json.WritePropertyName("b");
        WriteParty(claim.B);
        json.Maybe("from", claim.From?.Value);
        json.Maybe("to", claim.To?.Value);
        if (claim.Change is { } change)
        {
            json.WriteStartObject("change");
            json.Maybe("from", change.From);
            json.WriteString("to", change.To);
            json.WriteStartObject("cue");
            spans.Quoted(change.Cue);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void Parties(string key, ImmutableArray<Party> parties)
    {
        if (parties.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (Party party in parties)
        {
            WriteParty(party);
        }

        json.WriteEndArray();
    }

    private void WriteParty(Party party)
    {
        json.WriteStartObject();
        spans.Quoted(party.Evidence);
        WriteActor(party.ActorId, party.Class);
        if (party.Provisional is { } unknown)
        {
            json.WriteStartObject("provisional");
            json.WriteString("id", unknown.Id);
            json.WriteString("name", unknown.Name);
            json.WriteEndObject();
        }

        json.WriteString("kind", party.Kind);
        json.Maybe("class", party.Class);
        if (party.Implied)
        {
            json.WriteBoolean("implied", true);
        }

        json.WriteEndObject();
    }

    private void WriteActor(string? id, string? @class = null)
    {
        if (id is null)
        {
            return;
        }

        json.WriteString("actor", id);
        if (knowledge.Actors.Find(id) is { } actor)
        {
            json.WriteString("name", actor.Name);
            json.WriteString("code", knowledge.Sectors.CodeOf(actor, day, @class));
        }
    }

    private void WriteSpeakers(ImmutableArray<Speaker> speakers)
    {
        if (speakers.IsDefaultOrEmpty)
        {
            return;
        }

        WriteSpeakers("speakers", speakers.Where(s => !s.OutletCited));
        WriteSpeakers("outletsCited", speakers.Where(s => s.OutletCited));
    }

    private void WriteSpeakers(string key, IEnumerable<Speaker> speakers)
    {
        Speaker[] listed = [.. speakers];
        if (listed.Length == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (Speaker speaker in listed)
        {
            json.WriteStartObject();
            spans.Quoted(speaker.Evidence);
            json.Maybe("actor", speaker.Resolution?.ActorId);
            json.WriteString("strength", speaker.Strength);
            json.Maybe("side", speaker.Side);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Words(string key, ImmutableArray<string> words)
    {
        if (!words.IsDefaultOrEmpty)
        {
            json.Strings(key, words);
        }
    }
}
