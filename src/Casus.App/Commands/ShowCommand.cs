using System.CommandLine;
using System.Globalization;
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
        var exact = new Option<bool>("--exact") { Description = "For dyads: only what names the actors themselves; without it, also what names those who act for them." };
        var type = new Option<string?>("--type") { HelpName = "TYPE", Description = "Only this type: of events and claims such as ASSAULT, of pages read, empty, duplicate, refused or a reason." };
        var by = new Option<string>("--by") { HelpName = "weight|day", Description = $"Order of events. weight: {Queries.WeightSays}. day: the latest first. Default: weight.", DefaultValueFactory = _ => "weight" };
        by.AcceptOnlyFromAmong("weight", "day");
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
                new("casus show events --actor NAME --place NAME --json", "Filters compose; JSON for programs."),
                new("casus show story s-4k2", "The editions of one story in order, with what each adds, drops and changes, and the facts that differ."),
                new("casus show episodes", "Chains of events: what answers, causes or follows what, and the words that say so."),
                new("casus show pages --type refused", "What was not read, and why."),
                new("casus show judgements e-7tq", "What people have judged of an event, also what holds no more."),
                new("casus show dyads", "The pairs of actors between whom most passed."),
                new("casus show dyad NAME NAME --from 2021", "What passed between two, month by month, with its turning points."),
                new("casus show relations NAME", "Who says that they are allied with, part of or hostile to whom."),
                new("casus show statistics --type killed", "Figures about periods by compiler, beside what the record counts."),
                new("casus show sentence \"Troops shelled the village.\"", "The sentence's tree."),
            ],
        };
        verb.Add(what);
        verb.Add(id);
        verb.Add(other);
        verb.Add(exact);
        verb.Add(type);
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
            Filter filter = narrowing.Read(p) with { Type = p.GetValue(type) };
            switch (subject)
            {
                case "dyads":
                    return p.GetValue(id) is { } one && p.GetValue(other) is { } two
                        ? ShowDyad.Show(store, one, two, filter, p.GetValue(exact), p.GetValue(json))
                        : ShowDyads.Show(store, p.GetValue(id) ?? filter.Actor, filter.Limit, p.GetValue(exact), p.GetValue(json));
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

    /// <summary>"event" and "events" mean the same.</summary>
    private static string Subject(string word) =>
        Subjects.FirstOrDefault(s => s.Equals(word, StringComparison.OrdinalIgnoreCase) || Singular(s).Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw Trouble.Usage($"There are no {word} to show: {string.Join(", ", Subjects)}.");

    private static string Singular(string plural) => plural == "stories" ? "story" : plural.TrimEnd('s');
}

/// <summary>The options that narrow a list.</summary>
internal sealed class Narrowing
{
    private readonly Option<string?> actor = new("--actor") { HelpName = "NAME", Description = "Only with this actor: an id, its last part, a code or part of a name." };
    private readonly Option<string?> place = new("--place") { HelpName = "NAME", Description = "Only at or in this place: an id or part of a name." };
    private readonly Option<string?> from = new("--from") { HelpName = "DAY", Description = "Only what may have happened on this day or later: 2024, 2024-12 or 2024-12-24." };
    private readonly Option<string?> to = new("--to") { HelpName = "DAY", Description = "Only what may have happened on this day or earlier." };
    private readonly Option<int> limit = new("--limit") { HelpName = "N", Description = "At most so many rows. Default: all." };

    public void AddTo(Verb verb)
    {
        foreach (Option option in (Option[])[actor, place, from, to, limit])
        {
            verb.Add(option);
        }
    }

    public Filter Read(ParseResult parsed) => new(null, parsed.GetValue(actor), parsed.GetValue(place), Day(parsed.GetValue(from), first: true), Day(parsed.GetValue(to), first: false), Math.Max(0, parsed.GetValue(limit)));

    /// <summary>A year or month means its first day in --from and its last in --to.</summary>
    private static DateOnly? Day(string? text, bool first)
    {
        if (text is null)
        {
            return null;
        }

        foreach ((string format, Func<DateOnly, DateOnly> last) in ((string, Func<DateOnly, DateOnly>)[])[("yyyy-MM-dd", d => d), ("yyyy-MM", d => d.AddMonths(1).AddDays(-1)), ("yyyy", d => d.AddYears(1).AddDays(-1))])
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return first ? day : last(day);
            }
        }

        throw Trouble.Usage($"{text} is not a day: write 2024, 2024-12 or 2024-12-24.");
    }
}
