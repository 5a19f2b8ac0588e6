using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Publish;

/// <summary>Question and record → brief. The same record gives the same brief: nothing of the day or the machine is in it.</summary>
internal sealed class BriefMaker(CasusStore store, KnowledgeBase knowledge)
{
    /// <summary>Actors that a title names.</summary>
    private const int MostNamed = 5;

    private readonly CitationList sources = new();

    public Brief Make(BriefQuestion question)
    {
        var picked = PickedEvents.Of(store, question);
        var cite = new EventCitations(new Lookup(store), sources, question.Told);
        if (!picked.All.Any() && (question.Filter with { Place = null, From = null, To = null }).Narrows)
        {
            // What is told beside events of the actors, place and time is not what was asked.
            return new Brief(Title(question), Facts(question, picked), [], []);
        }

        var words = new EventWords(knowledge);
        // What is told event by event comes first: the numbers of the sources then rise with it.
        ImmutableArray<BriefSection> told =
        [
            Happened(question, picked, words, cite),
            new("Without a known day", [.. Sentences(PickedEvents.Telling(picked.Loose, question.Told), words, cite)]),
            new("Threatened, planned, demanded", [.. Sentences(PickedEvents.Telling(picked.Announced, question.Told), words, cite)]),
            new("Rival accounts", RivalAccounts.Of(picked, question.Told, words, cite)),
        ];
        ImmutableArray<BriefSection> sections =
        [
            new("In short", InShort.Of(picked, words, cite)),
            .. told,
            new("Trend", new Trend(store, question, cite).Of(picked)),
            new("Course and turning points", BriefTurns.Of(store, knowledge, question, cite)),
            new("Figures of others beside the record’s", CompiledFigures.Of(store, question, picked, cite)),
            new("Where", BriefMap.Of(knowledge, picked, cite)),
        ];
        return new Brief(Title(question), Facts(question, picked), [.. sections.Where(s => !s.Parts.IsEmpty)], sources.Citations);
    }

    private static BriefSection Happened(BriefQuestion question, PickedEvents picked, EventWords words, EventCitations cite)
    {
        PickedEvent[] told = [.. PickedEvents.Telling(picked.Dated, question.Told).OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Told.Id, StringComparer.Ordinal)];
        if (question.Actors.Length < 2 || question.Between || !told.Any(e => e.IsBetween) || told.All(e => e.IsBetween))
        {
            return new("What happened", [.. Sentences(told, words, cite)]);
        }

        return new("What happened",
        [
            new BriefHeading("Between " + (question.Actors is [var one, var other] ? $"{one.Name} and {other.Name}" : Named(question.Actors, ", "))),
            .. Sentences(told.Where(e => e.IsBetween), words, cite),
            new BriefHeading("With others"),
            .. Sentences(told.Where(e => !e.IsBetween), words, cite),
        ]);
    }

    private static IEnumerable<BriefPart> Sentences(IEnumerable<PickedEvent> events, EventWords words, EventCitations cite) => events.Select(e => new BriefSentence(words.Of(e), cite.Of(e.Told)));

    private static string Title(BriefQuestion question)
    {
        string who = question.Actors.IsEmpty ? "Situation" : Named(question.Actors, " – ");
        return question.Filter.Place is { } place ? $"{who}: {place}" : who;
    }

    private ImmutableArray<(string Name, string Value)> Facts(BriefQuestion question, PickedEvents picked)
    {
        string time = EventWords.Time(question.Filter.From, question.Filter.To);
        string known = picked is { Since: { } first, Until: { } last } ? $"; known days from {EventWords.Day(first)} to {EventWords.Day(last)}" : "";
        Totals totals = new Queries(store).Totals();
        string Count(int told, int all) => told < all ? string.Create(CultureInfo.InvariantCulture, $"{all}, of which {told} are told one by one") : all.ToString(CultureInfo.InvariantCulture);
        string[] narrowed = [.. (question.Filter with { Place = null, From = null, To = null, Exact = false }).Asked.Select(o => $"{o.Option} {o.Value}")];
        return
        [
            .. question.Actors.IsEmpty ? [] : new[] { ("Actors", $"{string.Join(", ", question.Actors.Select(a => $"{a.Name} [{a.Id}]"))}{(question.Filter.Exact ? "" : ", with those who act for them")}{(question.Between ? "; only between them" : "")}") },
            ("Time", question.Filter is { From: null, To: null } ? "all that the record holds" + known : time),
            .. question.Filter.Place is { } place ? [("Place", place)] : Array.Empty<(string, string)>(),
            .. narrowed.Length > 0 ? [("Only", string.Join("; ", narrowed))] : Array.Empty<(string, string)>(),
            ("Counts", "of what the record holds, which is less than what happened; a number in brackets leads to the words"),
            ("On known days", Count(PickedEvents.Telling(picked.Dated, question.Told).Length, picked.Dated.Length)),
            ("Without a known day", Count(PickedEvents.Telling(picked.Loose, question.Told).Length, picked.Loose.Length)),
            ("Sources quoted", string.Create(CultureInfo.InvariantCulture, $"passages: {sources.Citations.Length}, articles: {sources.Citations.Select(c => c.Article.Id).Distinct().Count()}, of {totals.Articles} in the record")),
            ("Knowledge", knowledge.Hash),
        ];
    }

    /// <summary>For a title: of many the first, all of them stand under it.</summary>
    private static string Named(ImmutableArray<Actor> actors, string between) =>
        string.Join(between, actors.Take(actors.Length > MostNamed ? MostNamed - 1 : MostNamed).Select(a => a.Name)) + (actors.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {actors.Length - MostNamed + 1} others") : "");
}
