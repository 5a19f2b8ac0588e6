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

    /// <summary>Chunks that are kept in memory, about 3 KB each: texts of one run ask for the same ones.</summary>
    private const int MostKept = 16_384;

    private readonly Statement chunk = store.Prepare("SELECT entries FROM key_chunk WHERE id = $1");
    private readonly ulong[] read = new ulong[ChunkEntries];
    private readonly Dictionary<long, ulong[]> kept = [];
    private ImmutableArray<Segment>? segments;

    /// <param name="keys">In ascending order.</param>
    /// <param name="take">Gets each key with each of its texts.</param>
    public void Find(IReadOnlyList<uint> keys, Action<uint, int> take)
    {
        foreach (Segment segment in Segments())
        {
            foreach (uint key in keys)
            {
                for (int at = segment.From(key); at < segment.Firsts.Length && segment.Firsts[at] <= key; at++)
                {
                    Take(Chunk(segment, at), key, take);
                }
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
        kept.Clear();
    }

    public void Dispose() => chunk.Dispose();

    private static void Take(ReadOnlySpan<ulong> entries, uint key, Action<uint, int> take)
    {
        int at = entries.BinarySearch((ulong)key << 32);
        for (at = at < 0 ? ~at : at; at < entries.Length && (uint)(entries[at] >> 32) == key; at++)
        {
            take(key, (int)(uint)entries[at]);
        }
    }

    private ImmutableArray<Segment> Segments()
    {
        if (segments is null)
        {
            using Statement all = store.Prepare("SELECT id, entries, firsts FROM key_segment WHERE kind = $1 ORDER BY id");
            segments = [.. all.Rows(r => new Segment(r.GetInt64(0), r.GetInt64(1), MemoryMarshal.Cast<byte, uint>((byte[])r.GetValue(2)).ToArray()), kind)];
        }

        return segments.Value;
    }

    private ReadOnlySpan<ulong> Chunk(Segment segment, int number)
    {
        long id = (segment.Id << ChunkBits) | (uint)number;
        if (!kept.TryGetValue(id, out ulong[]? entries))
        {
            if (kept.Count >= MostKept)
            {
                kept.Clear();
            }

            entries = read.AsSpan(0, KeyChunk.Read((byte[])chunk.Scalar(id)!, read)).ToArray();
            kept.Add(id, entries);
        }

        return entries;
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
        /// <summary>The first chunk that may hold the key.</summary>
        public int From(uint key)
        {
            int low = 0, high = Firsts.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = Firsts[middle] < key ? (middle + 1, high) : (low, middle);
            }

            return Math.Max(0, low - 1);
        }
    }
}
