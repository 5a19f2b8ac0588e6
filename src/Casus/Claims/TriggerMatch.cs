using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>A pattern that a word of a sentence opens.</summary>
/// <param name="Token">The trigger's head word.</param>
/// <param name="Support">For a noun: the light verb that carries it ("launched" an attack); -1 when none does.</param>
/// <param name="Frame">For a verb: the object that a condition named ("restrictions" in "impose restrictions"); -1 when none.</param>
/// <param name="Words">Every word of the trigger.</param>
internal sealed record TriggerMatch(CompiledPattern? Coded, int Token, ImmutableArray<int> Words, bool Noun, int Support, int Frame, int Specific)
{
    public int First => Words[0];

    public int Last => Words[^1];

    /// <summary>Null only for words that tell a relation.</summary>
    public CompiledPattern Pattern => Coded!;

    public RuleId Rule => Pattern.Rule;
}
