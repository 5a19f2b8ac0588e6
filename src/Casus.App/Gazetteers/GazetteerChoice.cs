using Casus.Knowledge;

namespace Casus.App.Gazetteers;

/// <summary>The gazetteers of a run: the file that is named, else $CASUS_GAZETTEER, else those that were added.</summary>
internal static class GazetteerChoice
{
    public const string Variable = "CASUS_GAZETTEER", None = "none";

    /// <param name="named">What <c>--gazetteer</c> says; null when it is not given.</param>
    public static IReadOnlyList<GazetteerIndex> Open(string? named)
    {
        string? path = string.IsNullOrEmpty(named) ? Environment.GetEnvironmentVariable(Variable) : named;
        if (path == None)
        {
            return [];
        }

        return string.IsNullOrEmpty(path) ? Installed() : [OpenFile(path)];
    }

    /// <summary>A compiled file is used where it lies; a dump is compiled in memory first.</summary>
    private static GazetteerIndex OpenFile(string path)
    {
        try
        {
            return IsCompiled(path) ? GazetteerIndex.Open(new MappedBytes(path).Memory) : Compile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }
        catch (InvalidDataException e)
        {
            throw Trouble.Usage($"{path}: {e.Message}");
        }
    }

    public static bool IsCompiled(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[8];
        return GazetteerIndex.IsCompiled(start[..file.ReadAtLeast(start, 8, throwOnEndOfStream: false)]);
    }

    private static GazetteerIndex Compile(string path)
    {
        using DumpFile dump = DumpFile.Open(path);
        using var output = new MemoryStream();
        GazetteerCompiled compiled = GazetteerCompiler.Compile(Path.GetFileName(path), dump.Lines(), output, () => new MemoryStream());
        if (compiled.Broken > 0)
        {
            Console.Error.WriteLine($"casus: {path}: {compiled.Broken} lines were left out; the first: {compiled.Problems[0]}");
        }

        return GazetteerIndex.Open(output.GetBuffer().AsMemory(0, (int)output.Length));
    }

    private static GazetteerIndex[] Installed()
    {
        IReadOnlyList<InstalledGazetteer> all = GazetteerFolder.OfUser().All();
        return all.FirstOrDefault(g => g.Index is null) is { } unusable
            ? throw Trouble.Usage($"{unusable.Path}: {unusable.Problem} Or take it out: casus gazetteer remove {unusable.Name}")
            : [.. all.Select(g => g.Index!)];
    }
}
