using Casus.App.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.App.Web;

/// <summary>Draws the overview once for nobody, so that the first visitor does not wait for what is compiled at a first call; and begins to take the events into memory.</summary>
internal static class FirstView
{
    /// <param name="services">Of the console, with its knowledge loaded.</param>
    public static async Task Draw(IServiceProvider services)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        (StorePool stores, World world) = (services.GetRequiredService<StorePool>(), services.GetRequiredService<World>());
        try
        {
            OverviewLines lines = services.GetRequiredService<Remembered>().Get(FilterForm.None.At("/"), () => stores.Read(store => OverviewLines.Of(store, Filter.None)));
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Method = HttpMethods.Get, Scheme = "http", Host = new HostString("localhost"), Path = "/" } };
            await Answers.Page(new FrameLines("Overview", "/", Path.GetFileName(stores.Path), FilterForm.None), OverviewView.Draw(FilterForm.None, lines, world.Knowledge, null, mayReview: false)).ExecuteAsync(http);
            stores.Read(store => store.Columns);
        }
        catch (Trouble)
        {
            // A visitor who meets the same is told.
        }
    }
}
