using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Casus.App.Access;

/// <summary>Passwords as they are kept: PBKDF2 with SHA-256 (RFC 8018), a salt of its own for each, and the number of rounds beside it, so that old ones can be made stronger.</summary>
internal static class PasswordHash
{
    /// <summary>What OWASP's cheat sheet on storing passwords asks of PBKDF2 with SHA-256.</summary>
    public const int Rounds = 600_000;

    public const int Shortest = 12, Longest = 200;

    private const string Kind = "pbkdf2-sha256";
    private const int Salt = 16, Length = 32;

    /// <summary>Checked where nobody has the name, so that an answer takes as long.</summary>
    public static string Nobody { get; } = Make("nobody has this password");

    public static string Make(string password, int rounds = Rounds)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(Salt);
        return string.Create(CultureInfo.InvariantCulture, $"{Kind}${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, rounds))}");
    }

    public static bool Fits(string password, string kept) => Parts(kept) is var (rounds, salt, hash) && CryptographicOperations.FixedTimeEquals(hash, Derive(password, salt, rounds));

    /// <summary>Whether it was made with fewer rounds than are made today.</summary>
    public static bool IsWeak(string kept) => Parts(kept).Rounds < Rounds;

    /// <exception cref="Trouble">Nobody should use it.</exception>
    public static string Check(string password, string name) =>
        password.Length < Shortest ? throw Trouble.Usage($"A password has at least {Shortest} letters: a few words that do not belong together are easy to keep in mind.")
        : password.Length > Longest ? throw Trouble.Usage($"A password has at most {Longest} letters.")
        : password.Contains(name, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 5 ? throw Trouble.Usage("Too easy to guess: it holds the name, or hardly any different letters.")
        : password;

    /// <summary>Letters that look alike but are written in other ways are the same letters.</summary>
    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, Length);

    private static (int Rounds, byte[] Salt, byte[] Hash) Parts(string kept) => kept.Split('$') is [Kind, var rounds, var salt, var hash]
        ? (int.Parse(rounds, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(hash))
        : throw new InvalidDataException("A password is kept in a way that this Casus does not know.");
}
