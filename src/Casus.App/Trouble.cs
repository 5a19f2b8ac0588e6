namespace Casus.App;

/// <summary>What the program ends with. Documented in <c>casus --help</c> and docs/cli.md.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A check failed, or nothing has the id that was asked for.</summary>
    public const int Findings = 1;

    /// <summary>Also where every page that was to be read was refused.</summary>
    public const int Usage = 2;

    /// <summary>The store cannot be used, or no space is left for it or for a file.</summary>
    public const int Store = 3;

    public const int Interrupted = 130;
}

/// <summary>An expected end of a command: one clear line that says what to do, and the exit code. Never shown with a stack trace.</summary>
internal sealed class Trouble(int exitCode, string message) : Exception(message)
{
    public int Exit { get; } = exitCode;

    /// <summary>True when the same may succeed a moment later.</summary>
    public bool Passing { get; init; }

    public static Trouble Usage(string message) => new(ExitCode.Usage, message);

    /// <summary>A failed file access. A full disk ends alike wherever it is met, in the store or in a file: what was asked was right.</summary>
    public static Trouble Failed(Exception error, string path) => new(ExitOf(error), Of(error, path));

    public static int ExitOf(Exception error) => error is IOException { HResult: NoSpace } ? ExitCode.Store : ExitCode.Usage;

    /// <summary>A failed file access in the user's words.</summary>
    public static string Of(Exception error, string path) => error switch
    {
        FileNotFoundException => $"{path} does not exist: check the path.",
        DirectoryNotFoundException => $"The folder of {path} does not exist: check the path.",
        UnauthorizedAccessException => Directory.Exists(path) ? $"{path} is a folder where a file is needed." : $"{path} may not be read or written: check its permissions.",
        IOException { HResult: NoSpace } => $"No space is left for {path}: free some and run it again.",
        IOException { HResult: ReadOnlyDisk } => $"{path} is on a disk that is mounted read-only: name a place that may be written.",
        _ => $"{path}: {error.Message}",
    };

    /// <summary>ENOSPC on Unix.</summary>
    public const int NoSpace = 28;

    /// <summary>EROFS on Unix.</summary>
    private const int ReadOnlyDisk = 30;
}
