using System.Security.Cryptography;
using System.Text;

namespace Casus;

/// <summary>
/// Ids made from content: SHA-256 of the parts (each with its length, so that no two lists of parts meet), cut to 80 bits and
/// written in 16 lower-case base-32 letters. Among a million ids a clash has a chance of about 4e-13.
/// </summary>
public static class ContentHash
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (string part in parts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Base32(digest[..10]);
    }

    public static string OfBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(bytes, digest);
        return Base32(digest[..10]);
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[16];
        for (int i = 0; i < 16; i++)
        {
            int bit = i * 5, at = bit >> 3, shift = bit & 7;
            int two = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
            text[i] = Letters[(two >> (11 - shift)) & 31];
        }

        return new string(text);
    }
}
