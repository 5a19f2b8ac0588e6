using System.Collections.Immutable;

namespace Casus.App.Store;

/// <summary>Which events sentences tell, as pairs of a sentence's id and the position of an event in the columns.</summary>
/// <param name="Last">The last sentence that was looked at.</param>
/// <param name="Pairs">By sentence; <paramref name="More"/>: those that came since.</param>
internal sealed record SentenceEvents(long Last, ImmutableArray<(int Sentence, int Position)> Pairs, ImmutableArray<(int Sentence, int Position)> More)
{
    /// <summary>Claims of the store that tell events, by the sentence in which they stand.</summary>
    private const string Told = "CROSS JOIN claim c INDEXED BY claim_by_id ON c.id = x.claim_id CROSS JOIN sentence s ON s.article_id = c.article_id AND s.number = c.sentence";

    /// <summary>Of all events; <see cref="OfEvent"/>: of $1.</summary>
    public const string OfAll = $"SELECT s.id, x.event_id FROM event_claim x {Told}", OfEvent = $"{OfAll} WHERE x.event_id = $1";

    /// <summary>Of sentences that came after $1.</summary>
    public const string OfLater = "SELECT s.id, x.event_id FROM sentence s CROSS JOIN claim c INDEXED BY claim_by_sentence ON c.article_id = s.article_id AND c.sentence = s.number CROSS JOIN event_claim x ON x.claim_id = c.id WHERE s.id > $1";

    /// <summary>Marks the events that a sentence tells.</summary>
    /// <param name="at">Where among the pairs to look from: sentences are asked for in their order.</param>
    /// <returns>Where to look for the next.</returns>
    public static int Mark(ImmutableArray<(int Sentence, int Position)> pairs, int at, int sentence, EventMarks told)
    {
        while (at < pairs.Length && pairs[at].Sentence < sentence)
        {
            at++;
        }

        for (; at < pairs.Length && pairs[at].Sentence == sentence; at++)
        {
            told.Set(pairs[at].Position);
        }

        return at;
    }

    public SentenceEvents With(long last, IEnumerable<(int Sentence, int Position)> more) => this with { Last = last, More = [.. More.Concat(more).Distinct().Order()] };
}
