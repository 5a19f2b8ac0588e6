namespace Casus.Language;

/// <summary>
/// The trained weights of the analysis of English: tokens and sentences, tags, trees, lemmas. Immutable; share one among threads.
/// The file is a list of named sections closed by the SHA-256 of all before it, so heads can be added without a new format.
/// </summary>
public sealed class LanguageModel
{
    internal const string Magic = "CASUSLM1";

    private LanguageModel(string hash, Tokenizer tokenizer, TrueCaser trueCaser, Contractions contractions, Lemmatiser lemmatiser, Network? network)
    {
        Hash = hash;
        Tokenizer = tokenizer;
        TrueCaser = trueCaser;
        Contractions = contractions;
        Lemmatiser = lemmatiser;
        Network = network;
    }

    /// <summary>Content hash of the file, for the provenance of what was read with it.</summary>
    public string Hash { get; }

    internal Tokenizer Tokenizer { get; }

    internal TrueCaser TrueCaser { get; }

    internal Contractions Contractions { get; }

    internal Lemmatiser Lemmatiser { get; }

    /// <summary>Null in a file that only cuts and lemmatises (made while training): trees are flat then.</summary>
    internal Network? Network { get; }

    /// <exception cref="InvalidDataException">The bytes are no weights of Casus, are of another version, or were damaged.</exception>
    public static LanguageModel Load(ReadOnlyMemory<byte> weights)
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections = ModelFile.Read(weights);
        try
        {
            var contractions = new Contractions(WordTable.Read(Section(sections, "contractions")));
            var repair = new CopyRepair(WordTable.Read(Section(sections, "words")));
            var tokenizer = new Tokenizer(
                BoundaryModel.Read(Section(sections, "tokens").Span),
                BoundaryModel.Read(Section(sections, "sentences").Span),
                BoundaryModel.Read(Section(sections, "bare-sentences").Span),
                contractions,
                repair,
                new Abbreviations(WordTable.Lines(Section(sections, "abbreviations")), repair));
            Network? network = sections.TryGetValue("network", out ReadOnlyMemory<byte> bytes) ? Network.Read(bytes) : null;
            return new LanguageModel(ContentHash.OfBytes(weights.Span), tokenizer, TrueCaser.Read(Section(sections, "casing").Span, repair), contractions, Lemmatiser.Read(Section(sections, "lemmas"), WordTable.Lines(Section(sections, "bases"))), network);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("The language weights are whole but were written by another version: train them again with tools/Casus.Train.", e);
        }
    }

    private static ReadOnlyMemory<byte> Section(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, string name) =>
        sections.TryGetValue(name, out ReadOnlyMemory<byte> bytes) ? bytes
            : throw new InvalidDataException($"The language weights have no section '{name}': train them again with tools/Casus.Train.");
}
