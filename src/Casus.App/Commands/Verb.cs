using System.Collections.Immutable;
using System.CommandLine;

namespace Casus.App.Commands;

/// <summary>A command of the program with what its help page and docs/cli.md tell beside the options.</summary>
/// <param name="description">One sentence.</param>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Paragraphs under the first sentence.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<Usage> Examples { get; init; } = [];
}

/// <param name="line">What to type, without the prompt; {keys} of <see cref="SampleNames"/> in it are what the samples have.</param>
internal sealed class Usage(string line, string does)
{
    public string Line { get; } = SampleNames.In(line);

    public string Does { get; } = does;
}
