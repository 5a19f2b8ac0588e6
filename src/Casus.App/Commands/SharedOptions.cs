using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

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
        option.Among(Construction.Accurate, Construction.Fast);
        return option;
    }

    public static Option<int> Jobs() => Count("Threads that work. Default: one for each core. The output is the same with any number.", Environment.ProcessorCount, 1, 256, "--jobs", "-j");

    /// <summary>At most so many rows.</summary>
    /// <param name="standard">Without the option; 0: all.</param>
    public static Option<int> Limit(string description, int standard = 0) => Count(description, standard, 0, int.MaxValue, "--limit");

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; another one, or none, is refused in one line.</summary>
    public static Option<int> Count(string description, int standard, int least, int most, string name, params string[] aliases) => new(name, aliases)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result => (int?)Whole(result, name, least, most) ?? standard,
    };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<long?> AtLeast(string name, string description, long least) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result => Whole(result, name, least, long.MaxValue),
    };

    /// <summary>A number from 0 to 1 that may be left out.</summary>
    public static Option<double?> Share(string name, string description) => new(name)
    {
        HelpName = "0–1",
        Description = description,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 1)
            {
                return number;
            }

            result.AddError($"{name} {result.Tokens[0].Value}: give a number from 0 to 1.");
            return null;
        },
    };

    /// <summary>Lets an option or argument take these words only.</summary>
    public static void Among(this Option option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => Refuse(result, option.Name, words));
    }

    /// <inheritdoc cref="Among(Option, string[])"/>
    public static void Among(this Argument argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => Refuse(result, "", words));
    }

    private static void Refuse(SymbolResult result, string name, string[] words)
    {
        if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
        {
            result.AddError($"{name} {token.Value}".TrimStart() + $": give one of {string.Join(", ", words)}.");
        }
    }

    private static long? Whole(ArgumentResult result, string name, long least, long most)
    {
        string given = result.Tokens[0].Value;
        if (long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"{name} {given}: give a number from {least}{(most >= int.MaxValue ? "" : $" to {most}")}.");
        return null;
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
