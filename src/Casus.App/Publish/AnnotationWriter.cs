using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.App.Publish;

/// <summary>Hashes of everything a result depends on beside its input.</summary>
/// <param name="Gazetteer">Null when no gazetteer is used.</param>
internal sealed record Provenance(string Knowledge, string Model, string? Gazetteer)
{
    /// <summary>Hash of the reading code as it was compiled, and of the gazetteer: with the two others, everything that decides what a page is read as.</summary>
    public string Engine { get; } = ContentHash.Of(typeof(Reader).Assembly.ManifestModule.ModuleVersionId.ToString("N"), Gazetteer ?? "");

    /// <summary>All of it in one word, as the article table keeps it.</summary>
    public string Stamp => $"{Knowledge}|{Model}|{Engine}";
}

/// <summary>One annotated article as one line of JSON, in the format that docs/cli.md fixes ("format": 1). Offsets are code points of the article's text.</summary>
internal sealed class AnnotationWriter(KnowledgeBase knowledge, Provenance provenance)
{
    public void Write(Utf8JsonWriter json, string? id, PageRead read, ImmutableArray<PairCoding> pairs)
    {
        Article article = read.Article;
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        WriteId(json, id ?? $"\"{article.TextId.Value}\"");
        json.WriteStartObject("provenance");
        json.WriteString("knowledge", provenance.Knowledge);
        json.WriteString("model", provenance.Model);
        json.Maybe("gazetteer", provenance.Gazetteer);
        json.WriteEndObject();

        var spans = new SpanWriter(json, new CodePoints(article.Text));
        WriteArticle(json, spans, article);
        if (read.Reading is { } reading)
        {
            WriteAnalysis(json, spans, reading.Analysis);
            new ClaimWriter(json, spans, knowledge, article.Published?.Value.Day).Write(reading.Claims);
            WriteLinks(json, spans, reading.Links);
        }

        if (!pairs.IsDefaultOrEmpty)
        {
            WritePairs(json, pairs);
        }

        json.WriteEndObject();
    }

