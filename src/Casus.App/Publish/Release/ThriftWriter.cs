using System.Text;

namespace Casus.App.Publish;

/// <summary>Thrift's compact protocol as far as Parquet's headers need it (thrift/doc/specs/thrift-compact-protocol.md).</summary>
internal sealed class ThriftWriter
{
    private const byte I32 = 5, I64 = 6, Binary = 8, List = 9, Struct = 12;

    private readonly MemoryStream bytes = new();
    private readonly Stack<int> outer = new();
    private int last;

    public byte[] ToArray() => bytes.ToArray();

    public ThriftWriter Int(int field, int value)
    {
        Field(field, I32);
        Number(Varint.ZigZag(value));
        return this;
    }

    public ThriftWriter Long(int field, long value)
    {
        Field(field, I64);
        Number(Varint.ZigZag(value));
        return this;
    }

    public ThriftWriter Text(int field, string value)
    {
        Field(field, Binary);
        Bytes(value);
        return this;
    }

    public ThriftWriter Within(int field, Action content)
    {
        Field(field, Struct);
        Content(content);
        return this;
    }

    public ThriftWriter Structs<T>(int field, IReadOnlyCollection<T> items, Action<T> content)
    {
        Head(field, items.Count, Struct);
        foreach (T item in items)
        {
            Content(() => content(item));
        }

        return this;
    }

    public ThriftWriter Ints(int field, params ReadOnlySpan<int> items)
    {
        Head(field, items.Length, I32);
        foreach (int item in items)
        {
            Number(Varint.ZigZag(item));
        }

        return this;
    }

    public ThriftWriter Texts(int field, params ReadOnlySpan<string> items)
    {
        Head(field, items.Length, Binary);
        foreach (string item in items)
        {
            Bytes(item);
        }

        return this;
    }

    /// <summary>Ends the outermost struct.</summary>
    public byte[] End()
    {
        bytes.WriteByte(0);
        return bytes.ToArray();
    }

    private void Content(Action content)
    {
        outer.Push(last);
        last = 0;
        content();
        bytes.WriteByte(0);
        last = outer.Pop();
    }

    private void Head(int field, int count, byte kind)
    {
        Field(field, List);
        bytes.WriteByte((byte)((Math.Min(count, 15) << 4) | kind));
        if (count >= 15)
        {
            Number((ulong)count);
        }
    }

    private void Field(int field, byte kind)
    {
        bytes.WriteByte((byte)(((field - last) << 4) | kind));
        last = field;
    }

    private void Bytes(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Number((ulong)utf8.Length);
        bytes.Write(utf8);
    }

    private void Number(ulong value)
    {
        Span<byte> digits = stackalloc byte[10];
        int length = 0;
        Varint.Put(digits, ref length, value);
        bytes.Write(digits[..length]);
    }
}
