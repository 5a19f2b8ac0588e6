using System.Collections.Immutable;
using System.Text;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>The tools of an assistant. Each answer cites the words that it rests on.</summary>
internal static class AssistantTools
{
    private const int Found = 10, MostFound = 25, MostMonths = 24;

    private static readonly ApiParameter Event = new("event", "text", "Id of an event, e-…, as search_events gives it.") { Required = true };

    public static readonly ImmutableArray<AssistantTool> All =
    [
        AssistantTool.Of("search_events", "Search events", "Find conflict and diplomacy events by actor, place, days, type, toll or words, each in a sentence with the words of the articles that tell it.", [.. ApiParameter.Filter, ApiParameter.By with { Says = ApiParameter.By.Says.Replace("Default: day", "Default: weight", StringComparison.Ordinal) }, new(ApiParameter.Limit, "integer", $"Events at the most, 1 to {MostFound}. Default: {Found}.")], ApiJson.Readable.FoundEvents, Search),
        AssistantTool.Of("read_accounts", "Read rival accounts", "Who says what of an event: each voice with its counts and words, and the fields in which they disagree.", [Event], ApiJson.Readable.ReadAccounts, Accounts),
        AssistantTool.Of("explain_value", "Explain a value", "Why an event or a claim says what it says: for each field the value, the rule that chose it, the claims that give it, what others give, and the words.", [new("id", "text", "Id of an event, e-…, or of a claim, c-….") { Required = true }, new("field", "text", "Only this: type, initiators, targets, time, place, killed, injured …")], ApiJson.Readable.ExplainedValue, Explain),
        AssistantTool.Of("trace_dyad", "Trace a relation", "What passed between two actors month by month, where their relation turned, and what articles call it, with the words.", [new("first", "text", "An actor by name, code or id.") { Required = true }, new("second", "text", "Another.") { Required = true }, .. ApiParameter.Filter.Where(p => p.Name is FilterForm.From or FilterForm.To or FilterForm.Exact)], ApiJson.Readable.TracedDyad, Trace),
        AssistantTool.Of("read_article_passage", "Read a passage", "The words of an article around a citation, as printed.", Passages.Parameters, ApiJson.Readable.ReadPassage, Passages.Read),
    ];

    private static (string, FoundEvents) Search(ToolCall call)
    {
        string by = call["by"] ?? "weight";
        EventOrder order = Enum.GetValues<EventOrder>().Where(o => Json.Word(o) == by).Cast<EventOrder?>().FirstOrDefault() ?? throw Trouble.Usage($"by: one of {string.Join(", ", ApiParameter.By.OneOf)}.");
        Filter filter = FilterWords.OfEvents(call.Form.Filter, call.Knowledge.Ontology);
        Paged<Event> found = new ListQueries(call.Store).Events(filter, order, new RecordCounts(call.Store).Events(filter) > EventCount.Many, null, call.Number(ApiParameter.Limit, 1, MostFound) ?? Found);
        var sources = new CitationList();
        var cite = new EventCitations(new Lookup(call.Store), sources, MostFound);
        var lines = new LineMaker(call.Knowledge);
        ImmutableArray<ToldEvent> told = [.. found.Rows.Select(e => new ToldEvent(Says(call, e), lines.Event(e), [.. cite.Of(e)]))];
        var text = new StringBuilder(told.IsEmpty ? "No event matches. Ask for a longer time or fewer things.\n" : "");
        foreach (ToldEvent one in told)
        {
            text.Append($"- {one.Says}.{CitationAnswer.Marks(one.Citations)} ({one.Event.EventId}, {one.Event.Factuality})\n");
        }

        text.Append(found.Next is null ? "" : "More match: narrow by days, type, actor or place.\n");
        return Cited(text, sources, citations => new FoundEvents(told, found.Next is not null, citations));
    }

    private static (string, ReadAccounts) Accounts(ToolCall call)
    {
        Event told = call.Event();
        var sources = new CitationList();
        var cite = new EventCitations(new Lookup(call.Store), sources, MostFound);
        ImmutableArray<ToldAccount> accounts = [.. LineMaker.Accounts(told).Select(a => new ToldAccount(a, [.. cite.Of(told, a.Claims)]))];
        ImmutableArray<Disagreement> disagreements = [.. new EventExplainer(new Lookup(call.Store)).Explain(told).Fields.Where(f => !f.Dissent.IsEmpty)
            .Select(f => new Disagreement(f.Field, f.Value, f.Rule, [.. f.Dissent.Select(d => new OtherValue(d.Value, [.. cite.Of(told, d.Claims)]))]))];
        string says = Says(call, told);
        var text = new StringBuilder($"{says}.\n");
        foreach (ToldAccount one in accounts)
        {
            text.Append($"- {one.Account.Voice}{(one.Account.Side is { } side ? $" ({side})" : "")}, {one.Account.Factuality}: {(one.Account.Tolls.IsEmpty ? "no count" : string.Join(", ", one.Account.Tolls))}.{CitationAnswer.Marks(one.Citations)}\n");
        }

        foreach (Disagreement one in disagreements)
        {
            text.Append($"Disputed: {one.Field}: {one.Published}, or {string.Join(", or ", one.Otherwise.Select(o => o.Value + CitationAnswer.Marks(o.Citations)))}.\n");
        }

        return Cited(text, sources, citations => new ReadAccounts(says, told.Id, accounts, disagreements, citations));
    }

