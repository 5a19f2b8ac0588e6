using System.CommandLine;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus review</c>: works through events that are uncertain, the most consequential first.</summary>
internal static class ReviewCommand
{
    private const string Keys = "a accept · r reject · c correct · m merge · s skip · u undo · q quit · ? help";

    public static Verb Build()
    {
        var list = new Option<bool>("--list") { Description = "Only list what waits for review." };
        var agreement = new Option<bool>("--agreement") { Description = "How far reviewers agree: Cohen's kappa of each pair, Krippendorff's alpha of all." };
        Option<string> by = JudgeCommand.By(), db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("review", "Work through what is uncertain, the most consequential first, and judge it by single keys.")
        {
            Notes = [$"Keys: {Keys}. Each judgement is kept as soon as it is made; linking runs at the end. Keys may also come from a file or pipe. The order is doubt (weak claims, dissent, unnamed parties) × victims × stories; what somebody has judged is left out."],
            Examples = [new("casus review --by anna", "Begin, or go on."), new("casus review --list --json", "What waits, for programs."), new("casus review --agreement", "Whether two reviewers judge alike.")],
        };
        foreach (Option option in (Option[])[list, agreement, by, db, json, knowledge])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            if (p.GetValue(agreement))
            {
                return ShowAgreement(store);
            }

            (double Score, Event Told)[] queue = [.. new ReviewQueue(store).First(0).Events];
            return p.GetValue(list) || p.GetValue(json)
                ? List(queue, p.GetValue(json))
                : Work(store, queue, JudgeCommand.Name(p.GetRequiredValue(by)), new(() => Construction.LoadWorld(p.GetValue(knowledge))));
        });
        return verb;
    }

    private static int List((double Score, Event Told)[] queue, bool asJson)
    {
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach ((double score, Event told) in queue)
                {
                    json.WriteStartObject();
                    json.WriteString("id", told.Id);
                    json.WriteNumber("score", Math.Round(score, 3));
                    json.WriteString("type", told.Type);
                    json.WriteString("says", EventExplainer.Says(told));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        foreach ((double score, Event told) in queue)
        {
            Console.Out.WriteLine($"{score.ToString("0.00", CultureInfo.InvariantCulture),8}  {told.Id}  {told.Type}  {EventExplainer.Says(told)}");
        }

        return ExitCode.Ok;
    }

    private static int Work(CasusStore store, (double Score, Event Told)[] queue, string by, Lazy<KnowledgeBase> world)
    {
        var judging = new Judging(store, world, by);
        var made = new Stack<string>();
        for (int i = 0; i < queue.Length; i++)
        {
            string id = queue[i].Told.Id;
            ExplanationPage.Write(Screen.Out, new EventExplainer(new Lookup(store)).Explain(queue[i].Told), oneField: false);
            for (bool next = false; !next;)
            {
                Console.Out.Write($"{i + 1} of {queue.Length} · {Keys} > ");
                string line = Console.In.ReadLine()?.Trim() ?? "q";
                string[] words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
                try
                {
                    switch (words.FirstOrDefault())
                    {
                        case "a": Made(judging.Make(id, JudgementVerb.Accept, [], null)); next = true; break;
                        case "r": Made(judging.Make(id, JudgementVerb.Reject, [], null)); next = true; break;
                        case "c": Made(judging.Make(id, JudgementVerb.Correct, words[1..], null)); break;
                        case "m": Made(judging.Make(id, JudgementVerb.Same, words[1..], null)); next = true; break;
                        case "s": next = true; break;
                        case "u" when made.TryPop(out string? last): judging.Withdraw(last, null); Console.Out.WriteLine($"withdrew {last}"); break;
                        case "q": return Finish(store, world);
                        default: Console.Out.WriteLine($"{Keys}, each followed by Enter; c FIELD VALUE, m EVENT"); break;
                    }
                }
                catch (Trouble trouble)
                {
                    Console.Out.WriteLine(trouble.Message);
                }
            }
        }

        return Finish(store, world);

        void Made(Judgement judgement)
        {
            made.Push(judgement.Id);
            Console.Out.WriteLine($"{judgement.Id}: {JudgementBook.Saying(judgement)}");
        }
    }

    private static int Finish(CasusStore store, Lazy<KnowledgeBase> world)
    {
        if (JudgementTable.Last(store) != JudgementTable.LastLinked(store))
        {
            ReadProgress.Say("linking …");
            LinkWriter.Link(store, new Linker(world.Value, Construction.LoadLinks()), world.Value);
        }

        return ExitCode.Ok;
    }

    private static int ShowAgreement(CasusStore store)
    {
        ReviewLabel[] labels = [.. JudgedMatter.Labels(JudgementTable.Book(store))];
        string[] reviewers = [.. labels.Select(l => l.Reviewer).Distinct().Order(StringComparer.Ordinal)];
        string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined";
        for (int i = 0; i < reviewers.Length; i++)
        {
            for (int j = i + 1; j < reviewers.Length; j++)
            {
                PairAgreement pair = Agreement.Cohen(labels, reviewers[i], reviewers[j]);
                Console.Out.WriteLine($"{pair.First} and {pair.Second}: n = {pair.Units}, agreed {Number(pair.Observed)}, kappa {Number(pair.Kappa)}");
                foreach ((string first, string second, int count) in pair.Table)
                {
                    Console.Out.WriteLine($"  {first} / {second}: {count}");
                }
            }
        }

        (double? alpha, int pairable) = Agreement.Krippendorff(labels);
        Console.Out.WriteLine($"Krippendorff's alpha {Number(alpha)} over {pairable} labels of {Screen.Plural(reviewers.Length, "reviewer")}");
        return ExitCode.Ok;
    }
}
