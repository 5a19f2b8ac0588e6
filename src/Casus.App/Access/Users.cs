using System.Text;

namespace Casus.App.Access;

/// <param name="SeenAt">When they last signed in; null for never.</param>
internal sealed record User(string Name, UserRole Role, string MadeAt, string? SeenAt);

/// <summary>People who may enter. What narrows somebody's rights ends their sessions.</summary>
internal sealed class Users(AccessFile file)
{
    public const int LongestName = 60;

    public List<User> All() => file.Rows("SELECT name, role, made_at, seen_at FROM user ORDER BY key", r => new User(r.GetString(0), UserRoles.Parse(r.GetString(1)), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3)));

    /// <summary>The name and how its password is kept; null where nobody has it.</summary>
    public (string Name, UserRole Role, string Password)? Find(string name) =>
        file.Rows("SELECT name, role, password FROM user WHERE key = $1", r => ((string, UserRole, string)?)(r.GetString(0), UserRoles.Parse(r.GetString(1)), r.GetString(2)), Key(name)).FirstOrDefault();

    /// <exception cref="Trouble">The name cannot be used or is taken.</exception>
    public void Add(string name, UserRole role, string password, DateTimeOffset now)
    {
        string hash = PasswordHash.Make(PasswordHash.Check(password, Checked(name)));
        if (file.Run("INSERT INTO user (key, name, role, password, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", Key(name), name, role.Word(), hash, Publish.Json.Instant(now)) == 0)
        {
            throw Trouble.Usage($"{name} is there already: casus users role or casus users password changes them.");
        }
    }

    /// <exception cref="Trouble">Nobody has the name.</exception>
    public void Remove(string name) => Found(file.Run("DELETE FROM user WHERE key = $1", Key(name)), name);

    /// <param name="keep">The session that goes on, by its hash; null: none.</param>
    public void SetPassword(string name, string password, string? keep = null)
    {
        string hash = PasswordHash.Make(PasswordHash.Check(password, name));
        Found(file.Run("UPDATE user SET password = $2 WHERE key = $1", Key(name), hash), name);
        file.Run("DELETE FROM session WHERE user = $1 AND hash <> coalesce($2, '')", Key(name), keep);
        file.Run("DELETE FROM attempt WHERE key = $1", Key(name));
    }

    /// <summary>The same password, kept in a stronger way.</summary>
    public void Strengthen(string name, string password) => file.Run("UPDATE user SET password = $2 WHERE key = $1", Key(name), PasswordHash.Make(password));

    public void SetRole(string name, UserRole role)
    {
        Found(file.Run("UPDATE user SET role = $2 WHERE key = $1", Key(name), role.Word()), name);
        file.Run("DELETE FROM session WHERE user = $1", Key(name));
    }

    /// <summary>What names are compared by: Anna and ANNA are one.</summary>
    public static string Key(string name) => name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static string Checked(string name) => name.Length is > 0 and <= LongestName && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@') ? name
        : throw Trouble.Usage($"A name has up to {LongestName} letters, digits, . - _ or @, and no spaces.");

    private static void Found(int changed, string name) => _ = changed > 0 ? 0 : throw new Trouble(ExitCode.Findings, $"Nobody is called {name}: casus users list shows who there is.");
}
