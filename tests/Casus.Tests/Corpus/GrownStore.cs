using Casus.App.Publish;
using Casus.App.Store;
using Casus.Tests.App;

namespace Casus.Tests.Corpus;

/// <summary>Stores that are filled in portions, each of which is linked when it has come.</summary>
internal static class GrownStore
{
    public static readonly DateTimeOffset Now = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <returns>All that linking wrote.</returns>
    public static string Dump(CasusStore store, IEnumerable<ReadOutcome[]> portions)
    {
        var linker = new Linker(WholeEngine.Knowledge);
        foreach (ReadOutcome[] some in portions)
        {
            Add(store, some);
            LinkWriter.Link(store, linker, WholeEngine.Knowledge);
        }

        return StoreDump.Of(store, StoreDump.Linked);
    }

    public static void Add(CasusStore store, ReadOutcome[] pages)
    {
        using var writer = new PageWriter(store, new Provenance("k", "m", null), Now);
        foreach (ReadOutcome page in pages)
        {
            writer.Add(page);
        }
    }
}
