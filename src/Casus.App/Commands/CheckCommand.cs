using System.CommandLine;
using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus check</c>: is knowledge/ sound, and do its examples hold?</summary>
internal static class CheckCommand
{
    public static Verb Build()
    {
        Option<string?> knowledge = SharedOptions.Knowledge();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("check", "Check knowledge: every file, and every pattern's yes: and no: sentences.")
        {
            Notes = ["Ends with 1 when there is anything to mend; every problem is named by file and line."],
            Examples =
            [
                new("casus check", "The knowledge that came with the program."),
                new("casus check --knowledge ./knowledge", "A folder you are working on."),
            ],
        };
        verb.Add(knowledge);
        verb.Add(json);
        verb.SetAction(p => Run(p.GetValue(knowledge), p.GetValue(json)));
        return verb;
    }

    private static int Run(string? folder, bool json)
    {
        IReadOnlyList<KnowledgeFile> files = Construction.KnowledgeFiles(folder);
        KnowledgeLoad load = Construction.CheckedKnowledge(files);
        if (load.Knowledge is not { } knowledge)
        {
            return Report(json, files.Count, 0, 0, [.. load.Problems.Select(p => p.ToString())]);
        }

        var reader = new Reader(knowledge, Construction.LoadModel(), Construction.LoadMentionModels());
        IReadOnlyList<ExampleFailure> failures = PatternExamples.Check(knowledge, text => ReadSentence(reader, text));
        int examples = knowledge.Patterns.Sum(p => p.Yes.Length + p.No.Length) + knowledge.Changes.Sum(c => c.Yes.Length + c.No.Length);
        return Report(json, files.Count, knowledge.Patterns.Length + knowledge.Changes.Length, examples, [.. failures.Select(f => f.ToString())]);
    }

    private static Reading ReadSentence(Reader reader, string text) => reader.Read(Page.Of("example", Encoding.UTF8.GetBytes(text), PageFormat.PlainText)) switch
    {
        PageRead read => read.Reading ?? reader.Code(read.Article), // one sentence may be too little to tell its language by
        PageRefused refused => throw Trouble.Usage($"The example \"{text}\" is refused: {refused.Why.Detail}"),
        var other => throw new InvalidOperationException($"An outcome of no known kind: {other.GetType().Name}."),
    };

    private static int Report(bool asJson, int files, int patterns, int examples, string[] problems)
    {
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("files", files);
                json.WriteNumber("patterns", patterns);
                json.WriteNumber("examples", examples);
                json.Strings("problems", problems);
                json.WriteEndObject();
            });
        }
        else
        {
            foreach (string problem in problems)
            {
                Console.Out.WriteLine(problem);
            }

            Console.Out.WriteLine($"{Screen.Plural(files, "file")}, {Screen.Plural(patterns, "pattern")}, {Screen.Plural(examples, "example")}: {(problems.Length == 0 ? "nothing to mend" : Screen.Plural(problems.Length, "problem"))}.");
        }

        return problems.Length == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}
