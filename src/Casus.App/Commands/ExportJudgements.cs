using System.CommandLine;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Commands;

/// <summary><c>casus export judgements</c>: what people judged, as rows to learn from.</summary>
internal static class ExportJudgements
{
    public static Verb Build()
    {
        var format = new Option<string>("--format") { HelpName = "csv|jsonl", Description = "Default: jsonl.", DefaultValueFactory = _ => "jsonl" };
        format.Among("csv", "jsonl");
        Option<string?> verbs = Word("--verb", "VERB", "Only these: accept, reject, correct, same, different or split; several with commas."), fields = Word("--field", "FIELD", $"Only corrections of these fields: {string.Join(", ", Correction.Fields)}; several with commas.");
        Option<string?> kinds = Word("--kind", "KIND", "Only judgements on these: claim, event, actor or story; several with commas."), by = Word("--by", "NAME", "Only by this reviewer: the name, or \"reviewer 1\" and so on.");
        Option<string?> since = Word("--since", "DAY", "Only those made on this day or later (2025-03-01, 2025-03 or 2025)."), until = Word("--until", "DAY", "Only those made on this day or earlier.");
        var whole = new Option<bool>("--all") { Description = "Also those that were withdrawn or that a later one overrules; the column outcome says which." };
        var names = new Option<bool>("--names") { Description = "Name the reviewers. Default: \"reviewer 1\" and so on, the same in every export and release of the store." };
        var columns = new Option<bool>("--columns") { Description = "Print what the columns mean instead." };
        Option<string> output = SharedOptions.Out(), db = SharedOptions.Store();
        var verb = new Verb("judgements", "Write what people judged as rows to learn from: the sentence, what the record said of it, what is right, by whom and when.")
        {
            Notes = ["One row for each claim that was judged; where two events or claims are compared, one for each pair of their claims. Rows stand in the order of judging. A withdrawal is no row: what it withdraws is left out."],
            Examples =
            [
                new("casus export judgements --out judged.jsonl", "All that holds."),
                new("casus export judgements --verb correct --field killed --format csv", "Corrected counts of the killed, for a spreadsheet."),
                new("casus export judgements --verb same,different --since 2025-01-01", "Pairs that tell one happening or two."),
                new("casus export judgements --columns", "What the columns mean."),
            ],
        };
        foreach (Option option in (Option[])[format, verbs, fields, kinds, by, since, until, whole, names, columns, output, db])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            if (p.GetValue(columns))
            {
                Console.Out.Write(TableDocs.Markdown([PublishedTable.Judged]));
                return ExitCode.Ok;
            }

            string[]? wantedVerbs = Among(p.GetValue(verbs), "verdict", [.. Enum.GetValues<JudgementVerb>().Where(v => v != JudgementVerb.Withdraw).Select(v => Json.Word(v))]);
            string[]? wantedFields = Among(p.GetValue(fields), "field", [.. Correction.Fields]), wantedKinds = Among(p.GetValue(kinds), "kind", [.. Enum.GetValues<SubjectKind>().Select(k => Json.Word(k))]);
            (DateOnly? from, DateOnly? to) = FilterWords.Days(p.GetValue(since), p.GetValue(until));
            string? first = from is { } begin ? Json.Day(begin) : null, last = to is { } end ? Json.Day(end) : null, who = p.GetValue(by);
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            List<Judgement> all = JudgementTable.All(store);
            Reviewers numbered = Reviewers.Of(all, named: false);
            if (who is not null && all.TrueForAll(j => who != j.By && who != numbered.Told(j.By)))
            {
                throw Trouble.Usage($"{who} has judged nothing here: `casus show judgements` tells who has.");
            }

            HashSet<string> holds = [.. (p.GetValue(whole) ? all : [.. JudgementBook.Of(all).Effective]).Select(j => j.Id)];
            bool Asked(Judgement j) =>
                holds.Contains(j.Id) && wantedVerbs?.Contains(Json.Word(j.Verb)) != false && wantedKinds?.Contains(Json.Word(j.Subject.Kind)) != false
                && (wantedFields is null || wantedFields.Contains(j.Field)) && (who is null || who == j.By || who == numbered.Told(j.By))
                && (first is null || string.CompareOrdinal(j.At, first) >= 0) && (last is null || string.CompareOrdinal(j.At[..last.Length], last) <= 0);
            IEnumerable<JudgedLine> rows = JudgedRows.Of(all, Asked, JudgementTable.Outcomes(store), p.GetValue(names));
            return ExportCommand.Write(PublishedTable.Judged, rows, p.GetRequiredValue(format), p.GetRequiredValue(output));
        });
        return verb;
    }

    private static Option<string?> Word(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static string[]? Among(string? given, string what, string[] known)
    {
        string[]? words = given?.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words?.FirstOrDefault(w => !known.Contains(w)) is { } stranger ? throw Trouble.Usage($"{stranger} is no {what}: {string.Join(", ", known)}.") : words;
    }
}
