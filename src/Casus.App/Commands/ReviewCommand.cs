using System.CommandLine;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus review</c>: works through what is uncertain, the most consequential first.</summary>
internal static class ReviewCommand
{
    private static readonly (string Word, ReviewKind Kind)[] Kinds = [("events", ReviewKind.Event), ("pairs", ReviewKind.Pair), ("names", ReviewKind.Name), ("stories", ReviewKind.Story)];

    public static Verb Build()
    {
        var what = new Option<string>("--what") { HelpName = "KIND", Description = "Ask only about these, several with commas: events (uncertain ones), pairs (events that linking nearly joined), names (actors that no file of knowledge has), stories (texts that nearly are one). Default: all." };
        Option<int> limit = SharedOptions.Limit("At most so many. Default: 0, all.");
        var list = new Option<bool>("--list") { Description = "Only list what waits for review." };
        var second = new Option<bool>("--second") { Description = "Ask about events that others have judged and you have not: a second opinion, given without seeing the first. What others corrected is shown as it was coded." };
        var agreement = new Option<bool>("--agreement") { Description = "How far reviewers agree: Cohen's kappa of each pair, Krippendorff's alpha of all." };
        Option<string> by = JudgeCommand.By(), db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("review", "Work through what is uncertain, the most consequential first, and judge it by single keys.")
        {
            Notes =
            [
                $"Keys of an event: {ReviewDesk.KeysOf(ReviewKind.Event)}. Of two events or stories: {ReviewDesk.KeysOf(ReviewKind.Pair)}. Of a name: {ReviewDesk.KeysOf(ReviewKind.Name)}. Each judgement is kept as soon as it is made; linking runs at the end. Keys may also come from a file or pipe.",
                "The order is doubt (weak claims, dissent, unnamed parties) × victims × stories; of a pair how near the weights are to joining; of a name in how many articles it stands. Pairs are sought around the weightiest events. What somebody has judged is left out.",
            ],
            Examples =
            [
                new("casus review --by anna", "Begin, or go on."),
                new("casus review --what pairs,stories", "Only what may be one."),
                new("casus review --what names --list", "Names that wait for somebody who knows them."),
                new("casus review --list --json", "What waits, for programs."),
                new("casus review --second --by ben", "What others have judged, without seeing how."),
                new("casus review --agreement", "Whether two reviewers judge alike."),
            ],
        };
        foreach (Option option in (Option[])[what, limit, list, second, agreement, by, db, json, knowledge])
        {
            verb.Add(option);
        }

        verb.SetAction(p =>
        {
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            if (p.GetValue(agreement))
            {
                return ReviewAgreement.Show(store, p.GetValue(json));
            }

            var world = new Lazy<KnowledgeBase>(() => Construction.LoadWorld(p.GetValue(knowledge)));
            var linker = new Lazy<Linker>(() => new Linker(world.Value, Construction.LoadLinks()));
            string reviewer = JudgeCommand.Name(p.GetRequiredValue(by));
            bool isSecond = p.GetValue(second);
            ReviewKind[] kinds = Asked(p.GetValue(what));
            if (isSecond && !kinds.Contains(ReviewKind.Event))
            {
                throw Trouble.Usage("A second opinion is given on events: leave --what out.");
            }

            var questions = new ReviewQuestions(store, () => linker.Value);
            AsCoded? shown = isSecond ? new AsCoded(store, linker.Value, world.Value, reviewer) : null;
            var queue = shown is not null ? questions.Second(reviewer, shown, p.GetValue(limit)) : questions.First(kinds, p.GetValue(limit));
            return p.GetValue(list) || p.GetValue(json)
                ? ReviewList.Show(queue, p.GetValue(json))
                : new ReviewDesk(store, world, linker, reviewer, shown).Work(queue);
        });
        return verb;
    }

    private static ReviewKind[] Asked(string? what) => what is null
        ? [.. Kinds.Select(k => k.Kind)]
        : [.. what.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => Kinds.Where(k => k.Word == w).Select(k => (ReviewKind?)k.Kind).FirstOrDefault() ?? throw Trouble.Usage($"There are no {w} to review: {string.Join(", ", Kinds.Select(k => k.Word))}."))];
}
