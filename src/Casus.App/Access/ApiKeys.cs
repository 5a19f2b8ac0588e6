using System.Security.Cryptography;
using System.Text;

namespace Casus.App.Access;

/// <param name="UsedAt">Null for never; exact to a minute.</param>
internal sealed record ApiKey(string Id, string Name, UserRole Role, string MadeAt, DateTimeOffset Until, DateTimeOffset? UsedAt, string? RevokedAt)
{
    public string State(DateTimeOffset now) => RevokedAt is not null ? "revoked" : Until <= now ? "expired" : "good";
}

/// <summary>Keys of programs: <c>casus_ID_SECRET</c>. The secret is 256 random bits, which nobody guesses: its SHA-256 is enough to keep, and quick enough for each request.</summary>
internal sealed class ApiKeys(AccessFile file)
{
    private const string Prefix = "casus_";
    private const int LongestName = 60, NotedEvery = 60;

    /// <summary>All that were ever made.</summary>
    public List<ApiKey> All() => file.Rows("SELECT id, name, role, made_at, until, used, revoked_at FROM api_key ORDER BY made_at, id", r => new ApiKey(
        r.GetString(0), r.GetString(1), UserRoles.Parse(r.GetString(2)), r.GetString(3), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(4)), r.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(5)), r.IsDBNull(6) ? null : r.GetString(6)));

    /// <returns>The key and its id. The key itself is told this once and is kept nowhere.</returns>
    public (string Key, string Id) Make(string name, UserRole role, DateTimeOffset now, TimeSpan lasts)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw Trouble.Usage($"Give the key a name of up to {LongestName} letters: what it is for.");
        }

        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5)), secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        file.Run("INSERT INTO api_key (id, name, role, hash, made_at, until) VALUES ($1, $2, $3, $4, $5, $6)", id, name, role.Word(), Hash(secret), Publish.Json.Instant(now), (now + lasts).ToUnixTimeSeconds());
        return ($"{Prefix}{id}_{secret}", id);
    }

    /// <exception cref="Trouble">No key that holds has the id.</exception>
    public void Revoke(string id, DateTimeOffset now)
    {
        if (file.Run("UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", id, Publish.Json.Instant(now)) == 0)
        {
            throw new Trouble(ExitCode.Findings, $"No key that holds has the id {id}: casus keys list shows them.");
        }
    }

    /// <summary>Whose key it is; null where it is none, no more, or not any longer.</summary>
    public Visitor? Check(string key, DateTimeOffset now)
    {
        if (key.Length > 200 || key.Split('_') is not ["casus", var id, var secret])
        {
            return null;
        }

        long second = now.ToUnixTimeSeconds();
        (string Name, UserRole Role, string Hash, long Used)? kept = file.Rows(
            "SELECT name, role, hash, coalesce(used, 0) FROM api_key WHERE id = $1 AND revoked_at IS NULL AND until > $2",
            r => ((string, UserRole, string, long)?)(r.GetString(0), UserRoles.Parse(r.GetString(1)), r.GetString(2), r.GetInt64(3)),
            id,
            second).FirstOrDefault();
        if (kept is not { } known || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Hash), Encoding.ASCII.GetBytes(Hash(secret))))
        {
            return null;
        }

        if (second - known.Used >= NotedEvery)
        {
            file.Run("UPDATE api_key SET used = $2 WHERE id = $1", id, second);
        }

        return new Visitor(known.Name, known.Role, IsKey: true);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
