using System.Diagnostics;

namespace Casus.App.Publish;

/// <summary>Prints a page of HTML by a browser of the machine. What is printed is the same each time; the browser writes the hour into the file.</summary>
internal static class ToPdf
{
    /// <summary>Names the browser where it is none of the usual.</summary>
    public const string Variable = "CASUS_BROWSER";

    private static readonly string[] Usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <exception cref="Trouble">There is no browser, or it printed nothing. The file is then as it was.</exception>
    public static void Write(string html, string path)
    {
        string browser = Browser() ?? throw Trouble.Usage($"{path}: a PDF is printed by a browser, and neither Chromium nor Chrome is in the PATH: install one, name one in {Variable}, or write .html and print that.");
        string whole = Path.GetFullPath(path), draft = whole + ".partial";
        if (Directory.Exists(whole) || File.Exists(draft) || Directory.Exists(draft))
        {
            throw Trouble.Usage(Directory.Exists(whole) ? $"{path} is a folder: name a file." : $"{draft} is in the way: a run that was cut off left it, or another is printing; delete it if none is.");
        }

        // From here on the draft is this run's own, to be removed by it.
        try
        {
            Directory.CreateDirectory(draft);
            string page = Path.Combine(draft, "brief.html"), printed = Path.Combine(draft, "brief.pdf");
            File.WriteAllText(page, html);
            string said = Print(browser, page, printed, Path.Combine(draft, "profile"));
            if (!File.Exists(printed))
            {
                throw Trouble.Usage($"{path}: {browser} printed nothing{(said.Length == 0 ? "" : $" ({said})")}: write .html and print that.");
            }

            File.Move(printed, whole, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Usage(Trouble.Of(e, path));
        }
        finally
        {
            Remove(draft);
        }
    }

    private static string? Browser()
    {
        string[] names = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : Usual;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe"] : [""];
        return names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).SelectMany(p => endings.Select(e => p + e)).FirstOrDefault(File.Exists);
    }

    /// <returns>The last line of what the browser complains of.</returns>
    private static string Print(string browser, string page, string printed, string profile)
    {
        // Its sandbox refuses to run as the system's administrator; the page holds nothing that runs.
        string[] sandbox = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : [];
        var start = new ProcessStartInfo(browser, [.. sandbox, "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", $"--user-data-dir={profile}", $"--print-to-pdf={printed}", new Uri(page).AbsoluteUri])
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

    private static void Remove(string draft)
    {
        try
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The browser may still hold its profile for a moment; what is left is in a folder that says what it is.
        }
    }
}
