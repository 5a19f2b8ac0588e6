namespace Casus.Tests.Corpus;

/// <summary>The files of the project, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Text(params ReadOnlySpan<string> parts) => File.ReadAllText(Path(parts));

    /// <summary>Relative to the root, with forward slashes, sorted; build outputs and hidden folders left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("artifacts/", StringComparison.Ordinal) && !f.Split('/').Any(p => p.StartsWith('.') || p is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Casus.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Casus.slnx is in no folder above the tests: run them from a checkout.");
    }
}
