using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Reads who and what is named: actors by name, people and bodies by common nouns, pronouns for them, arms. Who is meant is
/// kept apart in <see cref="Mention.Actor"/>, with those who could have been meant and why they are not.
/// </summary>
public sealed class ActorReader
{
    private readonly KnowledgeBase knowledge;
    private readonly ActorNames names;
    private readonly NounIndex nouns;
    private readonly NameTyper typer;
    private readonly PlaceCues cues;
    private readonly Offices offices;
    private readonly ForcesOfCountries forces;
    private readonly Antecedents antecedents;

    public ActorReader(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        names = new ActorNames(knowledge);
        nouns = new NounIndex(knowledge);
        typer = new NameTyper(knowledge);
        cues = new PlaceCues(knowledge);
        offices = new Offices(knowledge);
        forces = new ForcesOfCountries(knowledge);
        antecedents = new Antecedents(knowledge);
    }

    /// <param name="published">Decides between names and offices of different times; null: any time will do.</param>
    /// <returns>In text order; spans may lie in one another ("Taliban" in "Taliban fighters").</returns>
    public ImmutableArray<Mention> Read(
        string text, DateOnly? published, ImmutableArray<Sentence> sentences, ImmutableArray<PlaceMention> places, ImmutableArray<TimeMention> times, ImmutableArray<Chain> chains)
    {
        List<ActorHit> hits = names.Find(text, sentences);
        var context = new ActorContext(knowledge, names, offices, forces, text, published, hits, places);
        var reading = new ActorReading(text, context, nouns, typer, cues, antecedents.In(chains));
        int hit = 0, place = 0, time = 0;
        foreach (Sentence sentence in sentences)
        {
            int firstHit = hit, firstPlace = place, firstTime = time;
            while (hit < hits.Count && hits[hit].Sentence == sentence.Index)
            {
                hit++;
            }

            while (place < places.Length && places[place].Sentence == sentence.Index)
            {
                place++;
            }

            while (time < times.Length && times[time].Sentence == sentence.Index)
            {
                time++;
            }

            reading.Read(sentence, hits.GetRange(firstHit, hit - firstHit), places.AsSpan()[firstPlace..place], times.AsSpan()[firstTime..time]);
        }

        return reading.Mentions();
    }
}
