namespace Casus.App.Publish;

/// <summary>The four quad classes as people read them.</summary>
internal static class QuadNames
{
    /// <summary>Class 1 first.</summary>
    public static readonly string[] All = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <param name="quad">1 to 4.</param>
    public static string Of(int quad) => All[quad - 1];
}
