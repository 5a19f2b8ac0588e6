namespace Casus.App.Access;

/// <param name="From">The address of who did it; "here" for the command line.</param>
internal sealed record AuditLine(long Number, string At, string Who, string From, string What, string? Detail);

/// <summary>Who did what, when and from where: appended, never changed. Reading is not noted.</summary>
internal sealed class AuditLog(AccessFile file)
{
    public const string Here = "here", SignedIn = "signed in", SignInFailed = "sign-in failed", LockedOut = "locked out", SignedOut = "signed out", UserAdded = "user added", UserRemoved = "user removed",
        PasswordChanged = "password changed", RoleChanged = "role changed", KeyMade = "key made", KeyRevoked = "key revoked", Judged = "judged", Imported = "imported", Refused = "refused";

    private const int Most = 300;

    public void Note(DateTimeOffset now, string who, string from, string what, string? detail = null) =>
        file.Run("INSERT INTO audit (at, who, address, what, detail) VALUES ($1, $2, $3, $4, $5)", Publish.Json.Instant(now), Short(who), Short(from), what, detail is null ? null : Short(detail));

    /// <summary>The newest first.</summary>
    /// <param name="who">By the whole name; null: everybody. <paramref name="what"/> likewise.</param>
    /// <param name="since">First day.</param>
    /// <param name="limit">0 for all.</param>
    public List<AuditLine> Last(int limit, string? who = null, string? what = null, DateOnly? since = null) => file.Rows(
        "SELECT seq, at, who, address, what, detail FROM audit WHERE ($1 IS NULL OR who = $1) AND ($2 IS NULL OR what = $2) AND ($3 IS NULL OR at >= $3) ORDER BY seq DESC LIMIT $4",
        r => new AuditLine(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5)),
        who,
        what,
        since,
        limit == 0 ? -1 : limit);

    /// <summary>Names come from strangers as well.</summary>
    private static string Short(string text) => new([.. text.Take(Most).Select(c => char.IsControl(c) ? ' ' : c)]);
}
