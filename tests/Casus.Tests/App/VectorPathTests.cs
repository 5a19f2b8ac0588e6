using Casus.App;
using Xunit;

namespace Casus.Tests.App;

/// <summary>The same text gives the same bytes with vectors of any width and with none, as on another processor.</summary>
public sealed class VectorPathTests : IDisposable
{
    private const string Text = "The harbour council said on Tuesday that 14 boats were damaged when the old pier collapsed. \"We hadn't expected so much water,\" said Lena Ortiz.\n\nTHE REPAIRS WILL COST $2.3 MILLION, OFFICIALS SAID.\n";
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void ResultsDoNotDependOnTheProcessor(string switchedOff)
    {
        foreach (string model in new[] { "accurate", "fast" })
        {
            place.Environment.Clear();
            Ran whole = place.RunWith(Text, "parse", "--model", model);
            place.Environment[switchedOff] = "0";
            Ran without = place.RunWith(Text, "parse", "--model", model);
            Assert.Equal(ExitCode.Ok, whole.Exit);
            Assert.Contains("harbour", whole.Output, StringComparison.Ordinal);
            Assert.Equal(whole.Output, without.Output);
        }
    }

    [Fact]
    public void AnUnknownSizeIsRefused()
    {
        Ran ran = place.RunWith(Text, "parse", "--model", "huge");
        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.Contains("accurate", ran.Error, StringComparison.Ordinal);
    }
}