    public static void WriteRefusal(Utf8JsonWriter json, string? id, string fallbackId, Refused why)
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        WriteId(json, id ?? $"\"{fallbackId}\"");
        json.WriteString("refused", why.Reason);
        json.WriteString("detail", why.Detail);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, string id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id);
    }

    private static void WriteArticle(Utf8JsonWriter json, SpanWriter spans, Article article)
    {
        json.WriteStartObject("article");
        json.Maybe("title", article.Title?.Value);
        ImmutableArray<Sourced<string>> signed = article.Bylines.IsDefaultOrEmpty && article.Desk is { } desk ? [desk] : article.Bylines;
        if (!signed.IsDefaultOrEmpty)
        {
            json.Strings("bylines", signed.Select(b => b.Value));
            json.WriteString("bylineKind", article.Desk is null ? "person" : "desk");
        }

        json.Maybe("outlet", article.Outlet?.Value);
        json.Maybe("published", article.Published?.Value.Day);
        json.Maybe("publishedPrecision", article.Published?.Value.Precision);
        json.Maybe("publishedTime", Clock(article.Published?.Value));
        json.Maybe("updated", article.Updated?.Value.Day);
        json.Maybe("updatedTime", Clock(article.Updated?.Value));
        json.Maybe("section", article.Section?.Value);
        json.Maybe("agency", article.Agency?.Value);
        json.Maybe("dateline", article.Dateline?.Value);
        json.WriteString("language", article.Language);
        json.Maybe("url", article.Address);
        WritePart(json, article.Part);
        json.WriteString("text", article.Text);
        json.WriteStartArray("blocks");
        foreach (Block block in article.Blocks)
        {
            json.WriteStartObject();
            // The format knows no standfirst: it is running text of the article, unlike the headline that it stands under.
            json.WriteString("kind", Json.Word(block.Kind is BlockKind.Subtitle ? BlockKind.Paragraph : block.Kind));
            spans.Span("span", block.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Which part of a greater whole an article is; nothing for one that stands alone.</summary>
    public static void WritePart(Utf8JsonWriter json, ArticlePart? part)
    {
        if (part is null)
        {
            return;
        }

        json.WriteStartObject("part");
        json.WriteString("whole", part.Whole);
        json.WriteNumber("number", part.Number);
        if (part.Count is { } count)
        {
            json.WriteNumber("count", count);
        }

        json.WriteEndObject();
    }

    /// <summary>"08:15", or with its offset from universal time "08:15+04:30"; null where the page tells no time.</summary>
    private static string? Clock(Publication? told)
    {
        if (told?.Time is not { } time)
        {
            return null;
        }

        string clock = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return told.Offset is { } offset ? clock + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture) : clock;
    }

    private void WriteAnalysis(Utf8JsonWriter json, SpanWriter spans, Analysis analysis)
    {
        json.WriteStartArray("sentences");
        foreach (Sentence sentence in analysis.Sentences)
        {
            spans.Span(sentence.Span);
        }

        json.WriteEndArray();
        var chains = new ChainIndex(analysis.Chains);
        var quantities = analysis.Quantities.ToLookup(q => q.Span);
        json.WriteStartArray("mentions");
        foreach (Mention mention in analysis.Marked)
        {
            json.WriteStartObject();
            json.WriteString("kind", Json.Word(mention.Kind));
            spans.Quoted(mention.Span, mention.Quote);
            json.Maybe("actor", mention.Actor?.ActorId);
            WriteProvisional(json, spans, mention.Provisional);
            if (mention.Kind is MentionKind.Quantity or MentionKind.Money && quantities[mention.Span].FirstOrDefault() is { } quantity)
            {
                QuantityWriter.Write(json, spans, quantity, analysis);
            }

            json.Maybe("chain", chains.Find(mention.Sentence, mention.Head)?.Chain.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("chains");
        foreach (Chain chain in analysis.Chains)
        {
            json.WriteStartArray();
            foreach (ChainLink link in chain.Links)
            {
                json.WriteStartObject();
                spans.Quoted(link.Span, link.Span.Of(analysis.Article.Text));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (TimeMention time in analysis.Times)
        {
            json.WriteStartObject();
            spans.Quoted(time.Span, time.Quote);
            json.WriteString("type", time.Type.ToString().ToUpperInvariant());
            json.WriteString("value", time.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("places");
        foreach (PlaceMention place in analysis.Places)
        {
            WritePlace(json, spans, place);
        }

        json.WriteEndArray();
        json.WriteStartArray("attributions");
        ILookup<int?, int> inside = Enumerable.Range(0, analysis.Attributions.Length).ToLookup(i => analysis.Attributions[i].Within);
        foreach (int i in inside[null])
        {
            WriteAttribution(json, spans, analysis.Attributions, i, inside);
        }

        json.WriteEndArray();
    }

    private static void WriteAttribution(Utf8JsonWriter json, SpanWriter spans, ImmutableArray<Attribution> all, int i, ILookup<int?, int> inside)
    {
        Attribution attribution = all[i];
        json.WriteStartObject();
        spans.Spans("speaker", attribution.Speaker);
        spans.Spans("cue", attribution.Cue);
        spans.Spans("content", attribution.Content);
        json.Maybe("strength", attribution.Strength);
        json.Maybe("actor", attribution.Actor?.ActorId);
        if (inside[i].Any())
        {
            json.WriteStartArray("nested");
            foreach (int inner in inside[i])
            {
                WriteAttribution(json, spans, all, inner, inside);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Somebody whom no file of knowledge has, with the words that describe them.</summary>
    private static void WriteProvisional(Utf8JsonWriter json, SpanWriter spans, ProvisionalActor? provisional)
    {
        if (provisional is null)
        {
            return;
        }

        json.WriteStartObject("provisional");
        json.WriteString("id", provisional.Id);
        json.WriteString("name", provisional.Name);
        json.WriteString("kind", provisional.Kind);
        json.Maybe("class", provisional.Class);
        json.Maybe("country", provisional.Country);
        json.Maybe("of", provisional.Of);
        spans.Spans("because", provisional.Because);
        json.WriteEndObject();
    }

    private void WritePlace(Utf8JsonWriter json, SpanWriter spans, PlaceMention mention)
    {
        json.WriteStartObject();
        spans.Quoted(mention.Span, mention.Quote);
        json.Maybe("place", mention.PlaceId);
        if (mention.PlaceId is { } id && knowledge.Places.Find(id) is { } place)
        {
            if (place.Geonames is { } geonames)
            {
                json.WriteNumber("geonames", geonames);
            }

            json.Maybe("lat", place.Latitude);
            json.Maybe("lon", place.Longitude);
            PlaceNames names = PlaceNames.Of(place, knowledge.Places);
            json.Maybe("admin2", names.District);
            json.Maybe("admin1", names.Province);
            json.Maybe("country", place.Country);
        }

        json.WriteString("precision", mention.Precision);
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, SpanWriter spans, ImmutableArray<ClaimLink> links)
    {
        json.WriteStartArray("links");
        foreach (ClaimLink link in links)
        {
            json.WriteStartObject();
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteString("kind", link.Kind);
            if (link.Cue.Span is { } cue)
            {
                spans.Span("cue", cue);
            }

            json.WriteString("quote", link.Cue.Quote);
            json.WriteString("rule", link.Rule.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, ImmutableArray<PairCoding> pairs)
    {
        json.WriteStartArray("pairs");
        foreach (PairCoding pair in pairs)
        {
            json.WriteStartObject();
            json.Maybe("type", pair.Type);
            json.Maybe("quad", pair.Quad);
            json.WriteNumber("score", Math.Round(pair.Score, 4));
            if (!pair.Rules.IsDefaultOrEmpty)
            {
                json.Strings("rules", pair.Rules.Select(r => r.Value));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
