namespace Casus.App.Access;

/// <summary>What trying to sign in came to.</summary>
internal abstract record SignedIn
{
    private SignedIn()
    {
    }

    /// <param name="Token">Of the session that begins.</param>
    internal sealed record Welcome(string Token, Visitor Who) : SignedIn;

    /// <summary>Nobody has the name, or not with that password: it is not told which.</summary>
    internal sealed record Wrong : SignedIn;

    internal sealed record Wait(TimeSpan Time) : SignedIn;
}

/// <summary>The way in by name and password.</summary>
internal sealed class SignIn(AccessFile file, TimeProvider clock) : IDisposable
{
    /// <summary>Checking takes a core for a moment: few at a time.</summary>
    private readonly SemaphoreSlim checking = new(2);

    private readonly Users users = new(file);
    private readonly Attempts attempts = new(file);
    private readonly AuditLog log = new(file);

    public async Task<SignedIn> Try(string name, string password, string address)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TimeSpan wait = attempts.Begin(name, now);
        if (wait > TimeSpan.Zero)
        {
            log.Note(now, name, address, AuditLog.LockedOut);
            return new SignedIn.Wait(wait);
        }

        if (!await Fits(name, password) || users.Find(name) is not { } user)
        {
            log.Note(now, name, address, AuditLog.SignInFailed);
            return new SignedIn.Wrong();
        }

        attempts.Forget(name);
        if (PasswordHash.IsWeak(user.Password))
        {
            users.Strengthen(name, password);
        }

        log.Note(now, user.Name, address, AuditLog.SignedIn);
        return new SignedIn.Welcome(new Sessions(file).Begin(user.Name, address, now), new Visitor(user.Name, user.Role, IsKey: false));
    }

    /// <summary>Once more, of who has signed in: a session that somebody else has got hold of guesses no better.</summary>
    public async Task<bool> Confirm(string name, string password)
    {
        TimeSpan wait = attempts.Begin(name, clock.GetUtcNow());
        if (wait > TimeSpan.Zero || !await Fits(name, password))
        {
            return false;
        }

        attempts.Forget(name);
        return true;
    }

    /// <summary>Takes as long for a name that nobody has.</summary>
    private async Task<bool> Fits(string name, string password)
    {
        if (!await checking.WaitAsync(TimeSpan.FromSeconds(10)))
        {
            throw new Trouble(ExitCode.Store, "Too many are signing in at a time: try again in a moment.") { Passing = true };
        }

        try
        {
            (string Name, UserRole Role, string Password)? user = users.Find(name);
            bool fits = await Task.Run(() => PasswordHash.Fits(password, user?.Password ?? PasswordHash.Nobody));
            return fits && user is not null;
        }
        finally
        {
            checking.Release();
        }
    }

    public void Dispose() => checking.Dispose();
}
