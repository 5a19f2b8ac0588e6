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
        var columns = new Option<string?>("--columns")
        {
            Description = $"Which column of a CSV or TSV table is what: KEY=COLUMN,… with the keys {ColumnMap.Keys}. Default: told from the header of a file that ends in .csv or .tsv.",
            HelpName = "MAP",
        };
        var verb = new Verb("annotate", "Annotate articles given as JSON Lines or as rows of a table: one line out for each line or row in, in order. Nothing is stored.")
        {
            Notes =
            [
                "A line is an object with text (taken as it is), html (path of a saved page, of a message (.eml, .mht) or of Markdown, from the input file's folder; .gz allowed) or page (the page itself), and what is known from outside: id, url, published, outlet, title. A line that cannot be read is answered by its id and the reason under \"refused\"; the run goes on.",
                "A table (.csv, .tsv, .gz allowed) has a header and an article a row, as for casus read.",
                "Offsets count Unicode code points of article.text, [begin, end). The format is numbered (\"format\": 1).",
            ],
            Examples =
            [
                new("casus annotate --in articles.jsonl --out annotated.jsonl", "Annotates a file with every core."),
                new("echo '{\"id\":1,\"text\":\"Troops shelled the village.\"}' | casus annotate", "One sentence from standard input."),
                new("casus annotate --in articles.csv --columns id=key,text=body,published=date:dmy", "The rows of a table whose columns have other names."),
                new("casus annotate --gazetteer cities15000.txt < articles.jsonl", "With the world's towns beside the places in knowledge/."),
            ],
        };
        foreach (Option option in (Option[])[input, columns, output, jobs, model, knowledge, gazetteer])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(input), p.GetValue(columns), p.GetRequiredValue(output), p.GetValue(jobs), p.GetRequiredValue(model), p.GetValue(knowledge), p.GetValue(gazetteer)));
        return verb;
    }

    private static int Run(string input, string? columns, string output, int jobs, string model, string? knowledge, string? gazetteer)
    {
        using Stream lines = StandardStreams.OpenInput(input);
        TableFile? table = Table(input, columns, lines);
        Engine engine = Construction.Load(knowledge, gazetteer, model);
        using Stream written = StandardStreams.OpenOutput(output);
        using var interruption = new Interruption();
        string folder = input == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(input))!;
        string name = input == "-" ? "line" : Path.GetFileName(input);
        if (table is null)
        {
            OrderedPipeline.Run<InputLine, ArrayBufferWriter<byte>>(LineReader.Lines(lines), jobs, () => new Annotator(engine, folder, name).Annotate, Write, interruption.Token);
        }
        else
        {
            OrderedPipeline.Run<InputRow, ArrayBufferWriter<byte>>(table.Rows(), jobs, () => new Annotator(engine, folder, name).Annotate, Write, interruption.Token);
        }

        written.Flush();
        return interruption.Asked ? ExitCode.Interrupted : ExitCode.Ok;

        void Write<T>(T _, ArrayBufferWriter<byte> line) => written.Write(line.WrittenSpan);
    }

    /// <summary>Null for JSON Lines. Says what it took the columns for where nobody told.</summary>
    private static TableFile? Table(string input, string? columns, Stream opened)
    {
        if (columns is null && (input == "-" || !TableFile.IsTable(PageFinder.Ending(input))))
        {
            return null;
        }

        _ = columns is null ? 0 : ColumnMap.Stated(columns).Count();
        var table = new TableFile(input, columns, input == "-" ? opened : null);
        if (input != "-" && table.Check() is { } words)
        {
            Console.Error.WriteLine("casus: " + words);
        }

        return table;
    }

    /// <summary>The work of one thread.</summary>
    private sealed class Annotator(Engine engine, string folder, string name)
    {
        private static readonly PairCoding NotCoded = new(null, null, 0, []);

        private readonly Reader reader = engine.NewReader();
        private readonly AnnotationWriter writer = new(engine.Knowledge, engine.Provenance);

        public ArrayBufferWriter<byte> Annotate(InputLine line) => Annotate(InputRows.Parse(line, folder, name));

        public ArrayBufferWriter<byte> Annotate(InputRow row)
        {
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
