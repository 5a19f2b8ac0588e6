using Casus.App.Publish;

namespace Casus.App.Web;

/// <summary>Makes pictures and papers of our own markup by a browser of the machine, one at a time, in a folder that is gone after.</summary>
internal sealed class Printer : IDisposable
{
    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim free = new(1);

    /// <exception cref="Trouble">There is no browser, or it made nothing.</exception>
    public Task<byte[]> Paper(string html) => Make("page.html", html, "made.pdf", made => ["--no-pdf-header-footer", $"--print-to-pdf={made}"]);

    /// <summary>Two pixels for each unit.</summary>
    public Task<byte[]> Picture(string svg, int width, int height) => Make("page.svg", svg, "made.png", made => ["--hide-scrollbars", "--force-device-scale-factor=2", $"--window-size={width},{height}", $"--screenshot={made}"]);

    public void Dispose() => free.Dispose();

    private async Task<byte[]> Make(string page, string markup, string made, Func<string, string[]> asked)
    {
        string browser = Chromium.Find() ?? throw new Trouble(ExitCode.Store, $"Pictures and papers are made by a browser, and neither Chromium nor Chrome is in the PATH of the console: install one, name one in {Chromium.Variable}, or take the SVG or HTML.");
        if (!await free.WaitAsync(Waiting))
        {
            throw new Trouble(ExitCode.Store, "Others are printing: try again in a moment.") { Passing = true };
        }

        try
        {
            using var folder = new OwnFolder();
            string file = Path.Combine(folder.Path, page), result = Path.Combine(folder.Path, made);
            await File.WriteAllTextAsync(file, markup);
            string said = await Task.Run(() => Chromium.Run(browser, file, Path.Combine(folder.Path, "profile"), asked(result)));
            return File.Exists(result) ? await File.ReadAllBytesAsync(result) : throw new Trouble(ExitCode.Store, $"The browser made nothing{(said.Length == 0 ? "" : $" ({said})")}: take the SVG or HTML.");
        }
        finally
        {
            free.Release();
        }
    }
}
