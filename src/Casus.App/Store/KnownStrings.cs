using System.Text;
using System.Text.Json;

namespace Casus.App.Store;

/// <summary>
/// Strings that come again and again in records (rules, texts): a small table for each thread gives the one that was made before. What does not fit is made
/// anew, so that nothing grows.
/// </summary>
internal static class KnownStrings
{
    private const int Slots = 1024;

    [ThreadStatic]
    private static string?[]? table;

    public static string Of(ref Utf8JsonReader reader) => reader.HasValueSequence || reader.ValueIsEscaped ? reader.GetString()! : Of(reader.ValueSpan);

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        ref string? slot = ref (table ??= new string?[Slots])[Utf8Hash.Of(utf8) % Slots];
        return slot is not null && Ascii.Equals(utf8, slot) ? slot : slot = Encoding.UTF8.GetString(utf8);
    }
}
