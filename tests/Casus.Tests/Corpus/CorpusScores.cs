using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;

namespace Casus.Tests.Corpus;

/// <summary>Reads the corpus with the whole engine and scores it as corpus/README.md says. Misses are lines for people.</summary>
internal sealed class CorpusScores
{
    private static readonly DateOnly CodesDay = new(2024, 6, 14);

    private readonly Tally tally = new();
    private readonly List<string> misses = [];

    private CorpusScores()
    {
    }

    public IReadOnlyList<string> Misses => misses;

    public IEnumerable<(string Score, double Value, int Right, int All)> Scores => tally.Scores;

    public static CorpusScores Measure()
    {
        var scores = new CorpusScores();
        foreach (ExpectedText text in ExpectedRows.Texts())
        {
            scores.AddText(text);
        }

        foreach (ExpectedPage page in ExpectedRows.Pages())
        {
            scores.AddPage(page);
        }

        foreach ((string code, string text) in ExpectedRows.Codes())
        {
            scores.AddCode(code, text);
        }

        return scores;
    }

    private void AddText(ExpectedText text)
    {
        PageRead read = WholeEngine.ReadText(text.Id, text.Text, text.Published);
        ImmutableArray<Claim> claims = read.Reading?.Claims ?? [];
        EventClaim[] coded = [.. claims.OfType<EventClaim>()];
        AddStatistics(text.Id, "text statistics", text.Statistics.OrNone(), claims);
        if (text.Events.IsEmpty)
        {
            Add("text none", coded.Length == 0, $"{text.Id}: nothing expected, but {Shown(coded)}");
            return;
        }

        ImmutableArray<EventPair> pairs = EventPairing.Pair(text.Events, coded);
        int whole = pairs.Count(p => p.Event);
        tally.Add("text type recall", pairs.Length, text.Events.Length);
        tally.Add("text type precision", pairs.Length, coded.Length);
        tally.Add("text event recall", whole, text.Events.Length);
        tally.Add("text event precision", whole, coded.Length);
        AddDetails(text.Id, "text", pairs);
        if (whole < text.Events.Length || coded.Length > text.Events.Length)
        {
            misses.Add($"{text.Id}: {whole} of {text.Events.Length} right; coded {Shown(coded)}");
        }
    }

    /// <summary>CAMEO: some event of the sentence has the code; has at least its root.</summary>
    private void AddCode(string code, string text)
    {
        string[] coded = [.. (WholeEngine.ReadText(code, text, CodesDay).Reading?.Claims ?? []).OfType<EventClaim>().Select(c => c.Cameo).OfType<string>()];
        Add("cameo code", coded.Contains(code), $"{code} in “{text}”: {(coded.Length == 0 ? "none" : string.Join(", ", coded))}");
        tally.Add("cameo root", coded.Any(c => c[..2] == code[..2]));
    }

    private void AddPage(ExpectedPage page)
    {
        ReadOutcome outcome = WholeEngine.Samples[page.File];
        string kind = outcome switch
        {
            PageRefused => "refused",
            PageRead { Reading: null } => "not-coded",
            _ => "article",
        };
        Add("page kind", kind == page.Kind, $"{page.File}: {kind}, expected {page.Kind}");
        if (page.Kind == "refused" || outcome is not PageRead read)
        {
            return;
        }

        Article article = read.Article;
        if (page.Title.Length > 0)
        {
            Add("page title", article.Title?.Value == page.Title, $"{page.File}: title “{article.Title?.Value}”");
        }

        Add("page day", article.Published?.Value.Day == page.Published, $"{page.File}: day {article.Published?.Value.Day:o}");
        if (page.Outlet is not null)
        {
            Add("page outlet", article.Outlet?.Value == page.Outlet, $"{page.File}: outlet “{article.Outlet?.Value}”");
        }

        AddBody(page, article);
        AddPageEvents(page, read.Reading?.Claims ?? []);
    }

    private void AddBody(ExpectedPage page, Article article)
    {
        int paragraphs = article.Blocks.Count(b => b.Kind is BlockKind.Paragraph or BlockKind.Quote);
        bool begins = article.Text.Contains(page.First, StringComparison.Ordinal), ends = article.Text.Contains(page.Last, StringComparison.Ordinal);
        string? clutter = page.Without.FirstOrDefault(w => article.Text.Contains(w, StringComparison.Ordinal));
        Add(
            "page body",
            begins && ends && clutter is null && Math.Abs(paragraphs - page.Paragraphs) <= 2,
            $"{page.File}: body {(begins ? "begins" : "does not begin")} and {(ends ? "ends" : "does not end")} right, {paragraphs} paragraphs for {page.Paragraphs}, clutter “{clutter}”");
    }

    private void AddPageEvents(ExpectedPage page, ImmutableArray<Claim> claims)
    {
        EventClaim[] coded = [.. claims.OfType<EventClaim>()];
        ImmutableArray<EventPair> pairs = EventPairing.Pair(page.Events, coded);
        tally.Add("page event recall", pairs.Count(p => p.Event), page.Events.Length);
        AddDetails(page.File, "page", pairs);
        AddStatistics(page.File, "page statistics", page.Statistics.OrNone(), claims);
        foreach (ExpectedEvent missing in page.Events.Except(pairs.Where(p => p.Event).Select(p => p.Expected)))
        {
            misses.Add($"{page.File}: no {missing.Type} {missing.Initiator} → {missing.Target}");
        }

        foreach (string type in page.No.OrNone())
        {
            EventClaim[] wrong = [.. coded.Where(c => c.Type == type && c.Factuality is Factuality.Asserted or Factuality.Reported)];
            Add("page nothing of the sort", wrong.Length == 0, $"{page.File}: coded {Shown(wrong)}");
        }
    }

    private void AddDetails(string id, string prefix, ImmutableArray<EventPair> pairs)
    {
        foreach (EventPair pair in pairs)
        {
            if (pair.Factuality is { } factuality)
            {
                Add(prefix + " factuality", factuality, $"{id}: {pair.Coded.Type} is {pair.Coded.Factuality}, expected {pair.Expected.Factuality}");
            }

            if (pair.Toll is { } toll)
            {
                Add(prefix + " toll", toll, $"{id}: {pair.Coded.Type} has toll {string.Join(", ", pair.Coded.Tolls.Select(t => $"{t.Kind} {t.Min}–{t.Max}"))}");
            }
        }
    }

    private void AddStatistics(string id, string score, ImmutableArray<string> measures, ImmutableArray<Claim> claims)
    {
        foreach (string measure in measures)
        {
            Add(score, claims.OfType<StatisticClaim>().Any(s => s.Measure == measure), $"{id}: no statistic of {measure}");
        }
    }

    private void Add(string score, bool right, string miss)
    {
        tally.Add(score, right);
        if (!right)
        {
            misses.Add(miss);
        }
    }

    private static string Shown(IEnumerable<EventClaim> coded) =>
        string.Join("; ", coded.Select(c => $"{c.Type} {Names(c.Initiators)} → {Names(c.Targets)} ({c.Factuality}, “{c.Trigger.Quote}”, {c.Rules[0]})"));

    private static string Names(ImmutableArray<Party> parties) => parties.IsEmpty ? "–" : string.Join(" + ", parties.Select(p => p.Evidence.Quote));
}
