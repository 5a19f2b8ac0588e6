using System.Security.Cryptography;

namespace Casus.App.Fetch;

/// <summary>Digests as WARC writes them: "sha1:" and base 32, or hexadecimal digits.</summary>
internal static class RecordDigest
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>False when the bytes are others than the digest was made of. One that cannot be understood proves nothing.</summary>
    public static bool Fits(string? stated, ReadOnlySpan<byte> bytes)
    {
        if (stated?.Split(':', 2) is not [var name, var value])
        {
            return true;
        }

        Span<byte> digest = stackalloc byte[64];
        int length = name.Trim().ToLowerInvariant() switch
        {
            "sha1" or "sha-1" => SHA1.HashData(bytes, digest),
            "sha256" or "sha-256" => SHA256.HashData(bytes, digest),
            "md5" => MD5.HashData(bytes, digest),
            _ => 0,
        };
        digest = digest[..length];
        value = value.Trim();
        return length == 0
            || (value.Length == length * 2 ? value.Equals(Convert.ToHexString(digest), StringComparison.OrdinalIgnoreCase)
            : value.TrimEnd('=').Length != (length * 8 + 4) / 5 || value.TrimEnd('=').Equals(Base32(digest), StringComparison.OrdinalIgnoreCase));
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[(bytes.Length * 8 + 4) / 5];
        for (int i = 0; i < text.Length; i++)
        {
            int bit = i * 5, at = bit >> 3;
            int two = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
            text[i] = Letters[(two >> (11 - (bit & 7))) & 31];
        }

        return new string(text);
    }
}
