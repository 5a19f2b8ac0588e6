using System.CommandLine;
using System.Text;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus codebook</c>: the event types and their patterns as people read them.</summary>
internal static class CodebookCommand
{
    public static Verb Build()
    {
        var type = new Argument<string?>("type") { HelpName = "TYPE", Arity = ArgumentArity.ZeroOrOne, Description = "An event type such as ASSAULT. Default: a list of all." };
        var markdown = new Option<bool>("--markdown") { Description = "The whole codebook in Markdown (docs/codebook.md)." };
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("codebook", "Show the codebook: definition, inclusions, exclusions, modes and patterns of an event type.")
        {
            Examples =
            [
                new("casus codebook", "The sixteen types."),
                new("casus codebook assault", "One of them, with the patterns that code it and their examples."),
                new("casus codebook --markdown > docs/codebook.md", "The page in docs/."),
            ],
        };
        verb.Add(type);
        verb.Add(markdown);
        verb.Add(json);
        verb.Add(knowledge);
        verb.SetAction(p => Run(Construction.LoadKnowledge(p.GetValue(knowledge)), p.GetValue(type), p.GetValue(markdown), p.GetValue(json)));
        return verb;
    }

    private static int Run(KnowledgeBase knowledge, string? name, bool markdown, bool json)
    {
        if (markdown)
        {
            Console.Out.Write(CodebookPage.Markdown(knowledge));
            return ExitCode.Ok;
        }

        EventType? type = name is null ? null : knowledge.Ontology.Find(name.ToUpperInvariant())
            ?? throw new Trouble(ExitCode.Findings, $"There is no type {name}: {string.Join(", ", knowledge.Ontology.Types.Select(t => t.Name))}.");
        if (json)
        {
            WriteJson(knowledge, type is null ? knowledge.Ontology.Types : [type]);
        }
        else if (type is not null)
        {
            var page = new StringBuilder();
            CodebookPage.Type(page, knowledge, type, "");
            Console.Out.Write(page.ToString().TrimStart());
        }
        else
        {
            List(knowledge);
        }

        return ExitCode.Ok;
    }

    private static void List(KnowledgeBase knowledge)
    {
        Table table = Screen.Table("type", "quad", "score", "CAMEO", "patterns", "what it is");
        foreach (EventType type in knowledge.Ontology.Types.OrderBy(t => t.Quad).ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            table.AddRow(type.Name, Screen.Number(type.Quad), type.Score.ToString(System.Globalization.CultureInfo.InvariantCulture), type.Cameo, Screen.Number(CodebookPage.PatternsOf(knowledge, type).Count()), Screen.Plain(type.Definition));
        }

        Screen.Out.Write(table);
    }

    private static void WriteJson(KnowledgeBase knowledge, IEnumerable<EventType> types)
    {
        Screen.WriteJson(json =>
        {
            json.WriteStartArray();
            foreach (EventType type in types)
            {
                json.WriteStartObject();
                json.WriteString("type", type.Name);
                json.WriteNumber("quad", type.Quad);
                json.WriteNumber("score", type.Score);
                json.WriteString("cameo", type.Cameo);
                json.WriteString("definition", type.Definition);
                json.Strings("includes", type.Includes);
                json.Strings("excludes", type.Excludes);
                json.Strings("modes", type.Modes.Select(m => m.Name));
                json.Strings("codes", type.Crosswalk.Cameo.Concat(type.Modes.SelectMany(m => m.Crosswalk.Cameo)).Distinct());
                json.Strings("decided", type.Decided);
                json.Strings("patterns", CodebookPage.PatternsOf(knowledge, type).Select(p => p.Id));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
