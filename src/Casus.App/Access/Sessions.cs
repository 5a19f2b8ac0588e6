using System.Security.Cryptography;
using System.Text;

namespace Casus.App.Access;

internal sealed record Session(string User, DateTimeOffset Began, DateTimeOffset Seen, string Address);

/// <summary>Who is signed in: a random token in a cookie, of which the hash is kept. Ended by leaving, by what narrows the user's rights, by idling and by age.</summary>
internal sealed class Sessions(AccessFile file)
{
    /// <summary>Without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>However busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int NotedEvery = 60;

    public List<Session> All(DateTimeOffset now) => file.Rows(
        "SELECT u.name, s.began, s.seen, s.address FROM session s JOIN user u ON u.key = s.user WHERE s.seen > $1 AND s.began > $2 ORDER BY s.seen DESC",
        r => new Session(r.GetString(0), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(1)), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(2)), r.GetString(3)),
        (now - Idle).ToUnixTimeSeconds(),
        (now - Longest).ToUnixTimeSeconds());

    /// <returns>The token.</returns>
    public string Begin(string user, string address, DateTimeOffset now)
    {
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        long second = now.ToUnixTimeSeconds();
        file.Run("DELETE FROM session WHERE seen <= $1 OR began <= $2", (now - Idle).ToUnixTimeSeconds(), (now - Longest).ToUnixTimeSeconds());
        file.Run("INSERT INTO session (hash, user, began, seen, address) VALUES ($1, $2, $3, $3, $4)", Hash(token), Users.Key(user), second, address);
        file.Run("UPDATE user SET seen_at = $2 WHERE key = $1", Users.Key(user), Publish.Json.Instant(now));
        return token;
    }

    /// <summary>Null where there is no such session, or not any longer.</summary>
    public Visitor? Find(string token, DateTimeOffset now)
    {
        long second = now.ToUnixTimeSeconds();
        string hash = Hash(token);
        (Visitor Who, long Seen)? found = file.Rows(
            "SELECT u.name, u.role, s.seen FROM session s JOIN user u ON u.key = s.user WHERE s.hash = $1 AND s.seen > $2 AND s.began > $3",
            r => ((Visitor, long)?)(new Visitor(r.GetString(0), UserRoles.Parse(r.GetString(1)), IsKey: false), r.GetInt64(2)),
            hash,
            (now - Idle).ToUnixTimeSeconds(),
            (now - Longest).ToUnixTimeSeconds()).FirstOrDefault();
        if (found is { } one && second - one.Seen >= NotedEvery)
        {
            file.Run("UPDATE session SET seen = $2 WHERE hash = $1", hash, second);
        }

        return found?.Who;
    }

    public void End(string token) => file.Run("DELETE FROM session WHERE hash = $1", Hash(token));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
