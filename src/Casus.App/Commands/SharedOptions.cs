using System.CommandLine;

namespace Casus.App.Commands;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class SharedOptions
{
    public const string DefaultStore = "casus.db";

    public static Option<string> Store() => new("--db")
    {
        HelpName = "FILE",
        Description = $"The store. Default: {DefaultStore} in the current folder.",
        DefaultValueFactory = _ => DefaultStore,
    };

    public static Option<bool> Json() => new("--json") { Description = "JSON on standard output, for programs." };

    public static Option<string?> Knowledge() => new("--knowledge")
    {
        HelpName = "DIR",
        Description = "Folder with what Casus knows. Default: the one that came with the program.",
    };

    public static Option<string?> Gazetteer() => new("--gazetteer")
    {
        HelpName = "FILE",
        Description = "A GeoNames dump, plain, .gz, .zip or compiled, used beside the places of knowledge/; none for none. Default: $CASUS_GAZETTEER, else what casus gazetteer add has added.",
    };

    public static Option<string> Model()
    {
        var option = new Option<string>("--model")
        {
            HelpName = "accurate|fast",
            Description = "The weights that parse and tell who says what: accurate, or fast, which parses three times as fast, reads articles nearly twice as fast and is about a point less accurate. Default: accurate.",
            DefaultValueFactory = _ => Construction.Accurate,
        };
        option.AcceptOnlyFromAmong(Construction.Accurate, Construction.Fast);
        return option;
    }

    public static Option<int> Jobs()
    {
        var option = new Option<int>("--jobs", "-j")
        {
            HelpName = "N",
            Description = "Threads that work. Default: one for each core. The output is the same with any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            // What is no number at all is told by the parser.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int jobs) && (jobs < 1 || jobs > 256))
            {
                result.AddError($"--jobs {jobs}: give a number from 1 to 256.");
            }
        });
        return option;
    }

    public static Option<string> In() => new("--in")
    {
        HelpName = "FILE|-",
        Description = "JSON Lines to read, plain or .gz. Default: -, standard input.",
        DefaultValueFactory = _ => "-",
    };

    public static Option<string> Out() => new("--out")
    {
        HelpName = "FILE|-",
        Description = "Where to write. Default: -, standard output.",
        DefaultValueFactory = _ => "-",
    };
}
