using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.App.Store;

/// <summary>
/// Which texts hold a key: sorted segments that are written once, each in chunks of some hundred entries, so that adding texts touches no old row and
/// looking a key up reads one chunk a segment. Small segments are merged as new ones come (the logarithmic method of Bentley and Saxe 1980).
/// </summary>
/// <param name="kind">Segments of other kinds are left alone.</param>
internal sealed class KeySegments(CasusStore store, int kind) : IDisposable
{
    /// <summary>Entries of a chunk: about one page of the database.</summary>
    private const int ChunkEntries = 400;

    private const int ChunkBits = 24;

    private readonly Statement chunk = store.Prepare("SELECT entries FROM key_chunk WHERE id = $1");
    private readonly ulong[] read = new ulong[ChunkEntries];
    private ImmutableArray<Segment>? segments;

    /// <summary>Looks keys up, the more at once the better: a chunk is read once, whatever number of them it holds.</summary>
    /// <param name="keys">In ascending order, each once.</param>
    /// <param name="take">Gets the index of each key with each of its texts.</param>
    public void Find(ReadOnlySpan<uint> keys, Action<int, int> take)
    {
        foreach (Segment segment in Segments())
        {
            for (int next = 0, at = 0; next < keys.Length && at < segment.Firsts.Length; at++)
            {
                at = segment.From(keys[next], at);
                next = Take(Chunk(segment, at), keys, next, at + 1 < segment.Firsts.Length ? segment.Firsts[at + 1] : null, take);
            }
        }
    }

    /// <summary>Writes what texts hold.</summary>
    /// <param name="entries">Key in the upper half, text in the lower; in any order, each once. Emptied.</param>
    public void Add(List<ulong> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        // What is less than twice as large goes into the new segment: so there are few, and an entry is written again a few times.
        foreach (Segment small in Segments().OrderBy(s => s.Entries))
        {
            if (small.Entries < 2L * entries.Count)
            {
                for (int i = 0; i < small.Firsts.Length; i++)
                {
                    entries.AddRange(Chunk(small, i));
                }

                Drop(small);
            }
        }

        Write(entries);
        entries.Clear();
        segments = null;
    }

    public void Dispose() => chunk.Dispose();

    /// <param name="next">The first key that is asked of the chunk.</param>
    /// <param name="after">The first key of the chunk behind it, which may stand at the end of this one too; null: there is none.</param>
    /// <returns>The first key to ask of what is behind the chunk.</returns>
    private static int Take(ReadOnlySpan<ulong> entries, ReadOnlySpan<uint> keys, int next, uint? after, Action<int, int> take)
    {
        for (; next < keys.Length && !(keys[next] > after); next++)
        {
            int at = entries.BinarySearch((ulong)keys[next] << 32);
            entries = entries[(at < 0 ? ~at : at)..];
            for (at = 0; at < entries.Length && (uint)(entries[at] >> 32) == keys[next]; at++)
            {
                take(next, (int)(uint)entries[at]);
            }

            if (keys[next] == after)
            {
                break;
            }
        }

        return next;
    }

    private ImmutableArray<Segment> Segments()
    {
        if (segments is null)
        {
            using Statement all = store.Prepare("SELECT id, entries, firsts FROM key_segment WHERE kind = $1 ORDER BY id");
            segments = [.. all.Rows(r => new Segment(r.GetInt64(0), r.GetInt64(1), MemoryMarshal.Cast<byte, uint>(r.Bytes(2)).ToArray()), kind)];
        }

        return segments.Value;
    }

    /// <summary>Stands until the next is read.</summary>
    private ReadOnlySpan<ulong> Chunk(Segment segment, int number)
    {
        int count = 0;
        chunk.Each(row => count = KeyChunk.Read(row.Bytes(0), read), (segment.Id << ChunkBits) | (uint)number);
        return read.AsSpan(0, count);
    }

    private void Write(List<ulong> entries)
    {
        Span<ulong> sorted = CollectionsMarshal.AsSpan(entries);
        sorted.Sort();
        var firsts = new uint[(sorted.Length + ChunkEntries - 1) / ChunkEntries];
        for (int i = 0; i < firsts.Length; i++)
        {
            firsts[i] = (uint)(sorted[i * ChunkEntries] >> 32);
        }

        using Statement add = store.Prepare("INSERT INTO key_segment (kind, entries, firsts) VALUES ($1, $2, $3) RETURNING id"), addChunk = store.Prepare("INSERT INTO key_chunk (id, entries) VALUES ($1, $2)");
        long id = (long)add.Scalar(kind, (long)sorted.Length, MemoryMarshal.AsBytes(firsts.AsSpan()).ToArray())!;
        for (int i = 0; i < firsts.Length; i++)
        {
            addChunk.Run((id << ChunkBits) | (uint)i, KeyChunk.Write(sorted[(i * ChunkEntries)..Math.Min(sorted.Length, (i + 1) * ChunkEntries)]));
        }
    }

    private void Drop(Segment segment)
    {
        using Statement drop = store.Prepare("DELETE FROM key_segment WHERE id = $1"), dropChunks = store.Prepare("DELETE FROM key_chunk WHERE id >= $1 AND id < $2");
        drop.Run(segment.Id);
        dropChunks.Run(segment.Id << ChunkBits, (segment.Id + 1) << ChunkBits);
    }

    /// <param name="Firsts">The first key of each chunk.</param>
    private sealed record Segment(long Id, long Entries, uint[] Firsts)
    {
        /// <summary>The first chunk, of those from <paramref name="low"/> on, that may hold the key.</summary>
        public int From(uint key, int low)
        {
            int from = low, high = Firsts.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = Firsts[middle] < key ? (middle + 1, high) : (low, middle);
            }

            return Math.Max(from, low - 1);
        }
    }
}
