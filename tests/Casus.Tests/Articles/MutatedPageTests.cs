using System.IO.Compression;
using Casus.Articles;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>
/// Pages as the net has them, broken by chance: whatever comes gives an article or a reason, and soon. The pages are the samples, and those of
/// the gold sets where these lie beside the repository.
/// </summary>
public sealed class MutatedPageTests
{
    private const int RoundsOfSample = 12, GoldPages = 40, RoundsOfGold = 2;

    [Fact]
    public void Samples() => Mutate(Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.*").Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal), RoundsOfSample);

    [Fact]
    public void Pages_of_the_gold_sets()
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "gold", "dev", "pages-dev", "html");
        Assert.SkipUnless(Directory.Exists(folder), "The gold sets are not beside the repository.");
        string[] all = Directory.GetFiles(folder);
        Array.Sort(all, StringComparer.Ordinal);
        Mutate(all.Where((_, i) => i % (all.Length / GoldPages) == 0), RoundsOfGold);
    }

    private static void Mutate(IEnumerable<string> files, int rounds)
    {
        var chance = new Random(20250301);
        foreach (string file in files)
        {
            byte[] whole = Bytes(file);
            for (int round = 0; round < rounds; round++)
            {
                byte[] bytes = Mutated(whole, chance);
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                PageReading reading = ReadingPages.Reader.Read(Page.Of(file, bytes, file.EndsWith(".txt", StringComparison.Ordinal) ? PageFormat.TextDump : PageFormat.Html));
                Assert.False(limit.IsCancellationRequested, $"{Path.GetFileName(file)}, round {round}: reading took more than a minute.");
                if (reading is ArticleRead { Article: var article })
                {
                    int end = 0;
                    foreach (Block block in article.Blocks)
                    {
                        Assert.True(block.Span.Begin >= end && block.Span.End <= article.Text.Length, $"{Path.GetFileName(file)}, round {round}: blocks overlap or leave the text.");
                        end = block.Span.End;
                    }
                }
                else
                {
                    Assert.NotEmpty(Assert.IsType<Refused>(reading).Detail);
                }
            }
        }
    }

    private static byte[] Bytes(string file)
    {
        using Stream raw = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var all = new MemoryStream();
        plain.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Mutated(byte[] whole, Random chance)
    {
        byte[] bytes = [.. whole];
        for (int change = chance.Next(1, 60); change > 0 && bytes.Length > 2; change--)
        {
            int at = chance.Next(bytes.Length), length = chance.Next(1, Math.Min(2000, bytes.Length));
            switch (chance.Next(6))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"<>\"'/&\0{}["[chance.Next(10)];
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]];
                    break;
                case 3:
                    bytes = [.. bytes[..at], .. bytes[at..Math.Min(bytes.Length, at + length)], .. bytes[at..]];
                    break;
                case 4:
                    Array.Reverse(bytes, at, Math.Min(length, bytes.Length - at));
                    break;
                default:
                    bytes = chance.Next(8) == 0 ? bytes[..(at + 1)] : bytes;
                    break;
            }
        }

        return bytes;
    }
}
