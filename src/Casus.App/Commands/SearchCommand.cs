using System.CommandLine;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus search</c>: sentences of the record that hold words.</summary>
internal static class SearchCommand
{
    private const int Shown = 20, ShownEvents = 3;

    public static Verb Build()
    {
        var words = new Argument<string[]>("words") { HelpName = "WORDS", Arity = ArgumentArity.OneOrMore, Description = "All must stand in one sentence, in any of their forms. \"side by side\", begin*, OR and -not are understood." };
        var narrowing = new Narrowing();
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("search", "Find sentences by their words, the best first, each with its article and the events that it tells.")
        {
            Notes = ["Words are found in any form of English (attack, attacked, attacks), whatever the case of letters and the accents. A sentence that several articles print is shown once. The options narrow to articles with a claim that fits all of them; --from and --to to days of publication. --limit: 20 unless given; 0 for all."],
            Examples =
            [
                new("casus search drone market", "Sentences with both words."),
                new("casus search '\"border crossing\" OR mosque' --from 2024 --outlet {outlet}", "One of the two, as one outlet told it since 2024."),
                new("casus search ceasefire -talks --json", "For programs."),
            ],
        };
        verb.Add(words);
        narrowing.AddTo(verb, "--text");
        verb.Add(db);
        verb.Add(json);
        verb.SetAction(p =>
        {
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            Filter filter = narrowing.Read(p, store, ofClaims: true);
            filter = narrowing.HasLimit(p) ? filter : filter with { Limit = Shown };
            (List<FoundSentence> found, long all, object?[]? _) = new SentenceSearch(store).Find(string.Join(' ', p.GetRequiredValue(words)), filter);
            return p.GetValue(json) ? Write(found) : Print(found, all);
        });
        return verb;
    }

    private static int Print(List<FoundSentence> found, long all)
    {
        foreach (FoundSentence sentence in found)
        {
            string[] known = [sentence.Outlet ?? "", sentence.Published ?? "", sentence.Title is { } title ? $"“{Screen.Shortened(title, 80)}”" : ""];
            string[] events = sentence.Events?.Split(' ') ?? [];
            string told = events.Length == 0 ? "" : $" tells {string.Join(' ', events.Take(ShownEvents).Select(e => e[..8]))}{(events.Length > ShownEvents ? " …" : "")}";
            string others = sentence.Others == 0 ? "" : $" and {Screen.Plural(sentence.Others, "other")}";
            Screen.Out.MarkupLine($"[grey]{sentence.ArticleId[..8]}[/] {Screen.Plain(string.Join(" · ", known.Where(k => k.Length > 0)))}{others}[grey]{told}[/]");
            Screen.Out.MarkupLine("  " + Screen.Plain(sentence.Marked).Replace(SentenceSearch.Begin.ToString(), "[bold yellow]⟦", StringComparison.Ordinal).Replace(SentenceSearch.End.ToString(), "⟧[/]", StringComparison.Ordinal));
        }

        Screen.Out.MarkupLine($"[grey]{(all == 0 ? "no sentence holds these words" : $"{Screen.Plural(found.Count, "sentence")} of {(all > SentenceSearch.Ranked && found.Count < all ? $"more than {Screen.Number(SentenceSearch.Ranked)}: the best of those that were read last" : $"{Screen.Number(all)}, reprints included in the latter")}")}[/]");
        return ExitCode.Ok;
    }

    private static int Write(List<FoundSentence> found)
    {
        Screen.WriteJson(json =>
        {
            json.WriteStartArray();
            foreach (FoundSentence sentence in found)
            {
                json.WriteStartObject();
                json.WriteString("article", sentence.ArticleId);
                json.WriteNumber("sentence", sentence.Number);
                json.WriteString("text", sentence.Text);
                json.Maybe("title", sentence.Title);
                json.Maybe("outlet", sentence.Outlet);
                json.Maybe("published", sentence.Published);
                json.Maybe("address", sentence.Address);
                json.Strings("events", [.. sentence.Events?.Split(' ') ?? []]);
                json.WriteNumber("otherArticles", sentence.Others);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return ExitCode.Ok;
    }
}