    private static (string, ExplainedValue) Explain(ToolCall call)
    {
        Explanation whole = new JudgementLines(call.Store).On(Whole(call));
        FieldExplanation[] fields = [.. whole.Fields.Where(f => call["field"] is not { } asked || f.Field.StartsWith(asked, StringComparison.OrdinalIgnoreCase))];
        if (fields.Length == 0)
        {
            throw Trouble.Usage($"{whole.Id} has no field {call["field"]}: {string.Join(", ", whole.Fields.Select(f => f.Field).Distinct())}.");
        }

        whole = whole with { Fields = [.. fields] };
        Dictionary<string, ClaimContext> contexts = whole.Claims.GroupBy(c => c.Claim.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var sources = new CitationList();
        var text = new StringBuilder(whole.Says + "\n");
        foreach (FieldExplanation field in fields)
        {
            int[] Cite(IEnumerable<string> claims) => [.. claims.Where(contexts.ContainsKey).Select(c => sources.Cite(contexts[c].Article, contexts[c].Sentences, [])).Distinct().Order()];
            text.Append($"- {field.Field}: {field.Value}{(field.Rule is { } rule ? $" (rule {rule})" : "")}{CitationAnswer.Marks(Cite(field.Support.Select(s => s.ClaimId)))}\n");
            foreach (DissentLine other in field.Dissent)
            {
                text.Append($"  others: {other.Value}{CitationAnswer.Marks(Cite(other.Claims))}\n");
            }
        }

        return Cited(text, sources, citations => new ExplainedValue(whole.Id, whole.Says, FieldAnswer.Of(whole), citations));
    }

    private static Explanation Whole(ToolCall call)
    {
        var lookup = new Lookup(call.Store);
        string id = call["id"]!;
        return id.Split('-')[0] switch
        {
            "e" => new EventExplainer(lookup, new LinkExplainer(call.World.Linker, lookup)).Explain(lookup.Event(call.Id("id", "event"))),
            "c" when lookup.Claims(call.Id("id", "claim"))[0] is { } claim => ClaimExplainer.Explain(new ClaimContext(claim.Claim, lookup.Article(claim.ArticleId))),
            _ => throw Trouble.Usage($"{Plain.Shortened(id, 60)} is neither an event's id (e-…) nor a claim's (c-…)."),
        };
    }

    private static (string, TracedDyad) Trace(ToolCall call)
    {
        (string first, string second) = (call["first"]!, call["second"]!);
        DyadAnswer dyad = DyadAnswer.Of(call.Store, call.Knowledge, NamedActor.Find(call.Store, call.Knowledge.Actors, first), NamedActor.Find(call.Store, call.Knowledge.Actors, second), call.Form.Filter with { Exact = false }, call[FilterForm.Exact] is not null);
        var sources = new CitationList();
        var cite = new EventCitations(new Lookup(call.Store), sources, MostFound);
        var lookup = new Lookup(call.Store);
        var text = new StringBuilder($"{dyad.FirstName} ({dyad.First}) and {dyad.SecondName} ({dyad.Second}){(dyad.Exact ? "" : ", with those who act for them")}.\n");
        foreach (TurnLine turn in dyad.Turns)
        {
            text.Append($"- Turn: {turn.Sentence.TrimEnd('.')}.{CitationAnswer.Marks(cite.Of(turn.Claims).Concat(turn.Events.SelectMany(e => cite.Of(lookup.Event(e)))).Distinct())}\n");
        }

        string Name(string party) => call.Knowledge.Actors.Find(party) is { } actor ? $"{actor.Name} ({actor.Id})" : party;
        foreach (StateAnswer state in dyad.States)
        {
            text.Append($"- {Name(state.A)} {state.Relation} {Name(state.B)}{Lasting(state)}, as {string.Join("; ", state.Voices)} {(state.Voices.Length == 1 ? "tells" : "tell")}.{CitationAnswer.Marks(cite.Of(state.Claims))}\n");
        }

        foreach (IGrouping<string?, MonthAnswer> month in dyad.Months.GroupBy(m => m.Month).TakeLast(MostMonths))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {month.Key ?? "no month told"}: {month.Sum(m => m.VerbalConflict + m.MaterialConflict)} hostile, {month.Sum(m => m.VerbalCooperation + m.MaterialCooperation)} cooperative, at least {month.Sum(m => m.KilledMin)} killed\n");
        }

        return Cited(text, sources, citations => new TracedDyad(dyad, citations));
    }

    private static string Lasting(StateAnswer state) => (state.From, state.To) switch
    {
        (null, null) => "",
        ({ } from, null) => $" (from {from})",
        (null, { } to) => $" (until {to})",
        var (from, to) => from == to ? $" ({from})" : $" ({from} – {to})",
    };

    private static string Says(ToolCall call, Event told) => new EventWords(call.Knowledge).Of(new PickedEvent(told, told.Time.Value.Earliest, told.Time.Value.Latest, false));

    private static (string, T) Cited<T>(StringBuilder text, CitationList sources, Func<ImmutableArray<CitationAnswer>, T> answer)
    {
        ImmutableArray<CitationAnswer> citations = CitationAnswer.Of(sources);
        CitationAnswer.Say(text, citations);
        return (text.ToString(), answer(citations));
    }
}
