using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What people have judged. Rows are appended, each in a transaction of its own that also gives it its place in the order.</summary>
internal static class JudgementTable
{
    private static readonly Dictionary<string, JudgementVerb> Verbs = Enum.GetValues<JudgementVerb>().ToDictionary(v => Json.Word(v));

    /// <param name="draft">Its id, seq and instant are not looked at.</param>
    /// <param name="now">The run's instant.</param>
    /// <returns>As it was written.</returns>
    public static Judgement Append(CasusStore store, Judgement draft, DateTimeOffset now) => store.Write(() =>
    {
        string at = Json.Instant(now);
        long seq = Last(store) + 1;
        // Without the name: who guesses one could test it against the published id.
        string id = "j-" + ContentHash.Of("judgement", at, Json.Word(draft.Verb), draft.Subject.Id, draft.Other?.Id ?? "", draft.Field ?? "", draft.Value ?? "", draft.Withdraws ?? "", seq.ToString(CultureInfo.InvariantCulture));
        using Statement add = store.Prepare("INSERT INTO judgement (seq, id, made_at, made_by, verb, subject_id, subject, other_id, other, field, value, said, reason, withdraws) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");
        add.Run(seq, id, at, draft.By, Json.Word(draft.Verb), draft.Subject.Id, Write(draft.Subject), draft.Other?.Id, draft.Other is { } other ? Write(other) : null, draft.Field, draft.Value, draft.Said, draft.Reason, draft.Withdraws);
        return draft with { Id = id, Seq = seq, At = at };
    });

    /// <summary>In the order of judging.</summary>
    public static List<Judgement> All(CasusStore store) => store.Read(() =>
    {
        using Statement all = store.Prepare("SELECT id, seq, made_at, made_by, verb, subject, other, field, value, said, reason, withdraws FROM judgement ORDER BY seq");
        return all.Rows(r => new Judgement(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), Verbs[r.GetString(4)], Read(r.GetString(5)), r.Text(6) is { } other ? Read(other) : null, r.Text(7), r.Text(8), r.Text(9), r.Text(10), r.Text(11)));
    });

    public static JudgementBook Book(CasusStore store) => JudgementBook.Of(All(store));

    /// <summary>Seq of the last; 0 when there is none.</summary>
    public static long Last(CasusStore store) => store.Connection.Value<long>("SELECT coalesce(max(seq), 0) FROM judgement");

    /// <summary>Seq of the last that linking knew.</summary>
    public static long LastLinked(CasusStore store)
    {
        using Statement state = store.Prepare("SELECT value FROM state WHERE key = $1");
        return state.Scalar(StateKey.LinkedJudgements) is string seq ? long.Parse(seq, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>By judgement; judgements that came since linking ran have none.</summary>
    public static Dictionary<string, JudgementOutcome> Outcomes(CasusStore store) => store.Read(() =>
    {
        using Statement all = store.Prepare("SELECT judgement_id, outcome, event_id, detail FROM judgement_outcome");
        return all.Rows(r => new JudgementOutcome(r.GetString(0), Enum.Parse<JudgementState>(r.GetString(1), ignoreCase: true), r.Text(2), r.Text(3))).ToDictionary(o => o.JudgementId, StringComparer.Ordinal);
    });

    /// <summary>What people contradict each other in, in plain words.</summary>
    public static List<string> Disputes(CasusStore store) => store.Read(() =>
    {
        using Statement all = store.Prepare("SELECT says FROM judgement_dispute ORDER BY position");
        return all.Rows(r => r.GetString(0));
    });

    /// <summary>To be called in linking's transaction.</summary>
    public static void WriteOutcomes(CasusStore store, ImmutableArray<JudgementOutcome> outcomes, ImmutableArray<JudgementContradiction> disputes, ImmutableArray<LinkContradiction> contradictions)
    {
        using (Statement clear = store.Prepare("DELETE FROM judgement_outcome; DELETE FROM judgement_dispute;"))
        {
            clear.Run();
        }

        using Statement outcome = store.Prepare("INSERT INTO judgement_outcome (judgement_id, outcome, event_id, detail) VALUES ($1, $2, $3, $4)");
        foreach (JudgementOutcome one in outcomes)
        {
            outcome.Run(one.JudgementId, Json.Word(one.State), one.EventId, one.Detail);
        }

        using Statement dispute = store.Prepare("INSERT INTO judgement_dispute (position, holds, judgements, says) VALUES ($1, $2, $3, $4)");
        long position = 0;
        foreach (JudgementContradiction one in disputes)
        {
            dispute.Run(position++, one.Holds, string.Join(' ', one.Judgements), one.Says);
        }

        foreach (LinkContradiction one in contradictions)
        {
            dispute.Run(position++, null, "", $"The claims {one.ClaimA} and {one.ClaimB} are judged to tell two happenings and also to tell one ({string.Join(" = ", one.Path)}): they stay apart.");
        }
    }

    private static string Write(JudgementSubject subject) => JsonSerializer.Serialize(subject, Records.Json.JudgementSubject);

    private static JudgementSubject Read(string json) => JsonSerializer.Deserialize(json, Records.Json.JudgementSubject)!;
}
