namespace Casus.App.Publish;

/// <summary>Prints a page of HTML by a browser of the machine. What is printed is the same each time; the browser writes the hour into the file.</summary>
internal static class ToPdf
{
    /// <exception cref="Trouble">There is no browser, or it printed nothing. The file is then as it was.</exception>
    public static void Write(string html, string path)
    {
        string browser = Chromium.Find() ?? throw Trouble.Usage($"{path}: a PDF is printed by a browser, and neither Chromium nor Chrome is in the PATH: install one, name one in {Chromium.Variable}, or write .html and print that.");
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
            string said = Chromium.Run(browser, page, Path.Combine(draft, "profile"), "--no-pdf-header-footer", $"--print-to-pdf={printed}");
            if (!File.Exists(printed))
            {
                throw Trouble.Usage($"{path}: {browser} printed nothing{(said.Length == 0 ? "" : $" ({said})")}: write .html and print that.");
            }

            File.Move(printed, whole, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }
        finally
        {
            Remove(draft);
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
