namespace Casus.Language;

/// <summary>Hashes of words in which case and kinds of quotes, apostrophes and hyphens make no difference; never 0.</summary>
internal static class TextHash
{
    public static uint Of(ReadOnlySpan<char> word)
    {
        uint hash = (uint)word.Length;
        foreach (char c in word)
        {
            hash = FeatureList.Mix(hash * 31 + CharKinds.Fold(c));
        }

        return hash | 1;
    }

    public static uint Join(uint a, uint b) => FeatureList.Mix(a * 0x85EBCA77u + b) | 1;
}
