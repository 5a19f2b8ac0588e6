using System.Globalization;
using Casus.App.Fetch;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary>One round of <c>watch</c>: reads, links, writes what is new to <paramref name="output"/> and what became of the round on standard error.</summary>
internal sealed class WatchReading(CasusStore store, Engine engine, int jobs, bool json, TextWriter output, CancellationToken stop)
{
    private readonly Queries queries = new(store);

    /// <returns>False when another program holds the store: then the round is due again.</returns>
    public bool Read(PageFinder finder)
    {
        try
        {
            // Not the last that is there: a run that was stopped leaves articles that nobody has linked yet.
            long before = queries.LastLinkedArticle();
            Ledger ledger = ReadCommand.ReadPages(finder.Pages(), store, engine, jobs, _ => { }, stop);
            if (stop.IsCancellationRequested)
            {
                return true;
            }

            List<EventRow> events = [];
            if (LinkWriter.IsDue(store, engine.Knowledge, engine.Links))
            {
                LinkWriter.Link(store, engine.NewLinker(), engine.Knowledge);
                events = queries.EventsSince(before);
            }

            NewEventLines.Write(output, events, json);
            Say(ledger, finder, events.Count);
            return true;
        }
        catch (Trouble busy) when (busy.Passing)
        {
            Console.Error.WriteLine($"casus: {busy.Message} It is tried again.");
            return false;
        }
    }

    private static void Say(Ledger ledger, PageFinder finder, int events)
    {
        string time = TimeProvider.System.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (ledger.Fetched > 0)
        {
            Console.Error.WriteLine($"casus: {time} {Screen.Plural(ledger.Fetched, "page")}: {ledger.Read} read, {ledger.Duplicate} known, {ledger.Empty + ledger.Refused} not read; {Screen.Plural(events, "new event")}");
        }

        foreach ((string reason, List<Refusal> refusals) in ledger.RefusedByReason)
        {
            foreach (Refusal refusal in refusals)
            {
                Console.Error.WriteLine($"casus: {time} {reason}: {refusal.Name} {refusal.Detail}");
            }
        }

        if (ledger.Fetched == 0 && finder.Feeds.Count > 0)
        {
            Console.Error.WriteLine($"casus: {time} nothing new in {Screen.Plural(finder.Feeds.Count, "feed")}");
        }
    }
}
