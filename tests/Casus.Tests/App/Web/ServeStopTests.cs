using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Casus.Tests.App.Web;

/// <summary>The console ends quietly whenever it is asked to.</summary>
public sealed class ServeStopTests : IDisposable
{
    private const int Killed = 128 + 15;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(150)]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(800)]
    public async Task WhileItStartsToo(int milliseconds)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no polite kill.");
        CancellationToken stop = TestContext.Current.CancellationToken;
        place.Write("page.txt", "Troops shelled the village of Dorn on Monday, killing nine people, a doctor said. The shells fell near the market in the early morning, residents said, and the road was closed.");
        Assert.Equal(0, place.Run("read", "page.txt").Exit);
        using Process console = place.Start("serve", "--port", "0");
        Task<string> error = console.StandardError.ReadToEndAsync(stop);
        await Task.Delay(milliseconds, stop);
        using Process kill = Process.Start("kill", ["-TERM", console.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(stop);
        await console.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromSeconds(30), stop);
        Assert.DoesNotContain("Unhandled", await error, StringComparison.Ordinal);
        // Before the program hears signals the system ends it.
        Assert.Contains(console.ExitCode, (int[])[0, Killed]);
    }
}
