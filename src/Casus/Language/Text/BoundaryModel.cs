using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>A linear model over hashed features that says cut or no cut (averaged perceptron, weights in 16 bits).</summary>
internal sealed class BoundaryModel
{
    public const int Bits = 17;
    private readonly short[] weights;

    public BoundaryModel(short[] weights)
    {
        if (weights.Length != 1 << Bits)
        {
            throw new InvalidDataException($"A boundary model has {1 << Bits} weights; this one has {weights.Length}.");
        }

        this.weights = weights;
    }

    public static BoundaryModel Read(ReadOnlySpan<byte> bytes) => new(Weights(bytes));

    /// <summary>Weights of a linear model as the file has them: 16 bits each, low byte first.</summary>
    public static short[] Weights(ReadOnlySpan<byte> bytes)
    {
        var weights = new short[bytes.Length / 2];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        }

        return weights;
    }

    public bool Cuts(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features)
        {
            sum += weights[feature];
        }

        return sum > 0;
    }
}

/// <summary>Collects hashed features in a fixed buffer.</summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    private readonly Span<uint> buffer = buffer;
    private int count;

    public readonly ReadOnlySpan<uint> Features => buffer[..count];

    public void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        uint h = Mix(Mix(Mix((template * 0x9E3779B1u) ^ a) ^ (b * 0x85EBCA77u)) ^ (c * 0xC2B2AE3Du));
        buffer[count++] = h >> (32 - BoundaryModel.Bits);
    }

    public static uint Mix(uint h)
    {
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        h *= 0x297A2D39u;
        return h ^ (h >> 15);
    }

    /// <summary>Eight at once.</summary>
    public static Vector256<uint> Mix(Vector256<uint> h)
    {
        h ^= h >>> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >>> 12;
        h *= 0x297A2D39u;
        return h ^ (h >>> 15);
    }
}
