using System.Text.Json;

namespace Casus.Tables;

/// <summary>"SplinterOf" → "splinter-of": each word is made once.</summary>
public static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    public static string Of(T value) => Words[value];
}
