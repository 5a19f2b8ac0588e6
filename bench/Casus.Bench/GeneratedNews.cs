using System.Text;
using Casus.App;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Bench;

/// <summary>Articles of 800 words put together from the sentences of samples/, the same every time.</summary>
internal sealed class GeneratedNews
{
    private const int Words = 800;
    private const int SentencesInParagraph = 4;

    private readonly string[] sentences;

    public GeneratedNews(KnowledgeBase knowledge)
    {
        var reader = new ArticleReader(knowledge);
        sentences =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root(), "samples"))
                .Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => reader.Read(Page.Of(f, File.ReadAllBytes(f))))
                .OfType<ArticleRead>()
                .Where(a => a.Article.Language == "en")
                .SelectMany(a => a.Article.Blocks.Where(b => b.Kind == BlockKind.Paragraph).SelectMany(b => b.Span.Of(a.Article.Text).Split(". ")))
                .Where(s => s.Count(c => c == ' ') > 5)
                .Select(s => s.TrimEnd('.') + ". "),
        ];
    }

    public Page Article(int number)
    {
        var text = new StringBuilder($"Report number {number} from the border districts\n\n");
        // A linear congruential generator: the same article for the same number.
        ulong state = (ulong)number * 2862933555777941757UL + 3037000493UL;
        for (int words = 0, count = 1; words < Words; count++)
        {
            state = state * 6364136223846793005UL + 1442695040888963407UL;
            string sentence = sentences[(state >> 33) % (ulong)sentences.Length];
            text.Append(sentence).Append(count % SentencesInParagraph == 0 ? "\n\n" : "");
            words += sentence.Count(c => c == ' ');
        }

        return Page.Of($"generated-{number}", Encoding.UTF8.GetBytes(text.ToString()), PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2024, 1, 1).AddDays(number % 365)));
    }

    internal static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Casus.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw Trouble.Usage("The benchmark runs from a build inside the repository.");
    }
}
