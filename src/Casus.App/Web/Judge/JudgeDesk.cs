using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>Writes what people judge, and links the record anew behind it: one at a time, and not again while a later judgement waits for the same.</summary>
internal sealed class JudgeDesk(ServeOptions options, World world)
{
    /// <summary>How long an answer waits for the linking; of a large record it goes on behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock queue = new();
    private Task work = Task.CompletedTask;

    /// <param name="isBlind">Whoever judges was shown the event without what others have corrected.</param>
    /// <exception cref="Trouble">It makes no judgement, or names what is not there.</exception>
    public Judgement Make(string by, Func<Judging, Judgement> make, bool isBlind = false)
    {
        using CasusStore store = CasusStore.OpenExisting(options.Store);
        return make(new Judging(store, new Lazy<Knowledge.KnowledgeBase>(() => world.Knowledge), by) { Shown = isBlind ? new AsCoded(store, world.Linker, world.Knowledge, by) : null });
    }

    /// <summary>Begins to link where judgements wait, and waits a while for the end.</summary>
    public async Task Link()
    {
        try
        {
            await Behind(Run).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // The views say that judgements wait to be linked.
        }
    }

    /// <summary>Does it when all that came before is done: whoever writes much writes alone.</summary>
    public Task Behind(Action act)
    {
        lock (queue)
        {
            return work = work.ContinueWith(_ => act(), CancellationToken.None, TaskContinuationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private void Run()
    {
        using CasusStore store = CasusStore.OpenExisting(options.Store);
        if (LinkWriter.IsDue(store, world.Knowledge, world.Engine.Links))
        {
            LinkWriter.Link(store, world.Linker, world.Knowledge);
        }
    }
}
