using System.CommandLine;
using System.Text;
using Casus.Language;

namespace Casus.App.Commands;

/// <summary><c>casus parse</c>: text in, CoNLL-U out.</summary>
internal static class ParseCommand
{
    public static Verb Build()
    {
        Option<string> input = SharedOptions.In(), output = SharedOptions.Out();
        input.Description = "Text (or, with --tokens, CoNLL-U) to read. Default: -, standard input.";
        var tokens = new Option<bool>("--tokens") { Description = "The input is CoNLL-U whose tokens and sentence limits are kept." };
        var verb = new Verb("parse", "Parse text: sentences, tokens, lemmas, tags and Universal Dependencies trees as CoNLL-U.")
        {
            Notes = ["Paragraphs are separated by an empty line; no sentence crosses one."],
            Examples =
            [
                new("casus parse < article.txt > article.conllu", "Raw text."),
                new("casus parse --model fast < article.txt", "The smaller network, for much text."),
                new("casus parse --tokens < gold.conllu > parsed.conllu", "Keeps the given tokens and sentence limits."),
            ],
        };
        Option<string> model = SharedOptions.Model();
        verb.Add(tokens);
        verb.Add(model);
        verb.Add(input);
        verb.Add(output);
        verb.SetAction(p => Run(p.GetValue(tokens), p.GetRequiredValue(input), p.GetRequiredValue(output), p.GetRequiredValue(model)));
        return verb;
    }

    private static int Run(bool tokens, string input, string output, string model)
    {
        using Stream stream = StandardStreams.OpenInput(input);
        var writer = new ConlluWriter(Construction.LoadModel(model));
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var written = new StreamWriter(StandardStreams.OpenOutput(output), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        using var interruption = new Interruption();
        foreach (string part in tokens ? writer.ParseTokens(reader) : writer.ParseText(reader))
        {
            if (interruption.Asked)
            {
                return ExitCode.Interrupted;
            }

            written.WriteLine(part);
        }

        return ExitCode.Ok;
    }
}
