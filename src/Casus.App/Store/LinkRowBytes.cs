using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>What linking compares of a claim in few bytes, so that comparing with it needs neither its record nor its article. Ids of claim and article stand beside it.</summary>
internal static class LinkRowBytes
{
    /// <summary>Another number, another layout or other contents: all is linked anew.</summary>
    public const string Method = "3";

    public static byte[] Write(LinkRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        Put(bytes, row.Sentence);
        Put(bytes, row.StoryId);
        Put(bytes, row.Type);
        PutMaybe(bytes, row.Time.Earliest);
        PutMaybe(bytes, row.Time.Latest);
        Put(bytes, (row.Time.IsDay ? 1 : 0) | (row.Time.IsTold ? 2 : 0) | (row.Time.IsYear ? 4 : 0) | (row.IsFine ? 8 : 0) | (row.IsBare ? 16 : 0));
        Put(bytes, row.Time.YearlessDay);
        PutMaybe(bytes, row.Time.Published);
        Put(bytes, row.Place?.Id);
        Put(bytes, row.SettingPlace?.Id);
        PutMaybe(bytes, row.SettingDay);
        Put(bytes, row.Cameo);
        Put(bytes, row.Trigger);
        foreach (ImmutableArray<string> words in (ReadOnlySpan<ImmutableArray<string>>)[row.Initiators, row.Targets, row.InitiatorWords, row.TargetWords, row.Modes, row.Means])
        {
            Put(bytes, words.Length);
            foreach (string word in words)
            {
                Put(bytes, word);
            }
        }

        foreach (ImmutableArray<int> hashes in (ReadOnlySpan<ImmutableArray<int>>)[row.Words, row.Names, row.Struck])
        {
            Put(bytes, hashes.Length);
            foreach (int hash in hashes)
            {
                BitConverter.TryWriteBytes(bytes.GetSpan(sizeof(int)), hash);
                bytes.Advance(sizeof(int));
            }
        }

        Put(bytes, row.Tolls.Length);
        foreach (LinkToll toll in row.Tolls)
        {
            Put(bytes, (int)toll.Kind);
            Put(bytes, toll.Min);
            Put(bytes, toll.Max is null ? 0 : 1);
            Put(bytes, toll.Max ?? 0);
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static LinkRow Read(string claim, string article, ReadOnlySpan<byte> bytes, PlaceCatalogue places)
    {
        var from = new Reader(bytes);
        int sentence = from.Int();
        string story = from.Text()!, type = from.Text()!;
        int? earliest = from.Maybe(), latest = from.Maybe();
        int flags = from.Int(), yearless = from.Int();
        int? published = from.Maybe();
        Place? place = Find(from.Text()), around = Find(from.Text());
        int? day = from.Maybe();
        string? cameo = from.Text();
        string trigger = from.Text()!;
        return new LinkRow(
            claim, article, sentence, story, type, new LinkTime(earliest, latest, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, yearless, published), place, (flags & 8) != 0,
            from.Words(), from.Words(), from.Words(), from.Words(), Modes: from.Words(), Means: from.Words(), Words: from.Hashes(), Names: from.Hashes(), Struck: from.Hashes(), Tolls: from.Tolls(),
            Cameo: cameo, Trigger: trigger, IsBare: (flags & 16) != 0, SettingDay: day, SettingPlace: around);

        Place? Find(string? id) => id is null ? null : places.Find(id);
    }

    private static void Put(ArrayBufferWriter<byte> bytes, long number) => Varint.Put(bytes, Varint.ZigZag(number));

    /// <summary>Null before all numbers.</summary>
    private static void PutMaybe(ArrayBufferWriter<byte> bytes, int? number) => Put(bytes, number is { } known ? known + 1L : 0);

    private static void Put(ArrayBufferWriter<byte> bytes, string? text)
    {
        int length = text is null ? -1 : Encoding.UTF8.GetByteCount(text);
        Put(bytes, (long)length);
        if (length > 0)
        {
            bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(length)));
        }
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public long Long()
        {
            int at = 0;
            ulong number = Varint.Get(rest, ref at);
            rest = rest[at..];
            return Varint.FromZigZag(number);
        }

        public int Int() => (int)Long();

        public int? Maybe() => Long() is not 0 and long known ? (int)(known - 1) : null;

        public string? Text()
        {
            int length = Int();
            if (length < 0)
            {
                return null;
            }

            string text = length == 0 ? "" : KnownStrings.Of(rest[..length]);
            rest = rest[length..];
            return text;
        }

        public ImmutableArray<string> Words()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            var words = ImmutableArray.CreateBuilder<string>(count);
            for (int i = 0; i < count; i++)
            {
                words.Add(Text()!);
            }

            return words.MoveToImmutable();
        }

        public ImmutableArray<int> Hashes()
        {
            int count = Int();
            ImmutableArray<int> hashes = [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(rest[..(count * sizeof(int))])];
            rest = rest[(count * sizeof(int))..];
            return hashes;
        }

        public ImmutableArray<LinkToll> Tolls()
        {
            int count = Int();
            if (count == 0)
            {
                return [];
            }

            var tolls = ImmutableArray.CreateBuilder<LinkToll>(count);
            for (int i = 0; i < count; i++)
            {
                var kind = (TollKind)Int();
                long min = Long();
                bool bounded = Int() != 0;
                long max = Long();
                tolls.Add(new LinkToll(kind, min, bounded ? max : null));
            }

            return tolls.MoveToImmutable();
        }
    }
}
