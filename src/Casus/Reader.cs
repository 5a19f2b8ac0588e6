using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus;

/// <summary>What became of a page. Every page handed in gets one.</summary>
public abstract record ReadOutcome(Page Page);

/// <param name="Reading">Null when the article's language is not coded.</param>
public sealed record PageRead(Page Page, Article Article, Reading? Reading) : ReadOutcome(Page)
{
    /// <summary>Every day that the page offers as its publication, the chosen one first, each with why it won or lost.</summary>
    public ImmutableArray<DateCandidate> Dates { get; init; } = [];
}

/// <summary>A page of several articles: the entries of a live blog.</summary>
public sealed record PartsRead(Page Page, ImmutableArray<PageRead> Parts) : ReadOutcome(Page);

public sealed record PageRefused(Page Page, Refused Why) : ReadOutcome(Page);

/// <summary>
/// Reading: one page in, its claims out. A function of page, knowledge and weights: nothing is kept from page to page. A reader
/// belongs to one thread (its parser has a workspace); <see cref="ForThread"/> makes another that shares everything else.
/// </summary>
public sealed class Reader
{
    private const string CodedLanguage = "en";

    private readonly LanguageModel model;
    private readonly ArticleReader articles;
    private readonly MentionReader mentions;
    private readonly Coder coder;
    private readonly TextParser parser;

    public Reader(KnowledgeBase knowledge, LanguageModel model, MentionModels models, SecondOpinion? opinion = null, IncidentModel? incidents = null)
        : this(model, new ArticleReader(knowledge), new MentionReader(knowledge, models), new Coder(knowledge, opinion, incidents))
    {
    }

    private Reader(LanguageModel model, ArticleReader articles, MentionReader mentions, Coder coder)
    {
        this.model = model;
        this.articles = articles;
        this.mentions = mentions;
        this.coder = coder;
        parser = new TextParser(model);
    }

    public Reader ForThread() => new(model, articles, mentions, coder);

    /// <summary>The page as one article.</summary>
    public ReadOutcome Read(Page page) => Coded(page, articles.Read(page));

    /// <summary>As <see cref="Read"/>, but a live blog comes to its entries, each an article of its own.</summary>
    public ReadOutcome ReadEntries(Page page) => Coded(page, articles.ReadEntries(page));

    private ReadOutcome Coded(Page page, PageReading read) => read switch
    {
        Refused why => new PageRefused(page, why),
        ArticleRead found => Coded(page, found),
        EntriesRead found => new PartsRead(page, [.. found.Entries.Select(e => Coded(page, e))]),
        var other => throw new InvalidOperationException($"A page reading of no known kind: {other.GetType().Name}."),
    };

    private PageRead Coded(Page page, ArticleRead read) =>
        new(page, read.Article, read.Article.Language == CodedLanguage ? Code(read.Article) : null) { Dates = read.Candidates };

    /// <summary>From an article's text to its claims.</summary>
    public Reading Code(Article article) => coder.Code(Analyse(article));

    /// <summary>What is read in an article before coding.</summary>
    public Analysis Analyse(Article article)
    {
        string printed = parser.InPrint(FootnoteMarks.Blanked(article.Text), article.Blocks);
        return mentions.Read(article, parser.ParsePrintedNamed(printed, article.Blocks), printed);
    }

    /// <summary>What passes between two actors that are marked from outside; spans are UTF-16 and absolute in the article's text.</summary>
    public PairCoding CodePair(Reading reading, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target) =>
        coder.CodePair(reading.Analysis, reading, initiator, target);
}
