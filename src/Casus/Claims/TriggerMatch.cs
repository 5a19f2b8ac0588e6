using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>A pattern that a word of a sentence opens.</summary>
/// <param name="Token">The trigger's head word.</param>
/// <param name="Last">Last word of the trigger in text order (the particle of "carry out"); equal to Token for single words.</param>
/// <param name="First">First word of the trigger ("air" of "air strikes").</param>
/// <param name="Support">For a noun: the light verb that carries it ("launched" an attack); -1 when none does.</param>
/// <param name="Frame">For a verb: the object that a condition named ("restrictions" in "impose restrictions"); -1 when none.</param>
internal sealed record TriggerMatch(CompiledPattern Pattern, int Token, int First, int Last, bool Noun, int Support, int Frame, int Specific)
{
    public RuleId Rule => Pattern.Rule;
}
