namespace Casus.Train;

/// <summary>Some sentences are learnt as news copy often has them: in capitals, in a headline's capitals, without capitals, without punctuation.</summary>
internal static class CopyVariants
{
    /// <param name="share">1 varies a tenth of the sentences.</param>
    public static Example Vary(Example example, Order chance, float share)
    {
        float luck = chance.Uniform() / share;
        return luck switch
        {
            < 0.03f => example with { Forms = [.. example.Forms.Select(f => f.ToUpperInvariant())] },
            < 0.05f => example with { Forms = [.. example.Forms.Select(f => char.ToUpperInvariant(f[0]) + f[1..])] },
            < 0.07f => example with { Forms = [.. example.Forms.Select(f => f.ToLowerInvariant())] },
            < 0.10f => WithoutPunctuation(example),
            _ => example,
        };
    }

    private static Example WithoutPunctuation(Example example)
    {
        int[] kept = [.. Enumerable.Range(0, example.Forms.Length).Where(i => !example.IsPunctuation[i])];
        if (kept.Length == 0 || kept.Length == example.Forms.Length)
        {
            return example;
        }

        // Numbers of heads: 0 the root, words from 1.
        var places = new int[example.Forms.Length + 1];
        Array.Fill(places, -1, 1, example.Forms.Length);
        for (int i = 0; i < kept.Length; i++)
        {
            places[kept[i] + 1] = i + 1;
        }

        SoftTree? soft = null;
        if (example.Soft is { } s)
        {
            if (s.Heads.Of(kept, places) is not { } softHeads)
            {
                return example;
            }

            soft = new(s.Tags.Of(kept, null)!, s.Names.Of(kept, null)!, softHeads, s.Relations.Of(kept, null)!);
        }

        int[] heads = [.. kept.Select(i => places[example.Heads[i] + 1] - 1)];
        return heads.Contains(-2) ? example : example with
        {
            Forms = [.. kept.Select(i => example.Forms[i])],
            IsPunctuation = new bool[kept.Length],
            Tags = [.. kept.Select(i => example.Tags[i])],
            Names = [.. kept.Select(i => example.Names[i])],
            Heads = heads,
            Relations = [.. kept.Select(i => example.Relations[i])],
            Soft = soft,
        };
    }
}
