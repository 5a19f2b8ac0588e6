namespace Casus.Language;

internal sealed class Network
{
    public static Network Read(ReadOnlySpan<byte> bytes) => throw new InvalidDataException($"Not yet: {bytes.Length} bytes.");
}
