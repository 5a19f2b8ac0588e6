using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Everything that is read in an article's sentences before coding. Safe to share among threads.</summary>
/// <param name="coreference">Null: chains are read by rules alone.</param>
public sealed class MentionReader(KnowledgeBase knowledge, CoreferenceModel? coreference = null)
{
    private readonly TimeReader times = new(knowledge);
    private readonly QuantityReader quantities = new(knowledge);
    private readonly PlaceReader places = new(knowledge);
    private readonly ActorReader actors = new(knowledge);
    private readonly ChainReader chains = new(knowledge, coreference);
    private readonly SpeakerReader speakers = new(knowledge);

    /// <param name="printed">The text in the case of print (<see cref="TextParser.InPrint"/>), by whose capitals names are known; quotes are the article's own.</param>
    public Analysis Read(Article article, ImmutableArray<Sentence> sentences, string? printed = null)
    {
        string text = printed ?? article.Text;
        ImmutableArray<TimeMention> timesFound = times.Read(text, article.Published?.Value.Day, sentences);
        ImmutableArray<QuantityMention> quantitiesFound = quantities.Read(text, sentences, timesFound);
        ImmutableArray<PlaceMention> placesFound = places.Read(text, sentences, timesFound);
        ImmutableArray<Chain> chainsFound = chains.Read(sentences);
        ImmutableArray<Mention> actorsFound = actors.Read(text, article.Published?.Value.Day, sentences, placesFound, timesFound, chainsFound);
        ImmutableArray<Mention> mentions = AllMentions.Of(sentences, actorsFound, placesFound, quantitiesFound, timesFound);
        var index = new MentionIndex(sentences, mentions, placesFound, quantitiesFound, timesFound);
        var analysis = new Analysis(article, sentences, mentions, timesFound, quantitiesFound, placesFound, speakers.Read(sentences, index), ActorChains.Of(chainsFound, actorsFound));
        return ReferenceEquals(text, article.Text) ? analysis : Quoted(analysis);
    }

    private static Analysis Quoted(Analysis analysis) => analysis with
    {
        Mentions = [.. analysis.Mentions.Select(m => m with { Quote = m.Span.Of(analysis.Article.Text) })],
        Times = [.. analysis.Times.Select(t => t with { Quote = t.Span.Of(analysis.Article.Text) })],
        Quantities = [.. analysis.Quantities.Select(q => q with { Quote = q.Span.Of(analysis.Article.Text) })],
        Places = [.. analysis.Places.Select(p => p with { Quote = p.Span.Of(analysis.Article.Text) })],
    };
}
