using System.CommandLine;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus judge</c>: a person's decision on an event, claim, story or actor.</summary>
internal static class JudgeCommand
{
    public const string Variable = "CASUS_REVIEWER";

    public static Verb Build()
    {
        var id = new Argument<string?>("id") { HelpName = "ID", Arity = ArgumentArity.ZeroOrOne, Description = "An event (e-…), claim (c-…), story (s-…) or actor; the first letters are enough, except of actors." };
        var verb = new Argument<string?>("verb") { HelpName = "VERB", Arity = ArgumentArity.ZeroOrOne, Description = "accept, reject, correct FIELD VALUE, same ID, different ID, or split CLAIM...." };
        var words = new Argument<string[]>("words") { HelpName = "WORDS", Arity = ArgumentArity.ZeroOrMore, Description = $"What the verb takes. Fields: {string.Join(", ", Correction.Fields)}." };
        var undo = new Option<string?>("--undo") { HelpName = "J-ID", Description = "Withdraw this judgement; withdrawing a withdrawal brings it back." };
        var noLink = new Option<bool>("--no-link") { Description = "Only note it: the next read, reread, recode or judge links it." };
        Option<string> by = By();
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why; shown wherever the judgement is." };
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        var result = new Verb("judge", "Accept, reject, correct, merge or split what the record says; appended, signed and reversible.")
        {
            Notes =
            [
                "Judgements are never changed or deleted; they survive reading and coding again, by the words that they were made on. What is not there any more waits until it comes back. Of two that say otherwise of the same the later holds, and `casus show judgements` lists the dispute.",
                "Values: counts 46, 46-50, 46+ (at least), none; time 2024-12-24, 2024-12, 2024 or two with / between; place an id or name; initiators and targets ids or names with ; between, =words for people whom knowledge/ does not have.",
            ],
            Examples =
            [
                new("casus judge {event} accept --by anna", "It is right as it stands."),
                new("casus judge {event} correct killed 14 --reason \"The ministry revised it.\"", "Another count; the old one stays as dissent."),
                new("casus judge {event} same {other}", "Two rows tell one happening: they are merged."),
                new("casus judge {event} split {claim} {claim-too}", "Two of its claims tell another happening."),
                new("casus judge {story} same {story-too}", "Two stories are one: the events that they tell have a voice less."),
                new("casus judge {story} split {article}", "An article leaves its story."),
                new("casus judge {new-name} same {actor}", "A name that no file of knowledge has is this actor."),
                new("casus judge --undo j-h3w --reason \"I misread it.\"", "Take a judgement back."),
            ],
        };
        foreach (Argument argument in (Argument[])[id, verb, words])
        {
            result.Add(argument);
        }

        foreach (Option option in (Option[])[undo, by, reason, noLink, db, json, knowledge, gazetteer])
        {
            result.Add(option);
        }

        result.SetAction(p =>
        {
            using CasusStore store = CasusStore.OpenExisting(p.GetRequiredValue(db));
            var world = new Lazy<KnowledgeBase>(() => Construction.LoadWorld(p.GetValue(knowledge), p.GetValue(gazetteer)));
            var judging = new Judging(store, world, Name(p.GetRequiredValue(by)));
            Judgement made = p.GetValue(undo) is { } withdrawn
                ? judging.Withdraw(withdrawn, p.GetValue(reason))
                : judging.Make(
                    p.GetValue(id) ?? throw Trouble.Usage("What is judged? casus judge ID accept; `casus judge --help` has examples."),
                    Parse(p.GetValue(verb) ?? throw Trouble.Usage("And the verdict? accept, reject, correct FIELD VALUE, same ID, different ID, split CLAIM...")),
                    p.GetValue(words) ?? [],
                    p.GetValue(reason));
            if (!p.GetValue(noLink))
            {
                ReadProgress.Say("linking …");
                LinkWriter.Link(store, new Linker(world.Value, Construction.LoadLinks()), world.Value);
            }

            return JudgementList.Show(store, made.Id, p.GetValue(json));
        });
        return result;
    }

    public static Option<string> By() => new("--by")
    {
        HelpName = "NAME",
        Description = "Who judges. Default: $CASUS_REVIEWER, else the name you are logged in by.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) ?? Environment.UserName,
    };

    public static string Name(string by) => string.IsNullOrWhiteSpace(by) ? throw Trouble.Usage("Who judges? Give --by NAME.") : by.Trim();

    private static JudgementVerb Parse(string word) => Enum.GetValues<JudgementVerb>().Where(v => v != JudgementVerb.Withdraw && Json.Word(v) == word.ToLowerInvariant()).Cast<JudgementVerb?>().FirstOrDefault()
        ?? throw Trouble.Usage($"{word} is no verdict: accept, reject, correct FIELD VALUE, same ID, different ID, split CLAIM...; --undo J-ID withdraws.");
}
