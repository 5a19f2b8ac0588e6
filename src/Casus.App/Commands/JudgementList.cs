using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Judgements with what became of them: all, or those on one thing.</summary>
internal static class JudgementList
{
    /// <param name="id">Of a judgement, or of what is judged; null for all.</param>
    public static int Show(CasusStore store, string? id, bool asJson)
    {
        id = id is null ? null : Whole(store, id);
        (Judgement Judgement, JudgementOutcome? Outcome)[] rows = [.. new JudgementLines(store).Of(id)];
        List<string> disputes = JudgementTable.Disputes(store);
        if (asJson)
        {
            Screen.WriteJson(json => Write(json, rows, disputes));
            return ExitCode.Ok;
        }

        if (rows.Length > 0)
        {
            Table table = Screen.Table("id", "when", "by", "on", "judgement", "the record said", "reason", "state");
            table.Columns[0].NoWrap = true;
            int letters = EventTable.ShortIds(rows.Select(r => r.Judgement.Id));
            foreach ((Judgement judgement, JudgementOutcome? outcome) in rows)
            {
                table.AddRow($"[grey]{judgement.Id[..letters]}[/]", Screen.Plain(judgement.At), Screen.Plain(judgement.By), Screen.Plain(judgement.Subject.Id), Screen.Plain(JudgementBook.Saying(judgement)), Screen.Plain(Screen.Shortened(judgement.Said ?? "", 60)), Screen.Plain(judgement.Reason), Screen.Plain(State(outcome)));
            }

            Screen.Out.Write(table);
        }

        foreach (string dispute in disputes)
        {
            Screen.Out.MarkupLine($"[yellow]disputed:[/] {Screen.Plain(dispute)}");
        }

        Screen.Out.MarkupLine($"[grey]{(rows.Length == 0 ? "no judgements that match" : Screen.Plural(rows.Length, "judgement"))}[/]");
        return ExitCode.Ok;
    }

    // What was judged may be gone from the record; its judgements are still to be seen.
    private static string Whole(CasusStore store, string id) => id.Split('-')[0] switch
    {
        "j" => new Lookup(store).Complete("judgement", id),
        "e" or "c" or "s" => JudgementTable.All(store).Select(j => j.Subject.Id).FirstOrDefault(s => s.StartsWith(id, StringComparison.Ordinal)) ?? InRecord(store, id),
        _ => id,
    };

    private static string InRecord(CasusStore store, string id) => new Lookup(store).Complete(id[0] switch { 'e' => "event", 'c' => "claim", _ => "story" }, id);

    private static string State(JudgementOutcome? outcome) => outcome switch
    {
        null => "not linked yet",
        { State: JudgementState.Applied, EventId: { } bearing } => $"applied to {bearing}",
        { Detail: { } detail } => $"{Json.Word(outcome.State)}: {detail}",
        _ => Json.Word(outcome.State),
    };

    private static void Write(Utf8JsonWriter json, (Judgement Judgement, JudgementOutcome? Outcome)[] rows, List<string> disputes)
    {
        json.WriteStartObject();
        json.WriteStartArray("judgements");
        foreach ((Judgement judgement, JudgementOutcome? outcome) in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", judgement.Id);
            json.WriteNumber("seq", judgement.Seq);
            json.WriteString("at", judgement.At);
            json.WriteString("by", judgement.By);
            json.WriteString("verb", Json.Word(judgement.Verb));
            json.WriteString("subject", judgement.Subject.Id);
            json.Maybe("other", judgement.Other?.Id);
            json.Maybe("field", judgement.Field);
            json.Maybe("value", judgement.Value);
            json.Maybe("said", judgement.Said);
            json.Maybe("reason", judgement.Reason);
            json.Maybe("withdraws", judgement.Withdraws);
            json.WriteString("state", outcome is null ? "not-linked" : Json.Word(outcome.State));
            json.Maybe("event", outcome?.EventId);
            json.Maybe("detail", outcome?.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Strings("disputes", disputes);
        json.WriteEndObject();
    }
}
