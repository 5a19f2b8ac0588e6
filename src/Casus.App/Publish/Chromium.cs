using System.Diagnostics;

namespace Casus.App.Publish;

/// <summary>A browser of the machine that prints and draws files of our own; nothing in them runs or is fetched.</summary>
internal static class Chromium
{
    /// <summary>Names the browser where it is none of the usual.</summary>
    public const string Variable = "CASUS_BROWSER";

    private static readonly string[] Usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <returns>Null where there is none.</returns>
    public static string? Find()
    {
        string[] names = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : Usual;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe"] : [""];
        return names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).SelectMany(p => endings.Select(e => p + e)).FirstOrDefault(File.Exists);
    }

    /// <returns>The last line of what the browser complains of.</returns>
    /// <param name="page">File that is opened.</param>
    /// <param name="profile">Folder that it may fill.</param>
    public static string Run(string browser, string page, string profile, params ReadOnlySpan<string> asked)
    {
        // Its sandbox refuses to run as the system's administrator; the page holds nothing that runs.
        string[] sandbox = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
        var start = new ProcessStartInfo(browser, [.. sandbox, "--headless", "--disable-gpu", "--no-first-run", $"--user-data-dir={profile}", .. asked, new Uri(page).AbsoluteUri])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return "it did not end in time";
            }

            _ = output.Result;
            return error.Result.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
