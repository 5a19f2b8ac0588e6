using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Samples;

/// <summary>
/// The README shows what <c>casus read samples/</c> prints. After a change that shows there: CASUS_README=write dotnet test
/// --filter FullyQualifiedName~ReadmeTests.
/// </summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Begin = "<!-- excerpt: begin -->\n", End = "<!-- excerpt: end -->";
    private const int ShownLines = 24;

    private readonly string folder = Directory.CreateTempSubdirectory("casus-readme").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_excerpt_is_what_the_program_prints()
    {
        string readme = Repository.Text("README.md").ReplaceLineEndings("\n");
        int from = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = readme.IndexOf(End, StringComparison.Ordinal);
        string excerpt = Excerpt(ReadSamples());
        if (Environment.GetEnvironmentVariable("CASUS_README") == "write")
        {
            File.WriteAllText(Repository.Path("README.md"), readme[..from] + excerpt + readme[to..]);
            return;
        }

        Assert.Equal(readme[from..to], excerpt);
    }

    private static string Excerpt(string output)
    {
        string[] lines = [.. Seconds().Replace(output, "in … s").ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(l => l.TrimEnd())];
        int next = Array.FindLastIndex(lines, l => l.Length == 0);
        IEnumerable<string> shown = next <= ShownLines ? lines : [.. lines[..ShownLines], "…", .. lines[next..]];
        return $"```\n{string.Join('\n', shown)}\n```\n";
    }

    /// <summary>The built program, run as users run it, beside a copy of samples/.</summary>
    private string ReadSamples()
    {
        string samples = Directory.CreateDirectory(Path.Combine(folder, "samples")).FullName;
        foreach (string file in Repository.Files("samples", "*"))
        {
            File.Copy(Repository.Path(file), Path.Combine(samples, Path.GetFileName(file)));
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Casus.App.dll"), "read", "samples/"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    [GeneratedRegex(@"in \d+(\.\d+)? s\b")]
    private static partial Regex Seconds();
}
