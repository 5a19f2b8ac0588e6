using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>Where relations between the actors of a brief turned, with the course of each pair.</summary>
internal static class BriefTurns
{
    private const int MostActors = 4;

    /// <summary>Of every pair of the actors, over all that the record knows of it; turns that lie wholly before or after the time asked for are left out.</summary>
    public static ImmutableArray<BriefPart> Of(CasusStore store, KnowledgeBase knowledge, BriefQuestion question, EventCitations cite)
    {
        var lookup = new Lookup(store);
        var sides = new Sides(knowledge.Actors);
        var parts = ImmutableArray.CreateBuilder<BriefPart>();
        Actor[] actors = [.. question.Actors.Take(MostActors)];
        for (int i = 0; i < actors.Length; i++)
        {
            for (int k = i + 1; k < actors.Length; k++)
            {
                DyadStory story = DyadStory.Of(store, sides, actors[i], actors[k], Filter.None, question.Filter.Exact);
                TurningPoint[] turns = [.. story.Turns.Where(t => DyadStory.IsWithin(t, question.Filter))];
                BriefSentence[] told = [.. turns.Select(t => Sentence(t, lookup, cite)).OfType<BriefSentence>()];
                if (told.Length > 0)
                {
                    parts.Add(new BriefHeading($"{actors[i].Name} – {actors[k].Name}"));
                    parts.AddRange(told);
                }

                if (Course(story, turns, store, lookup, cite, question.Filter.Exact) is { } figure)
                {
                    parts.Add(figure);
                }
            }
        }

        return parts.ToImmutable();
    }

    private static BriefSentence? Sentence(TurningPoint turn, Lookup lookup, EventCitations cite)
    {
        int[] citations = [.. cite.Of(turn.Claims), .. turn.Events.SelectMany(e => cite.Of(lookup.Event(e)))];
        return citations.Length == 0 ? null : new BriefSentence(turn.Sentence, citations);
    }

    /// <summary>Null where there are too few months or acts to draw.</summary>
    private static BriefFigure? Course(DyadStory story, TurningPoint[] turns, CasusStore store, Lookup lookup, EventCitations cite, bool exact)
    {
        DyadMonth[] dated = [.. story.Months.Where(m => EventMonth.IsMonth(m.Month))];
        string[] known = [.. dated.Select(m => m.Month).Distinct()];
        if (known.Length < 2)
        {
            return null;
        }

        var months = new List<(string Month, int Hostile, int Cooperative)>();
        for (DateOnly day = EventMonth.FirstDay(known[0]); day <= EventMonth.FirstDay(known[^1]); day = day.AddMonths(1))
        {
            string month = EventMonth.Month(day);
            months.Add((month, dated.Where(m => m.Month == month).Sum(m => m.Hostile), dated.Where(m => m.Month == month).Sum(m => m.Cooperative)));
        }

        Event[] acts = [.. new DyadQueries(store).Events(story.First.Id, story.Second.Id, exact).Select(lookup.Event)];
        return acts.Length == 0 ? null : new BriefFigure(
            cite.Count($"Acts between {story.First.Name} and {story.Second.Name} by month{(exact ? "" : ", with those who act for them")}", acts),
            DyadCurve.Draw(months, [.. turns.OfType<CountedTurn>().Select(t => t.At)]));
    }
}
