using Casus.App.Api;
using Casus.App.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
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
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            Limits.Set(server);
            server.Listen(options.Address, options.Port);
        });
        IServiceCollection services = builder.Services;
        services.AddRoutingCore().AddHttpContextAccessor().AddLogging();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "casus-form";
            form.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            form.FormFieldName = "token";
            form.SuppressXFrameOptionsHeader = true;
        });
        // Keys live as long as the program: nothing is written for forms.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddResponseCompression();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Limits.Stopping);
        services.AddSingleton(options).AddSingleton(TimeProvider.System).AddSingleton(new World(options)).AddSingleton(_ => new StorePool(options.Store)).AddSingleton<Freshness>().AddSingleton<JudgeDesk>().AddSingleton<Remembered>().AddSingleton<Tries>().AddSingleton<AssistantServer>().AddSingleton<ChangeStream>().AddSingleton<Printer>().AddScoped<StandingDrawing>().AddScoped<ViewRequest>();

        WebApplication app = builder.Build();
        app.Use(Guards.Headers);
        app.Use(Guards.Visitors);
        app.UseResponseCompression();
        app.Use(Failures.Catch);
        app.Use(app.Services.GetRequiredService<Freshness>().Answer);
        app.UseRouting();
        Routes.Map(app);
        return app;
    }
}
