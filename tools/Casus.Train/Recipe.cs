namespace Casus.Train;

/// <summary>What the command was asked for.</summary>
/// <param name="Silver">Articles for distillation (JSON Lines with "text"); null trains from the treebanks alone.</param>
/// <param name="Work">Folder that keeps the teachers between runs; null trains them anew.</param>
/// <param name="Passes">Overrides the passes of every network, for a quick look; 0 for the recipe's.</param>
internal sealed record Recipe(string Treebanks, string? Silver, string Target, string? Work, int Threads, int Seed, int Passes = 0)
{
    private const int Teachers = 2;

    /// <summary>Wider networks, trained on the treebanks alone, that label the silver text together.</summary>
    public IEnumerable<NetworkRecipe> TeacherRecipes => Enumerable.Range(1, Teachers).Select(t => new NetworkRecipe($"teacher-{t}", 256, Or(8), 10 * Seed + t, Copies: 0, Rows: 600));

    public IEnumerable<Size> Sizes =>
    [
        new("language", "accurate", new("accurate", 192, Or(8), Seed, Silver is null ? 1 : 0.5f)),
        new("language-fast", "fast", new("fast", 96, Or(8), Seed, Silver is null ? 1 : 0.5f, Narrow: true)),
    ];

    private int Or(int passes) => Passes > 0 ? Passes : passes;
}

/// <param name="File">Name of the weights and of their card.</param>
/// <param name="Word">What the program's --model calls it.</param>
internal sealed record Size(string File, string Word, NetworkRecipe Network);
