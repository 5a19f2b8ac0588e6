using System.Text.Json;
using System.Text.RegularExpressions;
using Casus.App;
using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Briefs: no sentence without evidence, every number resolves, every quote stands in its article, and nothing of an article runs.</summary>
public sealed partial class BriefTests(AskedRecord record) : IClassFixture<AskedRecord>
{
    private static readonly string[] Question = ["--actors", "Pakistan,Afghan Taliban", "--since", "2024-10", "--until", "2025-12"];

    private readonly Workplace place = record.Place;

    [Fact]
    public void Every_sentence_ends_with_numbers_that_lead_to_words_of_an_article()
    {
        string[] lines = Markdown(Question).Split('\n');
        int sources = Array.IndexOf(lines, "## Sources");
        Dictionary<int, string> quoted = Quotes(lines[sources..]);

        Assert.NotEmpty(quoted);
        Assert.Equal(Enumerable.Range(1, quoted.Count), quoted.Keys);
        var cited = new HashSet<int>();
        foreach (string line in lines[..sources].Where(l => l.Length > 0 && l[0] is not ('#' or '|' or '<')))
        {
            Match end = Ending().Match(line);
            Assert.True(end.Success, line);
            cited.UnionWith(Numbers(end.Groups[1].Value));
        }

        foreach (string row in lines[..sources].Where(l => Row().IsMatch(l)))
        {
            cited.UnionWith(Numbers(Row().Match(row).Groups[1].Value));
        }

        Assert.Equal(quoted.Keys, cited.Order());
        Assert.Contains("## In short", lines);
        Assert.Contains("## What happened", lines);
        Assert.Contains("## Rival accounts", lines);
        Assert.Contains("## Where", lines);
    }

    [Fact]
    public void Tables_of_accounts_and_figures_cite_in_every_row()
    {
        JsonElement brief = Json(Question);
        JsonElement[] accounts = [.. brief.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("heading").GetString() == "Rival accounts").GetProperty("parts").EnumerateArray().Where(p => p.TryGetProperty("rows", out _)).SelectMany(p => p.GetProperty("rows").EnumerateArray())];
        int sources = brief.GetProperty("sources").GetArrayLength();

