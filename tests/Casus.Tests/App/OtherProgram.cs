using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Casus.Tests.App;

/// <summary>
/// Programs of others that read what Casus wrote. Where one is not installed its test is skipped; under CI, where .ci/run has installed them, that fails,
/// unless .ci/run says with CASUS_WITHOUT that it could not.
/// </summary>
internal static class OtherProgram
{
    /// <returns>What it printed.</returns>
    /// <param name="needs">Asked first: ends with 0 where all is there.</param>
    public static string Run(string name, string[] needs, string[] run)
    {
        if (Try(needs) is not (0, _, _))
        {
            string without = Environment.GetEnvironmentVariable("CASUS_WITHOUT") ?? "";
            bool excused = Environment.GetEnvironmentVariable("CI") is null || without.Split(' ').Contains(name);
            Assert.True(excused, $"{name} is not installed.");
            Assert.Skip($"{name} is not installed; .ci/run installs it.");
        }

        (int exit, string output, string error) = Try(run)!.Value;
        Assert.True(exit == 0, $"{name}: {error}{output}");
        return output;
    }

    /// <summary>The interpreter of the system, for which the packages of the distribution are; another may come first in the path.</summary>
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static (int Exit, string Output, string Error)? Try(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
