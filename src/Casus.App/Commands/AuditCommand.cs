using System.CommandLine;
using Casus.App.Access;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus audit</c>: what was done in a shared console.</summary>
internal static class AuditCommand
{
    private const int DefaultLimit = 50;

    public static Verb Build()
    {
        var who = new Option<string?>("--who") { HelpName = "NAME", Description = "Only what this one did." };
        var what = new Option<string?>("--what") { HelpName = "WORDS", Description = $"Only this: \"{AuditLog.SignInFailed}\", \"{AuditLog.Judged}\" …, as the log words it." };
        var from = new Option<string?>("--from") { HelpName = "DAY", Description = "From this day on (UTC): 2024-12-31, 2024-12 or 2024." };
        Option<int> limit = SharedOptions.Limit($"Lines, the newest first; 0 for all. Default: {DefaultLimit}.", DefaultLimit);
        Option<string?> access = AccessOptions.File();
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("audit", "Show who signed in, judged, imported and changed who may enter: when, and from where.")
        {
            Notes = ["The log is appended to and never changed. What is only looked at is not noted."],
            Examples =
            [
                new("casus audit", "The last fifty lines."),
                new($"casus audit --what \"{AuditLog.SignInFailed}\" --from 2026-03-01 --limit 0", "Who tried passwords since March."),
                new("casus audit --json --limit 0", "All of it, for programs."),
            ],
        };
        foreach (Option option in (Option[])[who, what, from, limit, db, access, json])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            using AccessFile file = AccessFile.OpenExisting(AccessOptions.Path(p.GetValue(access), p.GetRequiredValue(db)));
            Show(new AuditLog(file).Last(p.GetValue(limit), p.GetValue(who), p.GetValue(what), FilterWords.Day(p.GetValue(from), first: true)), p.GetValue(json));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void Show(List<AuditLine> lines, bool json)
    {
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartArray();
                foreach (AuditLine line in lines)
                {
                    j.WriteStartObject();
                    j.WriteNumber("number", line.Number);
                    j.WriteString("at", line.At);
                    j.WriteString("who", line.Who);
                    j.WriteString("from", line.From);
                    j.WriteString("what", line.What);
                    j.Maybe("detail", line.Detail);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
            });
            return;
        }

        Table table = Screen.Table("when", "who", "from", "what", "detail");
        foreach (AuditLine line in lines)
        {
            table.AddRow(line.At, Screen.Plain(line.Who), Screen.Plain(line.From), line.What, Screen.Plain(line.Detail));
        }

        Screen.Out.Write(table);
    }
}
