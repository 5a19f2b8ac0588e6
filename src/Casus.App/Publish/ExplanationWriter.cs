using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Store;

namespace Casus.App.Publish;

/// <summary>An explanation as JSON: the whole chain, with spans in code points of each article's text.</summary>
internal static class ExplanationWriter
{
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        var contexts = explanation.Claims.GroupBy(c => c.Claim.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("id", explanation.Id);
        json.WriteString("kind", explanation.Kind);
        json.WriteString("says", explanation.Says);
        json.WriteStartArray("fields");
        foreach (FieldExplanation field in explanation.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("value", field.Value);
            json.Maybe("rule", field.Rule);
            json.WriteStartArray("support");
            foreach (Support support in field.Support)
            {
                Write(json, support, contexts.GetValueOrDefault(support.ClaimId));
            }

            json.WriteEndArray();
            json.WriteStartArray("dissent");
            foreach (DissentLine dissent in field.Dissent)
            {
                json.WriteStartObject();
                json.WriteString("value", dissent.Value);
                json.Strings("claims", dissent.Claims);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!explanation.Accounts.IsEmpty)
        {
            WriteAccounts(json, explanation);
        }

        if (explanation.Episode is { } episode)
        {
            Write(json, episode);
        }

        json.WriteStartArray("claims");
        foreach (ClaimContext context in explanation.Claims)
        {
            Write(json, context);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Support support, ClaimContext? context)
    {
        json.WriteStartObject();
        json.WriteString("claim", support.ClaimId);
        json.Strings("rules", support.Rules);
        json.WriteStartArray("words");
        if (context is not null)
        {
            var spans = new SpanWriter(json, new CodePoints(context.Article.Text));
            foreach (Evidence words in support.Words)
            {
                json.WriteStartObject();
                spans.Quoted(words);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAccounts(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartArray("accounts");
        foreach (AccountLine account in explanation.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("voice", account.Voice);
            json.Maybe("side", account.Side);
            json.WriteString("factuality", account.Factuality);
            json.WriteString("says", account.Says);
            json.Strings("claims", account.Claims);
            json.WriteStartArray("fields");
            foreach (AccountCell cell in account.Cells.Where(c => c.Says.Length > 0))
            {
                json.WriteStartObject();
                json.WriteString("field", cell.Field);
                json.WriteString("says", cell.Says);
                json.WriteBoolean("differs", cell.Differs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, EpisodeChain episode)
    {
        json.WriteStartObject("episode");
        json.WriteString("id", episode.Id);
        json.WriteStartArray("events");
        foreach (ChainedEvent told in episode.Events)
        {
            json.WriteStartObject();
            json.WriteString("id", told.Id);
            json.WriteString("type", told.Type);
            json.WriteString("says", told.Says);
            json.WriteStartArray("steps");
            foreach (ChainStep step in told.Steps)
            {
                json.WriteStartObject();
                json.WriteString("kind", step.Kind);
                json.WriteString("to", step.To);
                json.WriteString("cue", step.Cue);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClaimContext context)
    {
        StoredArticle article = context.Article;
        var spans = new SpanWriter(json, new CodePoints(article.Text));
        json.WriteStartObject();
        json.WriteString("id", context.Claim.Id);
        json.WriteString("factuality", Json.Word(context.Claim.Factuality));
        json.Strings("rules", context.Claim.Rules.Select(r => r.Value));
        json.WriteStartArray("sentences");
        foreach (TextSpan sentence in context.Sentences)
        {
            json.WriteStartObject();
            spans.Quoted(sentence, sentence.Of(article.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("text", article.TextId);
        json.Maybe("title", article.Title);
        json.Maybe("outlet", article.Outlet);
        json.Maybe("published", article.Published);
        json.WriteEndObject();
        json.WriteStartObject("page");
        json.WriteString("id", article.PageId);
        json.Strings("names", article.PageNames);
        json.Maybe("address", article.Address);
        json.Maybe("record", article.Place?.RecordId);
        json.Maybe("recordAt", article.Place?.At);
        json.Maybe("capturedAt", article.Place?.CapturedAt);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
