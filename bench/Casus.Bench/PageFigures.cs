using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using Casus.App;
using Casus.Articles;

namespace Casus.Bench;

/// <summary>
/// From a page's bytes to its article, on one thread: pages and megabytes a second of processor time, beside parsing the same markup alone. A folder of
/// saved pages may be named (<c>--pages FOLDER</c>, .html or .html.gz); without one each sample is grown to 170 kB by the clutter of a news site.
/// </summary>
internal static class PageFigures
{
    private const int LeastReadings = 2000, GrownTo = 170_000;

    public static void Print(string? folder)
    {
        Page[] pages = [.. (folder is null ? Grown() : Saved(folder))];
        double bytes = pages.Sum(p => (double)p.Bytes.Length);
        var reader = new ArticleReader(Construction.LoadKnowledge(null));
        string[] markup = [.. pages.Select(p => PageText.Of(p.Bytes.Span, PageFormat.Html).Text)];
        HtmlParser parser = MarkupParsing.NewParser();
        double whole = Best(pages.Length, () => Array.ForEach(pages, p => reader.Read(p)));
        double tree = Best(pages.Length, () => Array.ForEach(markup, m => parser.ParseDocument(m)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages of {bytes / pages.Length / 1000:0} kB: {pages.Length / whole:0} pages/s, {bytes / whole / 1e6:0.0} MB/s; parsing alone {pages.Length / tree:0} pages/s, {100 * tree / whole:0} % of the whole"));
    }

    private static double Best(int pages, Action work)
    {
        double best = double.MaxValue;
        for (int i = 0; i <= Math.Max(3, LeastReadings / pages); i++)
        {
            double begin = CpuClock.Seconds;
            work();
            best = i == 0 ? best : Math.Min(best, CpuClock.Seconds - begin);
        }

        return best;
    }

    private static IEnumerable<Page> Saved(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*.html*").Order(StringComparer.Ordinal))
        {
            using Stream raw = File.OpenRead(file);
            using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
            using var all = new MemoryStream();
            plain.CopyTo(all);
            yield return Page.Of(file, all.ToArray(), PageFormat.Html);
        }
    }

    private static IEnumerable<Page> Grown()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(GeneratedNews.Root(), "samples"), "*.html").Order(StringComparer.Ordinal))
        {
            string page = File.ReadAllText(file);
            var clutter = new System.Text.StringBuilder("<div class=\"related\"><ul>");
            for (int i = 0; page.Length + clutter.Length < GrownTo; i++)
            {
                clutter.Append(CultureInfo.InvariantCulture, $"<li class=\"card item-{i}\"><a href=\"/news/{i}/a-headline-of-another-article\" data-track=\"{{'pos':{i}}}\"><span class=\"kicker\">Region</span> A headline of another article, number {i}</a><time>3 May 2021</time></li>");
                clutter.Append(i % 40 == 39 ? "</ul><script>window.dataLayer=window.dataLayer||[];function track(n){return n.map(function(x){return x*x})}</script><ul>" : "");
            }

            int end = page.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
            yield return Page.Of(file, System.Text.Encoding.UTF8.GetBytes((end < 0 ? page : page[..end]) + clutter + "</ul></div></body></html>"), PageFormat.Html);
        }
    }
}
