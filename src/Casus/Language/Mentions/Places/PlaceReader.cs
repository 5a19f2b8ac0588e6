using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Reads place names and chooses the place. The span is the name with a capitalised word for its kind ("Laurel County"), not
/// with a small one ("Paktika" in "Paktika province"). "place.demonym" marks words such as "Afghan", which name the country but
/// locate nothing.
/// </summary>
public sealed class PlaceReader
{
    /// <summary>The place is not the one that is named, which is not known, but what the words say holds it.</summary>
    private static readonly RuleId Outer = new("place.container");

    private static readonly RuleId Spelling = new("place.spelling");

    private readonly PlaceFinder finder;
    private readonly PlaceSpellings spellings;

    public PlaceReader(KnowledgeBase knowledge) => (finder, spellings) = (new PlaceFinder(knowledge), new PlaceSpellings(knowledge.Places));

    /// <param name="times">Time expressions of the same text in text order.</param>
    public ImmutableArray<PlaceMention> Read(string text, ImmutableArray<Sentence> sentences, ImmutableArray<TimeMention> times)
    {
        var atoms = new AtomBuffer();
        HashSet<string> surnames = finder.Surnames(atoms, sentences, text);
        var candidates = new List<PlaceCandidate>();
        (List<PlaceHit> hits, int[] ends) = finder.Names(atoms, sentences, text);
        PlaceEvidence evident = finder.Evident(atoms, sentences, text, CollectionsMarshal.AsSpan(hits), ends);
        var taken = new List<TextSpan>();
        int time = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            Sentence sentence = sentences[i];
            taken.Clear();
            for (; time < times.Length && times[time].Sentence <= sentence.Index; time++)
            {
                if (times[time].Sentence == sentence.Index)
                {
                    taken.Add(times[time].Span);
                }
            }

            atoms.Fill(text, sentence);
            finder.Find(atoms, sentence, CollectionsMarshal.AsSpan(taken), surnames, evident, CollectionsMarshal.AsSpan(hits)[(i == 0 ? 0 : ends[i - 1])..ends[i]], candidates);
        }

        var chooser = new PlaceChooser(candidates, spellings);
        var found = ImmutableArray.CreateBuilder<PlaceMention>(candidates.Count);
        foreach (PlaceCandidate candidate in candidates)
        {
            PlaceChooser.Choice choice = chooser.Choose(candidate);
            found.Add(new PlaceMention(
                candidate.Sentence.Index,
                candidate.Span,
                candidate.Span.Of(text),
                SpanHead.Of(candidate.Sentence, candidate.FirstToken, candidate.LastToken),
                choice.Place?.Id,
                Precision(candidate, choice.Place),
                choice.Outer ? Outer : choice.Spelled ? Spelling : new RuleId(candidate.Rule),
                choice.Rejected));
        }

        return found.DrainToImmutable();
    }

    /// <summary>Never finer than the words: a part of a country is a region, an unknown name a town at best.</summary>
    private static string Precision(PlaceCandidate candidate, Place? place)
    {
        if (place is null)
        {
            return candidate.KindWord ?? "town";
        }

        return candidate.Part && place.Kind is "country" or "admin1" ? "region" : place.Kind;
    }
}
