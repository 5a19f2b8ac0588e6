using Casus.App.Store;

namespace Casus.App.Access;

/// <summary>Failed tries of a name, whether anybody has it or not. Each beyond the first few makes the next wait longer; who is signed in stays so.</summary>
internal sealed class Attempts(AccessFile file)
{
    public const int Free = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromHours(1), Forgotten = TimeSpan.FromDays(1);

    /// <summary>Counts a try before it is checked, so that many at once gain nothing.</summary>
    /// <returns>How long the name has to wait; zero: it may be tried now.</returns>
    public TimeSpan Begin(string name, DateTimeOffset now) => file.Ask(connection =>
    {
        long second = now.ToUnixTimeSeconds();
        using var forget = new Statement(connection, "DELETE FROM attempt WHERE last < $1");
        forget.Run((now - Forgotten).ToUnixTimeSeconds());
        using var find = new Statement(connection, "SELECT failures, until FROM attempt WHERE key = $1");
        (long failures, long until) = find.Rows(r => (r.GetInt64(0), r.GetInt64(1)), Users.Key(name)).FirstOrDefault();
        if (until > second)
        {
            return TimeSpan.FromSeconds(until - second);
        }

        failures++;
        long wait = failures < Free ? 0 : (long)Math.Min(First.TotalSeconds * Math.Pow(2, Math.Min(failures - Free, 20)), Longest.TotalSeconds);
        using var note = new Statement(connection, "INSERT INTO attempt (key, failures, last, until) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO UPDATE SET failures = $2, last = $3, until = $4");
        note.Run(Users.Key(name), failures, second, second + wait);
        return TimeSpan.Zero;
    });

    public void Forget(string name) => file.Run("DELETE FROM attempt WHERE key = $1", Users.Key(name));
}
