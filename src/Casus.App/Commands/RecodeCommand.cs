using System.CommandLine;
using Casus.App.Fetch;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus recode</c>: every stored article coded again with the present program, knowledge and model.</summary>
internal static class RecodeCommand
{
    public static Verb Build()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing. Other programs cannot write to the store meanwhile." };
        Option<string> db = SharedOptions.Store(), model = SharedOptions.Model();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        var verb = new Verb("recode", "Code the stored articles again, with the present program, knowledge and model, and tell what changed, by rule and by type.")
        {
            Notes =
            [
                "It starts from the text of the articles, and so is faster than reread, which reads the pages anew. Articles that were coded with the same program, knowledge, model and gazetteer are passed over.",
                "Each article is put in its place in one transaction. A run that was stopped or killed keeps what it finished; the same command goes on from there. Stories and events are linked again at the end; judgements stay.",
            ],
            Examples =
            [
                new("casus recode", "After patterns or actors in knowledge/ were edited."),
                new("casus recode --dry-run --json", "What would change, for programs."),
            ],
        };
        foreach (Option option in (Option[])[dryRun, db, jobs, json, model, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetValue(dryRun), p.GetRequiredValue(db), p.GetValue(jobs), p.GetValue(json), () => Construction.Load(p.GetValue(knowledge), p.GetValue(gazetteer), p.GetRequiredValue(model))));
        return verb;
    }

    private static int Run(bool dryRun, string db, int jobs, bool json, Func<Engine> load)
    {
        using CasusStore store = CasusStore.OpenExisting(db), look = CasusStore.OpenExisting(db), past = CasusStore.OpenExisting(db);
        Engine engine = load();
        using var interruption = new Interruption();
        var due = new ArticlesToCode(look, engine.Provenance);
        long articles = due.Count();
        var claims = new List<ClaimChange>();

        // A reader in WAL mode sees the record as it was until its transaction ends.
        past.Connection.Run("BEGIN");
        past.Connection.Value<long>("SELECT count(*) FROM state");
        List<RowChange> Work()
        {
            ReadProgress.Run((int)articles, step => Recode(due, store, engine, jobs, claims, step, interruption.Token));
            if (interruption.Asked)
            {
                return [];
            }

            if (LinkWriter.IsDue(store, engine.Knowledge, engine.Links))
            {
                ReadProgress.Say("linking …");
                LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
            }

            Dictionary<string, string> now = claims.Where(c => c is { Kind: "altered", Before: not null }).GroupBy(c => c.Before!).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
            return RecordDiff.Of(DiffRows.OfStore(past, engine.Knowledge), DiffRows.OfStore(store, engine.Knowledge), now);
        }

        List<RowChange> events = dryRun ? store.Try(Work) : Work();
        if (interruption.Asked)
        {
            Console.Error.WriteLine($"casus: stopped; {(dryRun ? "nothing was changed." : $"what was coded is in {db}. The same command goes on from there.")}");
            return ExitCode.Interrupted;
        }

        if (json)
        {
            Screen.WriteJson(writer => Write(writer, articles, dryRun, claims, events));
        }
        else
        {
            Write(Screen.Out, articles, dryRun, claims, events);
        }

        return ExitCode.Ok;
    }

    private static int Recode(ArticlesToCode due, CasusStore store, Engine engine, int jobs, List<ClaimChange> changes, Action<string> step, CancellationToken stop)
    {
        using var writer = new RecodeWriter(store, engine.Provenance, TimeProvider.System.GetUtcNow());
        OrderedPipeline.Run<StoredArticle, (Claims.Reading? Reading, string? Fault)>(
            due.Walk(),
            jobs,
            () =>
            {
                Reader reader = engine.NewReader();
                return article => SafeReading.Code(reader, ArticlesToCode.Article(article));
            },
            (article, coded) =>
            {
                if (coded.Reading is { } reading)
                {
                    changes.AddRange(writer.Replace(article, reading));
                }
                else
                {
                    Console.Error.WriteLine("casus: " + coded.Fault);
                }

                step(article.PageNames[0]);
            },
            stop);
        return changes.Count;
    }

    private static void Write(IAnsiConsole console, long articles, bool dryRun, List<ClaimChange> claims, List<RowChange> events)
    {
        console.MarkupLine(articles == 0 ? "[bold]Nothing to recode:[/] all articles were coded with this program, this knowledge and this model." : $"[bold]{(dryRun ? "would recode" : "recoded")} {Screen.Plural(articles, "article")}[/]");
        foreach ((string name, Func<ClaimChange, string> by) in new (string, Func<ClaimChange, string>)[] { ("claims by type", c => c.Type), ("claims by rule", c => c.Rule) }.Where(_ => claims.Count > 0))
        {
            Table table = Screen.Table(name, "added", "removed", "altered");
            foreach (IGrouping<string, ClaimChange> group in claims.GroupBy(by).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            {
                table.AddRow(Screen.Plain(group.Key), Count(group, "added"), Count(group, "removed"), Count(group, "altered"));
            }

            console.Write(table);
        }

        DiffPage.Write(console, events);
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, long articles, bool dryRun, List<ClaimChange> claims, List<RowChange> events)
    {
        json.WriteStartObject();
        json.WriteBoolean("dryRun", dryRun);
        json.WriteNumber("articles", articles);
        json.WriteStartArray("claims");
        foreach (ClaimChange change in claims)
        {
            json.WriteStartObject();
            json.WriteString("change", change.Kind);
            json.WriteString("id", change.Id);
            json.Maybe("before", change.Before);
            json.WriteString("type", change.Type);
            json.WriteString("rule", change.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("events");
        DiffPage.Write(json, events);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Count(IEnumerable<ClaimChange> changes, string kind) => Screen.Number(changes.Count(c => c.Kind == kind));
}
