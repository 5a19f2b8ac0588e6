using Casus.App.Api;
using Casus.App.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Casus.App.Web;

/// <summary>The server: what every request passes, in order, and what answers. Nothing of it is taken from settings or the environment.</summary>
internal static class ConsoleHost
{
    public static WebApplication Build(ServeOptions options)
    {
        SentenceWriter.Prepare(options.Store);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ConsoleHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            Limits.Set(server);
            server.Listen(options.Address, options.Port, listen => options.Certificate?.Use(listen));
        });
        IServiceCollection services = builder.Services;
        services.AddRoutingCore().AddHttpContextAccessor().AddLogging();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "casus-form";
            form.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            form.Cookie.SecurePolicy = Microsoft.AspNetCore.Http.CookieSecurePolicy.SameAsRequest;
            form.FormFieldName = "token";
            form.SuppressXFrameOptionsHeader = true;
        });
        // Keys live as long as the program: nothing is written for forms.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Over https as well: other sites' requests carry no cookie, so nobody learns from the length of an answer to somebody else's guess.
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddRateLimiter(limits => RateLimits.Set(limits, options.Pace));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Limits.Stopping);
        services.AddSingleton(options).AddSingleton(options.Clock).AddSingleton(new Keeper(options)).AddSingleton<Gate>().AddSingleton(new World(options)).AddSingleton(_ => new StorePool(options.Store)).AddSingleton<Freshness>().AddSingleton<JudgeDesk>().AddSingleton<ImportDesk>().AddSingleton<Remembered>().AddSingleton<Tries>().AddSingleton<AssistantServer>().AddSingleton<ChangeStream>().AddSingleton<Printer>().AddScoped<StandingDrawing>().AddScoped<ViewRequest>();

        WebApplication app = builder.Build();
        Keeper keeper = app.Services.GetRequiredService<Keeper>();
        if (!options.Proxies.IsEmpty)
        {
            app.UseForwardedHeaders(Proxies.Of(options));
        }

        app.Use(Guards.Headers);
        app.Use((http, next) => Guards.Visitors(http, next, options));
        app.UseResponseCompression();
        app.Use(Failures.Catch);
        if (!keeper.IsOpen)
        {
            app.Use(app.Services.GetRequiredService<Gate>().Identify);
            app.UseRateLimiter();
        }

        app.UseRouting();
        if (!keeper.IsOpen)
        {
            app.Use(app.Services.GetRequiredService<Gate>().Admit);
        }

        app.Use(app.Services.GetRequiredService<Freshness>().Answer);
        Routes.Map(app);
        return app;
    }

    /// <summary>Where a started console answers: the first of its addresses.</summary>
    public static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
