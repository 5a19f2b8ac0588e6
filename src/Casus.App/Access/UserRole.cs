namespace Casus.App.Access;

/// <summary>What somebody may do in a shared console; each may do what those before it may.</summary>
internal enum UserRole
{
    /// <summary>Sees everything and changes nothing.</summary>
    Reader,

    /// <summary>Judges and imports.</summary>
    Reviewer,

    /// <summary>Sees who may enter and what was done.</summary>
    Admin,
}

internal static class UserRoles
{
    public static readonly string[] Words = [.. Enum.GetNames<UserRole>().Select(n => n.ToLowerInvariant())];

    public static string Word(this UserRole role) => Words[(int)role];

    /// <exception cref="Trouble">It is none.</exception>
    public static UserRole Parse(string word) => Array.IndexOf(Words, word.ToLowerInvariant()) is >= 0 and var at ? (UserRole)at : throw Trouble.Usage($"{word} is no role: {string.Join(", ", Words)}.");
}
