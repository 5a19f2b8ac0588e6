using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>What a word does to the event it governs.</summary>
internal enum Effect
{
    /// <summary>Nothing: the search goes on above it.</summary>
    None,
    Transparent,
    Report,
    Deny,
    Negate,
    Fail,
    Will,
    Plan,
    Agree,
    Vow,
    Threaten,
    Request,
    Reject,
    Consider,
    Stop,
    Accuse,
    Presuppose,

    /// <summary>Remembered or shown: it happened long ago.</summary>
    Past,
    Warn,

    /// <summary>What somebody does it for: not yet done.</summary>
    Purpose,
}

/// <summary>
/// knowledge/claims/control.tsv: words that govern an event through a complement, an object or a preposition, and what they
/// make of it (PLOVER's rule: a refused meeting is REJECT, a promised one AGREE, a demanded one REQUEST).
/// </summary>
internal sealed class ControlTable
{
    private readonly LemmaTable<LemmaTable<Effect>> effects;

    private ControlTable(LemmaTable<LemmaTable<Effect>> effects) => this.effects = effects;

    public static ControlTable From(KnowledgeTable table) =>
        new(new(Lexicon.Cells(table, "word", "link", "effect")
            .GroupBy(c => c[0], StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, new LemmaTable<Effect>(g.Select(c => KeyValuePair.Create(c[1], Enum.Parse<Effect>(c[2], ignoreCase: true))))))));

    /// <param name="link">"clause" for complements, "object" for objects and passive subjects, "subject", "aux", or a preposition.</param>
    public Effect Find(string word, string link) =>
        effects.TryGetValue(word, out LemmaTable<Effect> links) && links.TryGetValue(link, out Effect effect) ? effect : Effect.None;
}
