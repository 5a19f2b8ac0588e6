using System.Collections.Immutable;
using System.Security.Cryptography;
using Casus.App.Commands;
using Casus.App.Fetch;
using Casus.App.Fetch.Web;
using Casus.App.Store;
using Microsoft.Extensions.Hosting;

namespace Casus.App.Web;

/// <summary>
/// Takes in pages as `casus read` does, one import after another, whether anybody watches or not. Each page that is done is kept: a console that is ended or
/// killed on the way leaves a whole store, and the same import goes on from there.
/// </summary>
internal sealed class ImportDesk(ServeOptions options, World world, JudgeDesk desk, IHostApplicationLifetime life)
{
    private const int Remembered = 50;

    private readonly Lock queue = new();
    private ImmutableList<Import> all = [];

    /// <summary>The newest first.</summary>
    public ImmutableList<Import> All
    {
        get
        {
            lock (queue)
            {
                return all;
            }
        }
    }

    public Import? Find(string id) => All.Find(i => i.Id == id);

    /// <exception cref="Trouble">Too many wait. The upload is dropped then, as it is when it has been read.</exception>
    public Import Add(string by, Upload upload, ImmutableArray<string> addresses, bool asFeeds, ImmutableArray<RefusedPage> wrong)
    {
        var import = new Import(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), by, upload.Names, addresses, asFeeds, wrong);
        lock (queue)
        {
            if (all.Count(i => !i.State.IsOver) >= Limits.Imports)
            {
                upload.Dispose();
                throw new Trouble(ExitCode.Store, "Many imports wait already: try again when some are done.") { Passing = true };
            }

            all = [import, .. all.Take(Remembered - 1)];
        }

        desk.Behind(() => Run(import, upload));
        return import;
    }

    private void Run(Import import, Upload upload)
    {
        using (upload)
        {
            try
            {
                Read(import, upload);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                if (e is not Trouble)
                {
                    System.Console.Error.WriteLine($"casus: import: {e}");
                }

                import.Tell(s => s with { Stage = ImportStage.Failed, Problem = e is Trouble ? e.Message : "That is a fault of Casus, not yours. What happened is in the window where it was started." });
            }
        }
    }

    private void Read(Import import, Upload upload)
    {
        import.Tell(s => s with { Stage = ImportStage.Reading, Of = import.Addresses.IsEmpty ? upload.Count() : null });
        using CasusStore store = CasusStore.OpenExisting(options.Store);
        using WebAccess? access = import.Addresses.IsEmpty ? null : new WebAccess(new WebChoices(import.AsFeeds, null, AllowPrivate: false), store.Path);
        IEnumerable<Found> pages = upload.Pages().Concat(access?.Source(new WebManner(import.AsFeeds, OnlyDue: false), life.ApplicationStopping).Pages(import.Addresses) ?? []);
        // Half of the machine stays with those who look.
        int jobs = Math.Max(1, Environment.ProcessorCount / 2);
        Ledger ledger = ReadCommand.ReadPages(pages, store, world.Engine, jobs, name => import.Tell(s => s with { Pages = s.Pages + 1, Last = name }), life.ApplicationStopping);
        ImportResult result = new(ledger.Fetched, ledger.Read, ledger.Empty, ledger.Duplicate, ledger.Refused, [.. ledger.RefusedByReason.SelectMany(r => r.Value.Select(p => new RefusedPage(p.Name, r.Key, p.Detail))).Take(ImportResult.MostRefusals)]);
        import.Tell(s => s with { Stage = ImportStage.Linking, Result = result });
        if (!life.ApplicationStopping.IsCancellationRequested && LinkWriter.IsDue(store, world.Knowledge, world.Engine.Links))
        {
            LinkWriter.Link(store, world.Linker, world.Knowledge);
        }

        import.Tell(s => s with { Stage = ImportStage.Done });
    }
}
