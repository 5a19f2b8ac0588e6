using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.App.Store;

/// <summary>
/// Which texts hold a key: sorted segments that are written once, each in chunks of some hundred entries, so that adding texts touches no old row and
/// looking a key up reads one chunk a segment. Small segments are merged as new ones come (the logarithmic method of Bentley and Saxe 1980).
/// </summary>
internal sealed class KeySegments : IDisposable
{
    /// <summary>Entries of a chunk: about one page of the database.</summary>
    private const int ChunkEntries = 400;

    private const int ChunkBits = 24;

    private readonly CasusStore store;
    private readonly int kind;
    private readonly Statement chunk;
    private readonly Action<Row> keep;
    private readonly byte[] bytes = new byte[ChunkEntries * KeyChunk.LongestEntry];
    private readonly ulong[] read = new ulong[ChunkEntries];
    private ImmutableArray<Segment>? segments;
    private int length;

    /// <param name="kind">Segments of other kinds are left alone.</param>
    public KeySegments(CasusStore store, int kind)
    {
        (this.store, this.kind, keep) = (store, kind, Keep);
        chunk = store.Prepare("SELECT entries FROM key_chunk WHERE id = $1");
    }

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
                next = Take(segment, at, keys, next, at + 1 < segment.Firsts.Length ? segment.Firsts[at + 1] : null, take);
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
                    entries.AddRange(read.AsSpan(0, Chunk(small, i, read)));
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
    private int Take(Segment segment, int number, ReadOnlySpan<uint> keys, int next, uint? after, Action<int, int> take)
    {
        int last = next;
        while (last < keys.Length && !(keys[last] > after))
        {
            last++;
        }

        KeyChunk.Find(Bytes(segment, number), keys[next..last], next, take);
        return last > next && keys[last - 1] == after ? last - 1 : last;
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

    private int Chunk(Segment segment, int number, Span<ulong> entries) => KeyChunk.Read(Bytes(segment, number), entries);

    /// <summary>Stands until the next is read.</summary>
    private ReadOnlySpan<byte> Bytes(Segment segment, int number)
    {
        chunk.Each(keep, (segment.Id << ChunkBits) | (uint)number);
        return bytes.AsSpan(0, length);
    }

    private void Keep(Row row)
    {
        ReadOnlySpan<byte> found = row.Bytes(0);
        found.CopyTo(bytes);
        length = found.Length;
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
