using Casus.App.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Signing in and out, one's own password, and what an admin sees. Only of a shared console.</summary>
internal static class EntryRoutes
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/login", Form).Open().IsLive();
        routes.MapPost("/login", SignIn).Open();
        routes.MapPost("/logout", SignOut).Demands(UserRole.Reader);
        routes.MapView("/you", You).IsLive();
        routes.MapPost("/you", ChangePassword).Demands(UserRole.Reader);
        routes.MapView("/admin", Admin).Demands(UserRole.Admin).IsLive();
    }

    private static IResult Form(ViewRequest request) => request.Keeper.IsOpen ? throw NoUsers() : request.Show("Sign in", null, LoginView.Draw(request.Token(), Local(request.Word("to", 2000)), null));

    private static async Task<IResult> SignIn(ViewRequest request, Keeper keeper)
    {
        IFormCollection form = await Posted(request);
        (string name, string password, string to) = (form["name"].ToString().Trim(), form["password"].ToString(), Local(form["to"].ToString()));
        SignedIn became = name.Length is 0 or > Users.LongestName || password.Length > PasswordHash.Longest ? new SignedIn.Wrong() : await keeper.SignIn.Try(name, password, Keeper.From(request.Http));
        switch (became)
        {
            case SignedIn.Welcome welcome:
                End(request.Http, keeper);
                SessionCookie.Write(request.Http, welcome.Token);
                return Results.LocalRedirect(to);
            case SignedIn.Wait wait:
                request.Http.Response.Headers.RetryAfter = Plain.Px(wait.Time.TotalSeconds);
                return request.Show("Sign in", null, LoginView.Draw(request.Token(), to, $"Too many tries with this name: again in {Plain.Plural((long)Math.Ceiling(wait.Time.TotalSeconds), "second")}."), StatusCodes.Status429TooManyRequests);
            default:
                return request.Show("Sign in", null, LoginView.Draw(request.Token(), to, "Nobody is known by this name and password."), StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> SignOut(ViewRequest request, Keeper keeper)
    {
        await Posted(request);
        End(request.Http, keeper);
        keeper.Note(request.Http, AuditLog.SignedOut);
        SessionCookie.Drop(request.Http);
        // Nor shall the next one at this machine leaf back.
        request.Http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Results.LocalRedirect("/login");
    }

    private static IResult You(ViewRequest request, Keeper keeper) =>
        request.Show("You", null, YouView.Draw(Person(request), request.Token(), null, done: false));

    private static async Task<IResult> ChangePassword(ViewRequest request, Keeper keeper)
    {
        IFormCollection form = await Posted(request);
        Visitor you = Person(request);
        string old = form["old"].ToString(), fresh = form["password"].ToString();
        string? problem = fresh != form["again"].ToString() ? "The two new passwords are not the same." : await keeper.SignIn.Confirm(you.Name, old) ? null : "The old password is not right, or was tried too often: wait a moment then.";
        if (problem is null)
        {
            try
            {
                keeper.Users.SetPassword(you.Name, fresh, SessionCookie.Read(request.Http.Request) is { } token ? Sessions.Hash(token) : null);
                keeper.Note(request.Http, AuditLog.PasswordChanged, you.Name);
            }
            catch (Trouble trouble)
            {
                problem = trouble.Message;
            }
        }

        return request.Show("You", null, YouView.Draw(you, request.Token(), problem, done: problem is null), problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IResult Admin(ViewRequest request, Keeper keeper) => keeper.IsOpen
        ? throw NoUsers()
        : request.Show("Who may enter", "/admin", AdminView.Draw(keeper.Users.All(), keeper.Sessions.All(keeper.Now), keeper.Keys.All(), keeper.Log.Last(Shown), keeper.Now));

    private static Trouble NoUsers() => new(ExitCode.Findings, "This console has no users: it answers this machine alone. casus users add NAME --role admin changes that.");

    private static Visitor Person(ViewRequest request) => request.Visitor is { IsKey: false } you ? you : throw new Trouble(ExitCode.Findings, "This page is for people who have signed in.");

    private static void End(HttpContext http, Keeper keeper)
    {
        if (SessionCookie.Read(http.Request) is { } token)
        {
            keeper.Sessions.End(token);
        }
    }

    private static async Task<IFormCollection> Posted(ViewRequest request)
    {
        if (request.Keeper.IsOpen)
        {
            throw NoUsers();
        }

        return await request.Posted();
    }

    /// <summary>Where to go on; never to another site.</summary>
    private static string Local(string? to) => to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) && !to.StartsWith("/login", StringComparison.Ordinal) ? to : "/";
}