        Assert.True(accounts.Length > 1);
        Assert.All(accounts, a => Assert.NotEmpty(a.GetProperty("citations").EnumerateArray()));
        Assert.All(accounts.SelectMany(a => a.GetProperty("citations").EnumerateArray()), n => Assert.InRange(n.GetInt32(), 1, sources));
    }

    /// <summary>A claim may take a party over from another sentence about the same event, which another voice spoke.</summary>
    [Fact]
    public void A_voice_is_given_only_the_parties_that_its_own_words_name()
    {
        JsonElement brief = Json("--told", "400");
        Dictionary<int, string> quotes = brief.GetProperty("sources").EnumerateArray().ToDictionary(s => s.GetProperty("number").GetInt32(), s => s.GetProperty("quote").GetString()!);
        JsonElement[] rows = [.. brief.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("heading").GetString() == "Rival accounts").GetProperty("parts").EnumerateArray().Where(p => p.TryGetProperty("rows", out _)).SelectMany(p => p.GetProperty("rows").EnumerateArray())];

        int named = 0;
        foreach (JsonElement row in rows)
        {
            string words = string.Join(' ', row.GetProperty("citations").EnumerateArray().Select(n => quotes[n.GetInt32()]));
            foreach (Match party in Party().Matches(row.GetProperty("cells")[0].GetString()!))
            {
                named++;
                Assert.All(Quoted().Matches(party.Value), q => Assert.Contains(q.Groups[1].Value.TrimEnd('…'), words, StringComparison.Ordinal));
            }
        }

        Assert.True(named > 0);
    }

    [Fact]
    public void The_time_before_stands_beside_where_a_first_day_is_asked()
    {
        string asked = Markdown("--place", "Paktika", "--since", "2024-12-20", "--until", "2024-12-31"), open = Markdown("--place", "Paktika");

        Assert.Contains("12 days from 20 December 2024", asked, StringComparison.Ordinal);
        Assert.Contains("12 days before", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("days before", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_matches_it_says_what_would_widen_the_question()
    {
        Ran ran = place.Run("brief", "--actors", "Pakistan", "--outlet", "The Evening Nothing");

        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Contains("0 without --actors Pakistan", ran.Error, StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* without --outlet The Evening Nothing", ran.Error);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        Assert.Equal(ExitCode.Ok, place.Run(["brief", .. Question, "--out", "one.html"]).Exit);
        Assert.Equal(ExitCode.Ok, place.Run(["brief", .. Question, "--out", "two.html"]).Exit);

        Assert.Equal(File.ReadAllBytes(place.Path("one.html")), File.ReadAllBytes(place.Path("two.html")));
        Assert.Equal(Markdown(Question), Markdown(Question));
    }

    [Fact]
    public void A_page_stands_alone_and_its_numbers_lead_to_its_sources()
    {
        Assert.Equal(ExitCode.Ok, place.Run(["brief", .. Question, "--out", "alone.html"]).Exit);
        string page = File.ReadAllText(place.Path("alone.html"));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(" (src|srcset|onload|onerror)=", page);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        string[] targets = [.. Links().Matches(page).Select(m => m.Groups[1].Value).Distinct()];
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.Contains($"<li id=\"{t}\">", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--between needs two", "--actors", "Pakistan", "--between")]
    [InlineData("nothing lies between", "--since", "2025", "--until", "2024")]
    [InlineData("Nobody is called", "--actors", "Nobody at all")]
    [InlineData(".md, .html or .pdf", "--out", "brief.docx")]
    [InlineData("leave out --out", "--json", "--out", "brief.md")]
    [InlineData("from 1", "--told", "0")]
    public void What_cannot_be_written_is_told(string says, params string[] options)
    {
        Ran ran = place.Run(["brief", .. options]);

        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_fits()
    {
        Ran ran = place.Run("brief", "--place", "Paktika", "--since", "1950", "--until", "1951", "--out", "none.html");

        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Contains("casus show events", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(place.Path("none.html")));
    }

    [Fact]
    public void Without_a_browser_a_pdf_is_refused_with_what_to_do()
    {
        using var alone = new Workplace();
        alone.Environment["CASUS_BROWSER"] = "no-such-browser";
        Ran ran = alone.Run(["brief", .. Question, "--db", place.Store, "--out", "brief.pdf"]);

        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.Contains(".html", ran.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(alone.Folder));
    }

    /// <summary>What stands under the draft's name belongs to somebody, or to another run.</summary>
    [Fact]
    public void What_is_in_the_way_of_a_pdf_is_left_there()
    {
        using var alone = new Workplace();
        alone.Write("any-browser", "");
        alone.Environment["CASUS_BROWSER"] = alone.Path("any-browser");
        alone.Write("brief.pdf.partial/notes.txt", "Dear aunt");
        alone.Write("folder.pdf/notes.txt", "Dear aunt");
        alone.Write("folder.pdf.partial/notes.txt", "Dear aunt");
        Ran draft = alone.Run(["brief", .. Question, "--db", place.Store, "--out", "brief.pdf"]), folder = alone.Run(["brief", .. Question, "--db", place.Store, "--out", "folder.pdf"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (draft.Exit, folder.Exit));
        Assert.Contains("in the way", draft.Error, StringComparison.Ordinal);
        Assert.Contains("is a folder", folder.Error, StringComparison.Ordinal);
        Assert.All(["brief.pdf.partial", "folder.pdf", "folder.pdf.partial"], f => Assert.True(File.Exists(alone.Path(f + "/notes.txt")), f));
    }

    [Fact]
    public void A_title_names_the_first_of_many_actors_and_the_list_all_of_them()
    {
        string[] ids;
        using (CasusStore store = CasusStore.OpenReading(place.Store))
        {
            ids = [.. new Queries(store).Actors(new Filter(Limit: 12)).Select(a => a.Id)];
        }

        string[] lines = Markdown("--actors", string.Join(',', ids)).Split('\n');
        Assert.Equal(12, ids.Length);
        Assert.EndsWith(" and 8 others", lines[0], StringComparison.Ordinal);
        Assert.All(ids, id => Assert.Contains(lines, l => l.Contains($"[{id}]", StringComparison.Ordinal) || l.Contains($"\\[{id}\\]", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pdf_is_printed_where_a_browser_is()
    {
        Ran ran = place.Run(["brief", .. Question, "--out", "printed.pdf"]);
        if (ran.Error.Contains("CASUS_BROWSER", StringComparison.Ordinal))
        {
            Assert.Skip("Neither Chromium nor Chrome is installed.");
        }

        Assert.True(ran.Exit == ExitCode.Ok, ran.Error);
        Assert.Equal("%PDF"u8.ToArray(), File.ReadAllBytes(place.Path("printed.pdf"))[..4]);
        Assert.False(Directory.Exists(place.Path("printed.pdf.partial")));
    }

    [Fact]
    public void A_hostile_article_stays_words()
    {
        const string hostile = "</blockquote><script>alert(1)</script> <img src=x onerror=alert(2)> **bold** [link](javascript:alert(3)) | `code`";
        string encoded = System.Net.WebUtility.HtmlEncode(hostile);
        using var alone = new Workplace();
        alone.Write("mill.html", $"""
            <html><head><title>Mill {encoded}</title><meta property="og:site_name" content="Mill {encoded}"><meta property="article:published_time" content="2024-05-06"></head><body><article><h1>Nine killed at {encoded} mill</h1>
            <p>Fighters of the Afghan Taliban attacked the mill "{encoded}" in Kabul on 3 May 2024, killing nine people, a spokesman of the {encoded} mill said.</p>
            <p>The owner of the mill said that the night shift had left an hour before, that the doors had been locked, and that nobody had warned the workers of what was to come.</p></article></body></html>
            """);
        Assert.Equal(ExitCode.Ok, alone.Run("read", "mill.html").Exit);

        Assert.Equal(ExitCode.Ok, alone.Run("brief", "--out", "hostile.html").Exit);
        string page = File.ReadAllText(alone.Path("hostile.html")), markdown = alone.Run("brief").Output;

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\\<script\\>", markdown, StringComparison.Ordinal);
        Assert.Contains("\\[link\\](javascript", markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)<(?!/?(figure|svg|title|rect|text|line|circle|polyline)\b|https?:)", markdown);
    }

    private string Markdown(params string[] options)
    {
        Ran ran = place.Run(["brief", .. options]);
        Assert.True(ran.Exit == ExitCode.Ok, ran.Error);
        return ran.Output;
    }

    private JsonElement Json(params string[] options) => JsonDocument.Parse(place.Run(["brief", "--json", .. options]).Output).RootElement;

    /// <summary>Quotes by number; each of their pieces is a stretch of the article that the source names.</summary>
    private Dictionary<int, string> Quotes(string[] lines)
    {
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        var lookup = new Lookup(store);
        var quotes = new Dictionary<int, string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (Head().Match(lines[i]) is { Success: true } head)
            {
                string quote = Escape().Replace(lines[i + 2][5..].Replace("**", "", StringComparison.Ordinal), "$1"), text = Space().Replace(lookup.Article(head.Groups[2].Value).Text, " ");
                Assert.StartsWith("   > ", lines[i + 2], StringComparison.Ordinal);
                Assert.All(Space().Replace(quote, " ").Split(" … "), piece => Assert.Contains(piece, text, StringComparison.Ordinal));
                quotes.Add(int.Parse(head.Groups[1].Value), quote);
            }
        }

        return quotes;
    }

    private static IEnumerable<int> Numbers(string runs) => runs.Split(", ").Select(r => r.Split('–')).SelectMany(r => Enumerable.Range(int.Parse(r[0]), int.Parse(r[^1]) - int.Parse(r[0]) + 1));

    [GeneratedRegex(@" \[([\d–, ]+)\]\.$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\| .* \| \[([\d–, ]+)\] \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^(\d+)\. .* \(article (\S+), \d+–\d+\)$")]
    private static partial Regex Head();

    [GeneratedRegex(@"\\([^A-Za-z0-9\s])")]
    private static partial Regex Escape();

    /// <summary>A quote of two paragraphs is printed in one line.</summary>
    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("done (by|to) [^;]*")]
    private static partial Regex Party();

    [GeneratedRegex("“([^”]*)”")]
    private static partial Regex Quoted();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Links();
}
