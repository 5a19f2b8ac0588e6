using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Everything that is read in an article's sentences before coding. Safe to share among threads.</summary>
public sealed class MentionReader(KnowledgeBase knowledge)
{
    private readonly TimeReader times = new(knowledge);
    private readonly QuantityReader quantities = new(knowledge);
    private readonly PlaceReader places = new(knowledge);
    private readonly ActorReader actors = new(knowledge);
    private readonly SpeakerReader speakers = new(knowledge);

    public Analysis Read(Article article, ImmutableArray<Sentence> sentences)
    {
        ImmutableArray<TimeMention> timesFound = times.Read(article.Text, article.Published?.Value.Day, sentences);
        ImmutableArray<QuantityMention> quantitiesFound = quantities.Read(article.Text, sentences, timesFound);
        ImmutableArray<PlaceMention> placesFound = places.Read(article.Text, sentences, timesFound);
        ImmutableArray<Mention> actorsFound = actors.Read(article.Text, article.Published?.Value.Day, sentences, placesFound, timesFound);
        ImmutableArray<Mention> mentions = AllMentions.Of(sentences, actorsFound, placesFound, quantitiesFound, timesFound);
        var index = new MentionIndex(sentences, mentions, placesFound, quantitiesFound, timesFound);
        return new Analysis(article, sentences, mentions, timesFound, quantitiesFound, placesFound, speakers.Read(sentences, index));
    }
}
