using Casus.App.Access;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>Who may enter, as the server asks for it. Without a file everybody may who reaches the console, which then answers this machine alone.</summary>
internal sealed class Keeper : IDisposable
{
    private readonly AccessFile? file;
    private readonly TimeProvider clock;

    public Keeper(ServeOptions options)
    {
        clock = options.Clock;
        file = options.Access is { } path ? AccessFile.OpenExisting(path) : null;
        if (file is not null)
        {
            Users = new Users(file);
            Keys = new ApiKeys(file);
            Sessions = new Sessions(file);
            Log = new AuditLog(file);
            SignIn = new SignIn(file, clock);
            // Made now, or the first stranger with a wrong name would wait for it and learn so.
            _ = PasswordHash.Nobody;
        }
    }

    /// <summary>Nobody is asked who they are.</summary>
    public bool IsOpen => file is null;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>This and what follows only where the console is not open.</summary>
    public Users Users { get; } = null!;

    public ApiKeys Keys { get; } = null!;

    public Sessions Sessions { get; } = null!;

    public AuditLog Log { get; } = null!;

    public SignIn SignIn { get; } = null!;

    /// <summary>Whether this visitor may do what the role may.</summary>
    public bool May(HttpContext http, UserRole role) => IsOpen || http.Features.Get<Visitor>() is { } visitor && visitor.Role >= role;

    /// <summary>Into the audit log, where there is one.</summary>
    public void Note(HttpContext http, string what, string? detail = null)
    {
        if (!IsOpen)
        {
            Log.Note(Now, http.Features.Get<Visitor>()?.Name ?? "", From(http), what, detail);
        }
    }

    public static string From(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";

    public void Dispose()
    {
        SignIn?.Dispose();
        file?.Dispose();
    }
}
