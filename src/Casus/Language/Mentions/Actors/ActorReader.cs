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
    private readonly Antecedents antecedents;

    public ActorReader(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        names = new ActorNames(knowledge);
        nouns = new NounIndex(knowledge);
        typer = new NameTyper(knowledge);
        antecedents = new Antecedents(knowledge);
    }

    /// <param name="published">Decides between names and offices of different times; null: any time will do.</param>
    /// <returns>In text order; spans may lie in one another ("Taliban" in "Taliban fighters").</returns>
    public ImmutableArray<Mention> Read(
        string text, DateOnly? published, ImmutableArray<Sentence> sentences, ImmutableArray<PlaceMention> places, ImmutableArray<TimeMention> times, ImmutableArray<Chain> chains)
    {
        List<ActorHit> hits = Hits(text, sentences);
        var context = new ActorContext(knowledge, names, text, published, hits);
        var reading = new ActorReading(text, context, nouns, typer, antecedents.In(chains));
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

    /// <summary>Names in every sentence: the longest from each word on, none inside another.</summary>
    private List<ActorHit> Hits(string text, ImmutableArray<Sentence> sentences)
    {
        var found = new List<ActorHit>();
        var atoms = new AtomBuffer();
        var raw = new List<NameHit>();
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            raw.Clear();
            names.Find(atoms, raw);
            int end = 0;
            for (int i = 0; i < raw.Count; i++)
            {
                int longest = i;
                while (longest + 1 < raw.Count && raw[longest + 1].Begin == raw[i].Begin)
                {
                    longest++;
                }

                NameHit best = raw[longest];
                if (best.Begin < end)
                {
                    continue;
                }

                var entries = new List<int>();
                for (int j = i; j <= longest; j++)
                {
                    if (raw[j].End == best.End)
                    {
                        entries.Add(raw[j].Entry);
                    }
                }

                int first = atoms[best.Begin].Token, last = atoms[best.End - 1].Token;
                var span = new TextSpan(atoms[best.Begin].Begin, atoms[best.End - 1].End);
                found.Add(new ActorHit(sentence.Index, first, last, SpanHead.Of(sentence, first, last), span, entries));
                end = best.End;
                i = longest;
            }
        }

        return found;
    }
}
