using System.Runtime.InteropServices;

namespace Casus.Knowledge;

/// <summary>Sorts more records than memory should hold: sorted runs in scratch streams, merged when they are read back.</summary>
/// <param name="scratch">Makes an empty stream that can be written, rewound and read.</param>
/// <param name="capacity">Records that are held in memory at a time.</param>
internal sealed class GazetteerSort<T>(Func<Stream> scratch, int capacity) : IDisposable
    where T : unmanaged, IComparable<T>
{
    private readonly List<Stream> runs = [];
    private T[] held = new T[Math.Min(capacity, 1024)];
    private int count;

    public void Add(T record)
    {
        if (count == capacity)
        {
            Spill();
        }

        if (count == held.Length)
        {
            Array.Resize(ref held, Math.Min(capacity, held.Length * 2));
        }

        held[count++] = record;
    }

    /// <summary>All records in order; to be read once.</summary>
    public IEnumerable<T> Sorted()
    {
        held.AsSpan(0, count).Sort();
        if (runs.Count == 0)
        {
            return held.Take(count);
        }

        Spill();
        held = [];
        return Merged();
    }

    public void Dispose()
    {
        foreach (Stream run in runs)
        {
            run.Dispose();
        }
    }

    private void Spill()
    {
        held.AsSpan(0, count).Sort();
        Stream run = scratch();
        runs.Add(run);
        run.Write(MemoryMarshal.AsBytes(held.AsSpan(0, count)));
        run.Position = 0;
        count = 0;
    }

    private IEnumerable<T> Merged()
    {
        var heads = new PriorityQueue<IEnumerator<T>, T>();
        foreach (Stream run in runs)
        {
            IEnumerator<T> records = Records(run).GetEnumerator();
            if (records.MoveNext())
            {
                heads.Enqueue(records, records.Current);
            }
        }

        while (heads.TryDequeue(out IEnumerator<T>? records, out T record))
        {
            yield return record;
            if (records.MoveNext())
            {
                heads.Enqueue(records, records.Current);
            }
        }
    }

    private static IEnumerable<T> Records(Stream run)
    {
        var block = new T[4096];
        int read;
        while ((read = Fill(run, block)) > 0)
        {
            for (int i = 0; i < read; i++)
            {
                yield return block[i];
            }
        }
    }

    private static int Fill(Stream run, T[] block)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(block.AsSpan());
        return run.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) / System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
    }
}
