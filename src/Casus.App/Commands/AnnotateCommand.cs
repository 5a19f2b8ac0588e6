using System.Buffers;
using System.CommandLine;
using System.Text.Json;
using Casus.App.Fetch;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Claims;

namespace Casus.App.Commands;

/// <summary><c>casus annotate</c>: JSON Lines in, one annotated article a line out, in input order.</summary>
internal static class AnnotateCommand
{
    public static Verb Build()
    {
        Option<string> input = SharedOptions.In(), output = SharedOptions.Out();
        Option<int> jobs = SharedOptions.Jobs();
        Option<string?> knowledge = SharedOptions.Knowledge(), gazetteer = SharedOptions.Gazetteer();
        Option<string> model = SharedOptions.Model();
        var verb = new Verb("annotate", "Annotate articles given as JSON Lines: one line out for each line in, in order. Nothing is stored.")
        {
            Notes =
            [
                "A line is an object with text (taken as it is), html (path of a saved page, of a message (.eml, .mht) or of Markdown, from the input file's folder; .gz allowed) or page (the page itself), and what is known from outside: id, url, published, outlet, title. A line that cannot be read is answered by its id and the reason under \"refused\"; the run goes on.",
                "Offsets count Unicode code points of article.text, [begin, end). The format is numbered (\"format\": 1).",
            ],
            Examples =
            [
                new("casus annotate --in articles.jsonl --out annotated.jsonl", "Annotates a file with every core."),
                new("echo '{\"id\":1,\"text\":\"Troops shelled the village.\"}' | casus annotate", "One sentence from standard input."),
                new("casus annotate --gazetteer cities15000.txt < articles.jsonl", "With the world's towns beside the places in knowledge/."),
            ],
        };
        foreach (Option option in (Option[])[input, output, jobs, model, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(input), p.GetRequiredValue(output), p.GetValue(jobs), p.GetRequiredValue(model), p.GetValue(knowledge), p.GetValue(gazetteer)));
        return verb;
    }

    private static int Run(string input, string output, int jobs, string model, string? knowledge, string? gazetteer)
    {
        using Stream lines = StandardStreams.OpenInput(input);
        Engine engine = Construction.Load(knowledge, gazetteer, model);
        using Stream written = StandardStreams.OpenOutput(output);
        using var interruption = new Interruption();
        string folder = input == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(input))!;
        string name = input == "-" ? "line" : Path.GetFileName(input);
        OrderedPipeline.Run<InputLine, ArrayBufferWriter<byte>>(
            LineReader.Lines(lines),
            jobs,
            () => new Annotator(engine, folder, name).Annotate,
            (_, line) => written.Write(line.WrittenSpan),
            interruption.Token);
        written.Flush();
        return interruption.Asked ? ExitCode.Interrupted : ExitCode.Ok;
    }

    /// <summary>The work of one thread.</summary>
    private sealed class Annotator(Engine engine, string folder, string name)
    {
        private static readonly PairCoding NotCoded = new(null, null, 0, []);

        private readonly Reader reader = engine.NewReader();
        private readonly AnnotationWriter writer = new(engine.Knowledge, engine.Provenance);

        public ArrayBufferWriter<byte> Annotate(InputLine line)
        {
            InputRow row = InputRows.Parse(line, folder, name);
            var bytes = new ArrayBufferWriter<byte>(4096);
            using (var json = new Utf8JsonWriter(bytes, Json.Line))
            {
                if (row.Page is null)
                {
                    AnnotationWriter.WriteRefusal(json, row.Id, $"{name}:{row.Line}", row.Problem!);
                }
                else
                {
                    Write(json, row, row.Page);
                }
            }

            bytes.Write("\n"u8);
            return bytes;
        }

        private void Write(Utf8JsonWriter json, InputRow row, Page page)
        {
            switch (SafeReading.Read(reader, page))
            {
                case PageRead read:
                    writer.Write(json, row.Id, read, [.. row.Pairs.Select(p => read.Reading is { } reading ? reader.CodePair(reading, p.Initiator, p.Target) : NotCoded)]);
                    break;
                case PageRefused refused:
                    AnnotationWriter.WriteRefusal(json, row.Id, page.Id, refused.Why);
                    break;
            }
        }
    }
}
