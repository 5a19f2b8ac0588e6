using System.Collections.Immutable;

namespace Casus.App.Web;

/// <summary>One import: what it takes in, and how far it is, for any number of onlookers.</summary>
/// <param name="id">Of its address; nothing is known by it.</param>
/// <param name="by">Who began it.</param>
/// <param name="wrong">Lines that were given as addresses and are none: never asked, and not kept in the store.</param>
internal sealed class Import(string id, string by, ImmutableArray<string> files, ImmutableArray<string> addresses, bool asFeeds, ImmutableArray<RefusedPage> wrong)
{
    private readonly Lock telling = new();
    private ImportState state = new(ImportStage.Waiting);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public string By => by;

    /// <summary>Names of the files as their owner calls them.</summary>
    public ImmutableArray<string> Files => files;

    public ImmutableArray<string> Addresses => addresses;

    /// <summary>The addresses are feeds, or pages that name one.</summary>
    public bool AsFeeds => asFeeds;

    public ImmutableArray<RefusedPage> Wrong => wrong;

    public ImportState State
    {
        get
        {
            lock (telling)
            {
                return state;
            }
        }
    }

    /// <summary>How far it is, and a task that ends when it is further.</summary>
    public (ImportState State, Task Changed) Watch()
    {
        lock (telling)
        {
            return (state, changed.Task);
        }
    }

    public void Tell(Func<ImportState, ImportState> next)
    {
        lock (telling)
        {
            state = next(state);
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
