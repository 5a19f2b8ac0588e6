using Casus.Language;

namespace Casus.Tests.Language;

/// <summary>The weights of this repository, loaded once.</summary>
internal static class RepositoryModel
{
    private static readonly Lazy<byte[]> File = new(() => System.IO.File.ReadAllBytes(Path.Combine(Root(), "models", "language.bin")));
    private static readonly Lazy<LanguageModel> Shared = new(() => LanguageModel.Load(Bytes));

    public static byte[] Bytes => (byte[])File.Value.Clone();

    public static LanguageModel Model => Shared.Value;

    /// <summary>The weights beside the parser's.</summary>
    public static MentionModels Mentions { get; } = new(AttributionModel.Load(Weights("attribution.bin")), NameModel.Load(Weights("names.bin")), CoreferenceModel.Load(Weights("coreference.bin")));

    /// <summary>As the fast setting has them.</summary>
    public static MentionModels FastMentions { get; } = Mentions with { Attribution = AttributionModel.Load(Weights("attribution-fast.bin")), Sparing = true };

    public static TextParser Parser { get; } = new(Model);

    public static TextParser FastParser { get; } = new(LanguageModel.Load(System.IO.File.ReadAllBytes(Path.Combine(Root(), "models", "language-fast.bin"))));

    public static byte[] Weights(string file) => System.IO.File.ReadAllBytes(Path.Combine(Root(), "models", file));

    public static string Root()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !System.IO.File.Exists(Path.Combine(at, "Casus.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("Casus.slnx is not above the tests.");
    }
}
