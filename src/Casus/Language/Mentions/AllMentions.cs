using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>The list of mentions with places, times, numbers and money beside the actors.</summary>
internal static class AllMentions
{
    public static ImmutableArray<Mention> Of(
        ImmutableArray<Sentence> sentences, ImmutableArray<Mention> actors, ImmutableArray<PlaceMention> places, ImmutableArray<QuantityMention> quantities, ImmutableArray<TimeMention> times)
    {
        var all = ImmutableArray.CreateBuilder<Mention>(actors.Length + places.Length + quantities.Length + times.Length);
        all.AddRange(actors);
        int from = 0;
        foreach (PlaceMention place in places)
        {
            while (from < actors.Length && actors[from].Sentence < place.Sentence)
            {
                from++;
            }

            if (place.Rule.Value is not ("place.demonym" or "place.in-name") && !IsNamed(actors, from, place))
            {
                all.Add(new Mention(MentionKind.Location, place.Sentence, place.Span, place.Head, place.Quote));
            }
        }

        foreach (QuantityMention quantity in quantities)
        {
            all.Add(new Mention(
                quantity.Rule.Value == "quantity.money" ? MentionKind.Money : MentionKind.Quantity, quantity.Sentence, quantity.Span, quantity.Head, quantity.Quote));
        }

        foreach (TimeMention time in times)
        {
            all.Add(new Mention(MentionKind.Temporal, time.Sentence, time.Span, LastToken(sentences[time.Sentence], time.Span), time.Quote));
        }

        all.Sort((a, b) => a.Span.Begin != b.Span.Begin ? a.Span.Begin.CompareTo(b.Span.Begin)
            : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End)
            : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Actor?.ActorId, b.Actor?.ActorId));
        return all.DrainToImmutable();
    }

    /// <summary>True when the same words are already the name of an actor ("Pakistan").</summary>
    private static bool IsNamed(ImmutableArray<Mention> actors, int from, PlaceMention place)
    {
        for (int i = from; i < actors.Length && actors[i].Sentence == place.Sentence; i++)
        {
            if (actors[i].Head == place.Head && actors[i].Span.Overlaps(place.Span) && actors[i].Kind is not MentionKind.Nationality)
            {
                return true;
            }
        }

        return false;
    }

    private static int LastToken(Sentence sentence, TextSpan span)
    {
        int last = 0;
        for (int i = 0; i < sentence.Tokens.Length && sentence.Tokens[i].Span.Begin < span.End; i++)
        {
            last = i;
        }

        return last;
    }
}
