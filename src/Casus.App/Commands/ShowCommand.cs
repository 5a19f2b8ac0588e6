using System.CommandLine;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary><c>casus show</c>: lists of what the store holds, one thing in full, or a sentence's tree.</summary>
internal static class ShowCommand
{
    private static readonly string[] Subjects = ["events", "articles", "stories", "episodes", "actors", "claims", "pages", "dyads", "relations", "statistics", "judgements", "sentence"];

    public static Verb Build()
    {
        var what = new Argument<string>("what") { HelpName = "WHAT", Description = "events, articles, stories, episodes, actors, claims, pages, dyads (pairs of actors), relations, statistics, judgements, or sentence for the tree of the words that follow." };
        what.CompletionSources.Add(Subjects);
        var id = new Argument<string?>("id") { HelpName = "ID", Arity = ArgumentArity.ZeroOrOne, Description = "One of them in full; the first letters of its id are enough; an article with who is who in it; a story with what its editions add, drop and change. For sentence: the words." };
        var other = new Argument<string?>("other") { HelpName = "OTHER", Arity = ArgumentArity.ZeroOrOne, Description = "For dyad and relations: the second actor; the first is ID." };
        var by = new Option<string>("--by") { HelpName = "weight|day", Description = $"Order of events. weight: {Queries.WeightSays}. day: the latest first. Default: weight.", DefaultValueFactory = _ => "weight" };
        by.Among("weight", "day");
        var narrowing = new Narrowing();
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        Option<string> model = SharedOptions.Model();
        model.Description += " For sentence, and for who is who in an article.";
        var full = new Option<bool>("--full") { Description = "With one story: also the sentences that its editions share word for word." };
        var verb = new Verb("show", "Show what the store holds: events, articles, stories, episodes, actors, claims, pages, dyads, relations, statistics, judgements; or the tree of a sentence.")
        {
            Examples =
            [
                new("casus show events --type ASSAULT --from 2024-12-01", "Assaults that may have happened since."),
                new("casus show events --actor \"{side}\" --place \"{place}\" --json", "Filters compose; JSON for programs."),
                new("casus show events --type ASSAULT --mode aerial --min-killed 10 --text \"drone OR quadcopter\"", "Also by mode, toll and the words of the sentence."),
                new("casus show story {story}", "The editions of one story in order, with what each adds, drops and changes, and the facts that differ."),
                new("casus show episodes", "Chains of events: what answers, causes or follows what, and the words that say so."),
                new("casus show pages --type refused", "What was not read, and why."),
                new("casus show judgements {event}", "What people have judged of an event, also what holds no more."),
                new("casus show dyads", "The pairs of actors between whom most passed."),
                new("casus show dyad \"{side}\" \"{side-too}\" --from 2021", "What passed between two, month by month, with its turning points."),
                new("casus show relations \"{side}\"", "Who says that they are allied with, part of or hostile to whom."),
                new("casus show statistics --type killed", "Figures about periods by compiler, beside what the record counts."),
                new("casus show sentence \"Troops shelled the village.\"", "The sentence's tree."),
            ],
        };
        verb.Add(what);
        verb.Add(id);
        verb.Add(other);
        narrowing.AddTo(verb);
        verb.Add(by);
        verb.Add(full);
        verb.Add(db);
        verb.Add(json);
        verb.Add(model);
        verb.SetAction(p =>
        {
            string subject = Subject(p.GetRequiredValue(what));
            if (subject == "sentence")
            {
                return SentenceTree.Show(p.GetValue(id) ?? throw Trouble.Usage("What sentence? casus show sentence \"Troops shelled the village.\""), p.GetValue(json), p.GetRequiredValue(model));
            }

            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            Check(narrowing, p, subject);
            Filter filter = subject == "pages" ? narrowing.Read(p) : narrowing.Read(p, store, ofClaims: subject != "events");
            switch (subject)
            {
                case "dyads" when p.GetValue(other) is null && filter is not { From: null, To: null }:
                    throw Trouble.Usage("--from and --to narrow one pair: casus show dyad NAME NAME --from 2021. The list counts the whole record.");
                case "dyads":
                    return p.GetValue(id) is { } one && p.GetValue(other) is { } two
                        ? ShowDyad.Show(store, one, two, filter, filter.Exact, p.GetValue(json))
                        : ShowDyads.Show(store, p.GetValue(id) ?? filter.Actor, filter.Limit, filter.Exact, p.GetValue(json));
                case "episodes":
                    return EpisodeList.Show(store, p.GetValue(id), filter, p.GetValue(json));
                case "judgements":
                    return JudgementList.Show(store, p.GetValue(id), p.GetValue(json));
                case "relations":
                    return ShowRelations.Show(store, p.GetValue(id) ?? filter.Actor ?? throw Trouble.Usage("Relations of whom? casus show relations NAME [NAME]"), p.GetValue(other), p.GetValue(json));
                case "statistics":
                    return ShowStatistics.Show(store, filter, p.GetValue(json));
            }

            if (p.GetValue(other) is { } stray)
            {
                throw Trouble.Usage($"{stray} is one word too many: only dyad and relations take two names.");
            }

            return p.GetValue(id) is { } whole
                ? ShowOne.Show(store, subject, whole, p.GetValue(json), p.GetRequiredValue(model), p.GetValue(full))
                : ShowList.Show(store, subject, filter, p.GetValue(json), p.GetValue(by) == "day");
        });
        return verb;
    }

    private static readonly string[] Times = ["--from", "--to"];

    private static readonly string[] OfClaims = ["--type", "--mode", "--actor", "--place", .. Times, "--min-killed", "--outlet", "--factuality", "--confidence", "--text"];

    private static void Check(Narrowing narrowing, ParseResult parsed, string subject) => narrowing.Refuse(parsed, subject, subject switch
    {
        "events" or "claims" or "articles" or "stories" or "statistics" => OfClaims,
        "dyads" => ["--actor", .. Times],
        "relations" or "actors" => ["--actor"],
        "pages" => ["--type"],
        "episodes" => Times,
        _ => [],
    });

    /// <summary>"event" and "events" mean the same.</summary>
    private static string Subject(string word) =>
        Subjects.FirstOrDefault(s => s.Equals(word, StringComparison.OrdinalIgnoreCase) || Singular(s).Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw Trouble.Usage($"There are no {word} to show: {string.Join(", ", Subjects)}.");

    private static string Singular(string plural) => plural == "stories" ? "story" : plural.TrimEnd('s');
}
