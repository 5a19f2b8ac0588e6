using Casus.App;
using Xunit;

namespace Casus.Tests.App;

/// <summary>A file that is asked for is there whole, or as it was.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("casus-whole-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_there_stays_when_writing_fails()
    {
        string path = Path.Combine(folder, "events.csv");
        File.WriteAllText(path, "before");

        Assert.Throws<IOException>(() => StandardStreams.WriteWhole<int>(path, stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            throw new IOException("No space left on device");
        }));

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void What_is_written_takes_the_place()
    {
        string path = Path.Combine(folder, "events.csv");
        File.WriteAllText(path, "before");

        Assert.Equal(7, StandardStreams.WriteWhole(path, stream =>
        {
            stream.Write("written"u8);
            return 7;
        }));

        Assert.Equal("written", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        string path = Path.Combine(folder, "latest.csv"), target = Path.Combine(folder, "today.csv");
        File.WriteAllText(target, "before");
        File.CreateSymbolicLink(path, target);

        StandardStreams.WriteWhole(path, stream =>
        {
            stream.Write("written"u8);
            return 0;
        });

        Assert.Equal("written", File.ReadAllText(target));
        Assert.NotNull(new FileInfo(path).LinkTarget);
    }
}
