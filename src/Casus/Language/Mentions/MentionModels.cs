namespace Casus.Language;

/// <summary>The trained weights beside those of the parser. Each may be missing: rules over trees and knowledge read in its place.</summary>
public sealed record MentionModels(AttributionModel? Attribution, NameModel? Names, CoreferenceModel? Coreference)
{
    /// <summary>True for the fast setting: what seldom finds anything is left out (see docs/decisions/0020-speed.md).</summary>
    public bool Sparing { get; init; }

    public static MentionModels None { get; } = new(Attribution: null, Names: null, Coreference: null);
}
