using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Casus.Knowledge;

/// <summary>What became of a dump.</summary>
/// <param name="Problems">The first broken lines, <see cref="GazetteerCompiler.ProblemsKept"/> at most.</param>
/// <param name="Broken">How many lines are broken and left out.</param>
public sealed record GazetteerCompiled(int Lines, int Places, int Names, int Broken, ImmutableArray<KnowledgeProblem> Problems);

/// <summary>
/// Makes the compiled form of a GeoNames dump: one pass over the lines, then external sorts by id and by name, so that memory does
/// not grow with the dump. Only what news name is kept: divisions (A), towns (P) and large features; alternate names only in Latin
/// letters. The same lines give the same bytes.
/// </summary>
public static class GazetteerCompiler
{
    public const int ProblemsKept = 20;

    /// <summary>Smaller places are named by their main name only: the alternates of villages are mostly other places' names.</summary>
    private const long LeastForAlternates = 100_000;

    private const int HeldRecords = 1 << 21;

    /// <param name="name">What the dump is called: kept in the result and used in messages.</param>
    /// <param name="output">Can seek; what is written begins at its position.</param>
    /// <param name="scratch">Makes an empty stream that can be written, rewound and read.</param>
    /// <exception cref="InvalidDataException">No line is of use, or the result would be too large.</exception>
    public static GazetteerCompiled Compile(string name, IEnumerable<string> lines, Stream output, Func<Stream> scratch)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new InvalidDataException("compiled gazetteers are little endian, this machine is not");
        }

        using var pass = new Pass(name, scratch);
        foreach (string line in lines)
        {
            pass.Take(line);
        }

        return pass.Write(output);
    }

    private sealed class Pass(string name, Func<Stream> scratch) : IDisposable
    {
        private readonly GazetteerSort<PlaceRecord> places = new(scratch, HeldRecords);
        private readonly GazetteerSort<NameRecord> names = new(scratch, HeldRecords);
        private readonly GazetteerDivisions divisions = new();
        private readonly ImmutableArray<KnowledgeProblem>.Builder problems = ImmutableArray.CreateBuilder<KnowledgeProblem>();
        private readonly Stream pool = scratch();
        private readonly List<string> spellings = [];
        private long pooled;
        private int number, broken;

        public void Dispose()
        {
            places.Dispose();
            names.Dispose();
            pool.Dispose();
        }

        public void Take(string line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                return;
            }

            if (GazetteerRow.Parse(line, out string? problem) is not { } row)
            {
                if (problem is not null)
                {
                    broken++;
                    if (problems.Count < ProblemsKept)
                    {
                        problems.Add(new KnowledgeProblem(name, number, problem, "the line is left out; download the dump again if there are many"));
                    }
                }

                return;
            }

            (ushort first, int second) = divisions.Of(row, Pooled);
            places.Add(new PlaceRecord(row.Id, Hundredthousandths(row.Latitude), Hundredthousandths(row.Longitude), (uint)Math.Clamp(row.Population, 0, uint.MaxValue), Pooled(row.Name), second, first, row.Kind));
            Spell(row);
            foreach (string spelling in spellings)
            {
                ulong key = NameKey.Of(spelling, out int words);
                if (words is > 0 and <= GazetteerFormat.MaxWords && spelling.Length > 1)
                {
                    names.Add(new NameRecord(key, row.Id, row.Population, NameKey.CasingOf(spelling)));
                }
            }
        }

        public unsafe GazetteerCompiled Write(Stream output)
        {
            long begin = output.Position;
            output.Write(new byte[GazetteerFormat.HeaderLength]);
            using var written = new HashedRecords(output);
            var header = new GazetteerHeader
            {
                Magic = MemoryMarshal.Read<ulong>(GazetteerFormat.Magic),
                Version = GazetteerFormat.Version,
                Places = written.Write(places.Sorted(), (a, b) => a.Id == b.Id),
                Names = written.Write(names.Sorted(), (a, b) => a.Key == b.Key && a.Id == b.Id),
                Divisions1 = written.Write(divisions.First, (_, _) => false),
                Divisions2 = written.Write(divisions.Second, (_, _) => false),
                Pool = (int)pooled,
                Lines = number,
                Broken = broken,
            };
            if (header.Places == 0)
            {
                throw new InvalidDataException($"{name} holds no line of a GeoNames dump: it takes 19 columns separated by tabs (allCountries, cities500, a country's file).");
            }

            pool.Position = 0;
            written.Copy(pool);
            if (written.Length + GazetteerFormat.HeaderLength > GazetteerFormat.MaxLength)
            {
                throw TooLarge();
            }

            written.Digest(new Span<byte>(header.Digest, 32));
            byte[] source = Encoding.UTF8.GetBytes(name);
            source.AsSpan(0, Math.Min(source.Length, 96)).CopyTo(new Span<byte>(header.Source, 96));
            long end = output.Position;
            output.Position = begin;
            output.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<GazetteerHeader>(in header)));
            output.Position = end;
            return new GazetteerCompiled(number, header.Places, header.Names, broken, problems.ToImmutable());
        }

        private static int Hundredthousandths(double degrees) => (int)Math.Round(degrees * 1e5);

        private InvalidDataException TooLarge() => new($"{name} is too large for one gazetteer: add the files of the countries instead.");

        /// <summary>The string's offset in the pool: its length in two bytes, then UTF-8.</summary>
        private int Pooled(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text.Length <= 400 ? text : text[..400]);
            if (pooled + bytes.Length + 2 > GazetteerFormat.MaxLength)
            {
                throw TooLarge();
            }

            Span<byte> length = [(byte)bytes.Length, (byte)(bytes.Length >> 8)];
            pool.Write(length);
            pool.Write(bytes);
            int at = (int)pooled;
            pooled += bytes.Length + 2;
            return at;
        }

        private void Spell(in GazetteerRow row)
        {
            spellings.Clear();
            spellings.Add(row.Name);
            Spell(row.Ascii);
            if (row.Population < LeastForAlternates && row.Kind is not (GazetteerKind.Country or GazetteerKind.Admin1))
            {
                return;
            }

            foreach (Range range in row.Alternates.AsSpan().Split(','))
            {
                // Codes (ALV), transcriptions in small letters and other scripts name nothing in English news.
                ReadOnlySpan<char> alternate = row.Alternates.AsSpan(range);
                if (alternate.Length >= 4 && char.IsAsciiLetterUpper(alternate[0]) && !alternate.ContainsAnyExceptInRange(' ', 'ſ') && alternate.ContainsAnyInRange('a', 'z'))
                {
                    Spell(alternate.ToString());
                }
            }
        }

        private void Spell(string spelling)
        {
            if (spelling.Length > 0 && !spellings.Contains(spelling, StringComparer.OrdinalIgnoreCase))
            {
                spellings.Add(spelling);
            }
        }
    }

    /// <summary>Writes records and hashes what it wrote.</summary>
    private sealed class HashedRecords(Stream output) : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Length { get; private set; }

        public void Dispose() => hash.Dispose();

        /// <summary>How many were written: of equal neighbours the first.</summary>
        public int Write<T>(IEnumerable<T> records, Func<T, T, bool> same)
            where T : unmanaged
        {
            var block = new T[4096];
            int count = 0, held = 0;
            T last = default;
            foreach (T record in records)
            {
                if (count > 0 && same(last, record))
                {
                    continue;
                }

                block[held++] = last = record;
                count++;
                if (held == block.Length)
                {
                    Put(MemoryMarshal.AsBytes(block.AsSpan()));
                    held = 0;
                }
            }

            Put(MemoryMarshal.AsBytes(block.AsSpan(0, held)));
            return count;
        }

        public void Copy(Stream from)
        {
            var block = new byte[1 << 16];
            int read;
            while ((read = from.Read(block)) > 0)
            {
                Put(block.AsSpan(0, read));
            }
        }

        public void Digest(Span<byte> into) => hash.GetHashAndReset(into);

        private void Put(ReadOnlySpan<byte> bytes)
        {
            output.Write(bytes);
            hash.AppendData(bytes);
            Length += bytes.Length;
        }
    }
}
