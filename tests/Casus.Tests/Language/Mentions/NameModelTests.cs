using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public class NameModelTests
{
    [Fact]
    public void TablesComeBackAsWritten()
    {
        byte[] bytes = WeightTable.Write(3, [new(7, [1f, -2f, 0.5f]), new(5, [0f, 0f, 0.001f]), new(9, [0f, 4f, 0f])]);
        WeightTable table = WeightTable.Read(bytes);
        var sums = new int[3];
        table.Add([7, 9, 7, 1234], sums);
        Assert.Equal([2f, 0f, 1f], sums.Select(s => MathF.Round(s * table.Scale, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(19)]
    [InlineData(70)]
    public void EveryKnownKeyIsFoundInFullBucketsAndNoOther(int width)
    {
        var chance = new Random(width);
        Dictionary<uint, float[]> rows = Enumerable.Range(1, 3000).ToDictionary(i => (uint)i * 7, _ => Enumerable.Range(0, width).Select(_ => (float)chance.Next(-127, 128)).ToArray());
        rows[7][0] = 127;
        WeightTable table = WeightTable.Read(WeightTable.Write(width, rows));
        for (uint key = 1; key < 3000; key += 40)
        {
            uint[] asked = [.. Enumerable.Range(0, 40).Select(i => key + (uint)i)];
            var sums = new int[width];
            table.Add(asked, sums);
            Assert.Equal(Enumerable.Range(0, width).Select(j => asked.Where(rows.ContainsKey).Sum(k => (int)rows[k][j])), sums);
        }
    }

    [Fact]
    public void RowsThatRoundToNothingAreLeftOut()
    {
        byte[] all = WeightTable.Write(1, [new(7, [1f]), new(8, [0.001f])]);
        Assert.Equal(WeightTable.Write(1, [new(7, [1f])]), all);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(40)]
    public void TablesOfAnotherLengthAreRefused(int length)
    {
        Assert.Throws<InvalidDataException>(() => WeightTable.Read(new byte[length]));
    }

    [Fact]
    public void KeysOutOfOrderAreRefused()
    {
        byte[] bytes = WeightTable.Write(1, [new(7, [1f]), new(8, [1f])]);
        (bytes[12], bytes[16]) = (bytes[16], bytes[12]);
        Assert.Throws<InvalidDataException>(() => WeightTable.Read(bytes));
    }

    [Fact]
    public void DamagedWeightsAreRefusedWithWhatToDo()
    {
        byte[] bytes = [.. Real.MarkingBytes];
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => NameModel.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => NameModel.Load(Real.MarkingBytes.AsMemory(0, 100)));
        Assert.Throws<InvalidDataException>(() => NameModel.Load(RepositoryModel.Bytes));
    }

    [Fact]
    public void TheFileIsSmall()
    {
        Assert.InRange(Real.MarkingBytes.Length, 1, 2_000_000);
    }
}
