namespace Casus.Claims;

/// <summary>What the patterns make of a sentence, before any model is heard.</summary>
/// <param name="Index">All patterns by the words that open them.</param>
internal sealed record PatternsTold(SentenceView View, List<TriggerMatch> Matches, List<Draft> Drafts, TriggerIndex Index)
{
    public static PatternsTold Of(SentenceView s, TriggerIndex index)
    {
        List<TriggerMatch> matches = SentenceCoder.Triggers(s, index, []);
        return new(s, matches, SentenceMerger.Merge(Drafter.Read(s, matches, s.Lexicon), [.. LinkReader.Within(s, matches).Select(l => (l.From, l.To))]), index);
    }
}
