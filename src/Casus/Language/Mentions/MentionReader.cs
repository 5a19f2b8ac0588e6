using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Everything that is read in an article's sentences before coding. Safe to share among threads.</summary>
public sealed class MentionReader(KnowledgeBase knowledge, MentionModels models)
{
    private readonly MarkedMentions? marked = models.Names is null ? null : new(knowledge, models.Names);
    private readonly TreeMending trees = new(knowledge);
    private readonly TimeReader times = new(knowledge);
    private readonly QuantityReader quantities = new(knowledge);
    private readonly PlaceReader places = new(knowledge);
    private readonly ActorReader actors = new(knowledge);
    private readonly ChainReader chains = new(knowledge, models.Coreference);
    private readonly SpeakerReader speakers = new(knowledge, models.Attribution, models.Sparing);

    /// <param name="printed">The text in the case of print (<see cref="TextParser.InPrint"/>), by whose capitals names are known; quotes are the article's own.</param>
    public Analysis Read(Article article, ImmutableArray<Sentence> sentences, string? printed = null) => Read(article, new NamedText(sentences, []), printed);

    /// <summary>As <see cref="Read(Article, ImmutableArray{Sentence}, string?)"/>, with the names that the parser found.</summary>
    public Analysis Read(Article article, NamedText named, string? printed = null)
    {
        ImmutableArray<Sentence> sentences = trees.Mended(named.Sentences);
        string text = printed ?? article.Text;
        Findings found = Find(article, sentences, named.Names, text);
        ImmutableArray<Mention> mentions = AllMentions.Of(sentences, found.Actors, found.Places, found.Quantities, found.Times);
        var index = new MentionIndex(sentences, mentions, found.Places, found.Quantities, found.Times);
        var analysis = new Analysis(article, sentences, mentions, found.Times, found.Quantities, found.Places, speakers.Read(sentences, index), found.Chains);
        if (marked is not null)
        {
            analysis = analysis with { Marked = marked.Of(text, found, mentions) };
        }

        return ReferenceEquals(text, article.Text) ? analysis : Quoted(analysis);
    }

    /// <summary>What each reader finds by itself, before mentions are marked.</summary>
    internal Findings Find(Article article, ImmutableArray<Sentence> sentences, ImmutableArray<NameSpan> names, string text)
    {
        ImmutableArray<TimeMention> timesFound = times.Read(text, article.Published?.Value.Day, sentences);
        ImmutableArray<QuantityMention> quantitiesFound = quantities.Read(text, sentences, timesFound);
        ImmutableArray<PlaceMention> placesFound = places.Read(text, sentences, timesFound);
        ImmutableArray<Chain> chainsFound = chains.Read(sentences);
        ImmutableArray<Mention> actorsFound = actors.Read(text, article.Published?.Value.Day, sentences, placesFound, timesFound, chainsFound);
        return new(sentences, names, actorsFound, placesFound, quantitiesFound, timesFound, ActorChains.Of(chainsFound, actorsFound));
    }

    private static Analysis Quoted(Analysis analysis) => analysis with
    {
        Mentions = [.. analysis.Mentions.Select(m => m with { Quote = m.Span.Of(analysis.Article.Text) })],
        Marked = [.. analysis.Marked.Select(m => m with { Quote = m.Span.Of(analysis.Article.Text) })],
        Times = [.. analysis.Times.Select(t => t with { Quote = t.Span.Of(analysis.Article.Text) })],
        Quantities = [.. analysis.Quantities.Select(q => q with { Quote = q.Span.Of(analysis.Article.Text) })],
        Places = [.. analysis.Places.Select(p => p with { Quote = p.Span.Of(analysis.Article.Text) })],
    };
}
