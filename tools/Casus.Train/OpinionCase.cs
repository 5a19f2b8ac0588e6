using Casus.Claims;

namespace Casus.Train;

/// <summary>One case to learn from: its features and the answers that are right.</summary>
/// <param name="Group">Cases of one sentence share it and stay together in a fold.</param>
/// <param name="Right">Bit <c>a</c> is set when answer <c>a</c> may be right; several where the row knows only the quad class, or YIELD.</param>
/// <param name="Weight">How much the case counts beside others.</param>
internal sealed record OpinionCase(string Group, HashedRows Features, uint Right, float Weight = 1);

/// <summary>A row to learn from: a sentence, the marked words, the codes that may be right.</summary>
/// <param name="Set">Where it comes from: "plv", "cameo" or "own".</param>
/// <param name="Id">Of the row in its set.</param>
internal sealed record OpinionRow(string Set, string Id, string Text, TextSpan[] Initiator, TextSpan[] Target, string[] Codes)
{
    /// <summary>Letters and digits alone: editions of a set space and quote one sentence in different ways.</summary>
    public string Group { get; } = string.Concat(Text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
