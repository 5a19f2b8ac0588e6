using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary>A listed name that a mistyped one may have meant.</summary>
internal sealed record NearName(string Name, string ActorId);

/// <summary>Finds listed names whose sounds are a few letters from a name's (<see cref="ActorNameKey"/>).</summary>
internal sealed class NearNames(KnowledgeBase knowledge)
{
    /// <summary>One letter in so many may differ, and always one.</summary>
    private const int LettersToAChange = 5;

    private readonly (string Sounds, NearName Name)[] all =
        [.. knowledge.Actors.All.SelectMany(a => a.Names.Select(n => (ActorNameKey.Fold(n.Text), new NearName(n.Text, a.Id))))];

    /// <summary>The nearest first, each actor once.</summary>
    public NearName[] To(string name, int most)
    {
        string sounds = ActorNameKey.Fold(name);
        int farthest = Math.Max(1, sounds.Length / LettersToAChange);
        return
        [
            .. all.Where(a => Math.Abs(a.Sounds.Length - sounds.Length) <= farthest)
                .Select(a => (Distance: Typing.Distance(a.Sounds, sounds), a.Name))
                .Where(a => a.Distance <= farthest)
                .OrderBy(a => a.Distance).ThenBy(a => a.Name.Name.Length).ThenBy(a => a.Name.Name, StringComparer.Ordinal)
                .DistinctBy(a => a.Name.ActorId)
                .Take(most)
                .Select(a => a.Name),
        ];
    }
}
