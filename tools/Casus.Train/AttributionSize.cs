using Casus.Language;

namespace Casus.Train;

/// <summary>A network of attributions that is shipped.</summary>
/// <param name="Word">As <c>--size</c> names it.</param>
/// <param name="File">Name of the weights without its ending.</param>
/// <param name="Hidden">Width of the BiLSTM, one direction.</param>
internal sealed record AttributionSize(string Word, string File, int Hidden, int RoleWidth)
{
    public static AttributionSize Accurate { get; } = new("accurate", "attribution", 96, 64);

    public static AttributionSize Fast { get; } = new("fast", "attribution-fast", 48, 32);

    public static AttributionSize Of(string? word) => word == Fast.Word ? Fast : Accurate;

    public AttributionShape Shape(int words) => new(words, Hidden) { RoleWidth = RoleWidth };
}
