using System.CommandLine;
using System.CommandLine.Invocation;

namespace Casus.App.Commands;

/// <summary>The version of the program and the hashes of what it knows and has learnt.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine($"casus {CasusCommand.Version} · knowledge {Construction.KnowledgeHash(null)} · model {Construction.ModelHash()}");
        return ExitCode.Ok;
    }
}
