using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Train;

/// <summary>Adam with clipping by the norm of all gradients; embedding rows are only touched where a batch used them. Sums are made in a fixed order.</summary>
internal sealed unsafe class Optimiser(DenseWeights weights, Optimiser.Rows[] tables, int threads)
{
    private const float Decay1 = 0.9f, Decay2 = 0.98f, Tiny = 1e-8f, Clip = 1f;
    private const int Chunk = 1 << 15;
    private readonly FloatBuffer mean = new(weights.Count), square = new(weights.Count);
    private int step;

    public void Step(NetworkPass[] parts, float rate)
    {
        step++;
        int chunks = (weights.Count + Chunk - 1) / Chunk;
        var norms = new double[chunks];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, chunks, parallel, c => norms[c] = Collect(parts, c * Chunk, Math.Min(Chunk, weights.Count - c * Chunk)));
        foreach (NetworkPass part in parts)
        {
            part.AddRows(tables);
        }

        double norm = Math.Sqrt(tables.Aggregate(norms.Sum(), (sum, table) => sum + table.SquaredNorm()));
        float scale = norm > Clip ? (float)(Clip / norm) : 1f;
        float rate1 = rate * (float)(Math.Sqrt(1 - Math.Pow(Decay2, step)) / (1 - Math.Pow(Decay1, step)));
        Parallel.For(0, chunks, parallel, c =>
        {
            int at = c * Chunk, count = Math.Min(Chunk, weights.Count - at);
            Adam(weights.Dense.Pointer + at, parts[0].Gradients.Pointer + at, mean.Pointer + at, square.Pointer + at, count, scale, rate1);
            foreach (NetworkPass part in parts)
            {
                new Span<float>(part.Gradients.Pointer + at, count).Clear();
            }
        });
        foreach (Rows table in tables)
        {
            table.Update(scale, rate1);
        }
    }

    private static double Collect(NetworkPass[] parts, int at, int count)
    {
        float* total = parts[0].Gradients.Pointer + at;
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < count; i += 8)
        {
            Vector256<float> g = Vector256.Load(total + i);
            for (int p = 1; p < parts.Length; p++)
            {
                g += Vector256.Load(parts[p].Gradients.Pointer + at + i);
            }

            g.Store(total + i);
            sum += g * g;
        }

        return Vector256.Sum(sum);
    }

    private static void Adam(float* w, float* g, float* m, float* v, int count, float scale, float rate)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector256<float> grad = Vector256.Load(g + i) * scale;
            Vector256<float> first = Vector256.Load(m + i) * Decay1 + grad * (1 - Decay1);
            Vector256<float> second = Vector256.Load(v + i) * Decay2 + grad * grad * (1 - Decay2);
            first.Store(m + i);
            second.Store(v + i);
            (Vector256.Load(w + i) - first * rate / (Vector256.Sqrt(second) + Vector256.Create(Tiny))).Store(w + i);
        }
    }

    /// <summary>Gradients of an embedding table, kept for touched rows only.</summary>
    internal sealed class Rows(FloatBuffer table, int width)
    {
        private readonly FloatBuffer gradients = new(table.Span.Length), mean = new(table.Span.Length), square = new(table.Span.Length);
        private readonly List<int> touched = [];
        private readonly bool[] isTouched = new bool[table.Span.Length / width];

        public void Add(int row, float* gradient)
        {
            if (!isTouched[row])
            {
                isTouched[row] = true;
                touched.Add(row);
            }

            float* to = gradients.Pointer + (nint)row * width;
            for (int i = 0; i < width; i += 8)
            {
                (Vector256.Load(to + i) + Vector256.Load(gradient + i)).Store(to + i);
            }
        }

        public double SquaredNorm()
        {
            double sum = 0;
            foreach (int row in touched)
            {
                Vector256<float> part = Vector256<float>.Zero;
                float* g = gradients.Pointer + (nint)row * width;
                for (int i = 0; i < width; i += 8)
                {
                    part += Vector256.Load(g + i) * Vector256.Load(g + i);
                }

                sum += Vector256.Sum(part);
            }

            return sum;
        }

        public void Update(float scale, float rate)
        {
            foreach (int row in touched)
            {
                nint at = (nint)row * width;
                Adam(table.Pointer + at, gradients.Pointer + at, mean.Pointer + at, square.Pointer + at, width, scale, rate);
                new Span<float>(gradients.Pointer + at, width).Clear();
                isTouched[row] = false;
            }

            touched.Clear();
        }
    }
}
