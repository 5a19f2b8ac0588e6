using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Casus.App.Access;
using Casus.App.Fetch.Web;
using Casus.App.Publish;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Pages into the store from the browser.</summary>
internal static class ImportRoutes
{
    private const int MostAddresses = 20;

    /// <summary>Between two tellings of how far an import is; the longer one where nothing happens, so that what stands between does not hang up.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200), Beat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/import", Form).Demands(UserRole.Reviewer).IsLive();
        routes.MapPost("/import", Begin).Demands(UserRole.Reviewer).WithMetadata(new BodyLimit(Limits.Import));
        routes.MapView("/import/{id}", One).Demands(UserRole.Reviewer).IsLive();
        routes.MapView("/import/{id}/progress", Progress).Demands(UserRole.Reviewer).IsLive();
    }

    private static IResult Form(ViewRequest request, ImportDesk desk) => request.Show("Import", "/import", ImportView.Draw(request.Token(), desk.All));

    private static async Task<IResult> Begin(ViewRequest request, ImportDesk desk)
    {
        IFormCollection form = await request.Posted();
        (ImmutableArray<string> addresses, ImmutableArray<RefusedPage> wrong) = Addresses(form["address"].ToString());
        if (form.Files.Count > Limits.ImportFiles)
        {
            throw Trouble.Usage($"An import takes {Limits.ImportFiles} files: pack more into a .zip, or use casus read.");
        }

        var upload = new Upload();
        try
        {
            // One without bytes is told of like any other; without a name it is the field that was left open.
            foreach (IFormFile file in form.Files.Where(f => f.Length > 0 || f.FileName.Length > 0))
            {
                await upload.Add(file);
            }

            if (upload.Names.IsEmpty && addresses.IsEmpty)
            {
                throw Trouble.Usage(wrong.IsEmpty ? "Nothing to import: choose files, or give an address." : $"{Plain.Shortened(wrong[0].Name, 100)}: {wrong[0].Detail}");
            }
        }
        catch
        {
            upload.Dispose();
            throw;
        }

        Import import = desk.Add(request.Visitor?.Name ?? request.Options.By, upload, addresses, form["feed"].Count > 0, wrong);
        request.Keeper.Note(request.Http, AuditLog.Imported, string.Join(", ", import.Files.Concat(addresses)));
        return Results.LocalRedirect("/import/" + import.Id);
    }

    private static IResult One(string id, ViewRequest request, ImportDesk desk)
    {
        Import import = Find(id, desk);
        return request.Show("Import", "/import", ImportedView.Draw(import, import.State), renewed: !import.State.IsOver);
    }

    private static IResult Progress(string id, HttpContext http, ImportDesk desk) => TypedResults.ServerSentEvents(Ticks(Find(id, desk), http.RequestAborted), "progress");

    private static async IAsyncEnumerable<ImportTick> Ticks(Import import, [EnumeratorCancellation] CancellationToken gone)
    {
        for (bool more = true; more;)
        {
            (ImportState state, Task changed) = import.Watch();
            yield return new ImportTick(Json.Word(state.Stage), state.Pages, state.Of, ImportedView.Says(state), state.IsOver);
            more = !state.IsOver && !gone.IsCancellationRequested;
            if (more)
            {
                await Task.WhenAny(changed, Task.Delay(Beat, gone));
                await Task.WhenAny(Task.Delay(Pause, gone));
            }
        }
    }

    private static Import Find(string id, ImportDesk desk) => desk.Find(Ids.Check(id)) ?? throw new Trouble(ExitCode.Findings, "No import has this address: the console remembers those since it was started, and the list of pages everything.");

    /// <returns>Those that may be asked, and those that are none with the reason.</returns>
    /// <exception cref="Trouble">They are too many.</exception>
    private static (ImmutableArray<string> Addresses, ImmutableArray<RefusedPage> Wrong) Addresses(string words)
    {
        string[] lines = words.Split((char[])['\n', '\r', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MostAddresses)
        {
            throw Trouble.Usage($"An import takes {MostAddresses} addresses: give a feed that lists them, or use casus read.");
        }

        (string Line, Articles.Refused? Problem)[] all = [.. lines.Select(l => (l, WebAddress.Check(l, WebAddress.UsualPorts, out _)))];
        return ([.. all.Where(a => a.Problem is null).Select(a => a.Line)], [.. all.Where(a => a.Problem is not null).Select(a => new RefusedPage(a.Line, a.Problem!.Reason, a.Problem.Detail))]);
    }

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

    /// <param name="Says">In words, for who watches.</param>
    private sealed record ImportTick(string Stage, int Pages, int? Of, string Says, bool Over);
}
