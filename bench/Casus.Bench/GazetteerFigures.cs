using System.Diagnostics;
using System.Globalization;
using Casus.App.Gazetteers;
using Casus.Knowledge;

namespace Casus.Bench;

/// <summary><c>--gazetteer</c>: a gazetteer of twelve million generated names is compiled, opened and asked, on one core.</summary>
internal static class GazetteerFigures
{
    private const int Names = 12_000_000, Lookups = 1_000_000;

    private static readonly string[] Starts = ["Bel", "Kar", "Mo", "Tav", "Sel", "Or", "Dun", "Vash", "Lim", "Par", "Que", "Ror", "Sta", "Ul", "Yen", "Zam"];

    private static readonly string[] Ends = ["abad", "berg", "dale", "ford", "grad", "holm", "ina", "kot", "mar", "nagar", "ovo", "pur", "stan", "ton", "ville", "wick"];

    public static void Print()
    {
        string folder = Directory.CreateTempSubdirectory("casus-bench-").FullName;
        try
        {
            string path = Path.Combine(folder, "generated.gazetteer");
            var watch = Stopwatch.StartNew();
            int scratches = 0;
            using (FileStream output = File.Create(path))
            {
                GazetteerCompiler.Compile("generated", Enumerable.Range(0, Names).Select(Line), output, () => new FileStream(Path.Combine(folder, $"{scratches++}.part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose));
            }

            using Process self = Process.GetCurrentProcess();
            Say($"compiled {Names} names in {watch.Elapsed.TotalSeconds:0} s, peak {self.PeakWorkingSet64 >> 20} MB, {new FileInfo(path).Length >> 20} MB on disk");
            watch.Restart();
            var index = GazetteerIndex.Open(new MappedBytes(path).Memory);
            var gazetteer = new Gazetteer([index], new PlaceCatalogue([]));
            Say($"opened in {watch.Elapsed.TotalMilliseconds:0} ms");
            foreach (string round in (string[])["first", "second"])
            {
                long found = 0;
                var places = new List<Place>();
                watch.Restart();
                for (int i = 0; i < Lookups; i++)
                {
                    places.Clear();
                    gazetteer.Named(NameKey.Of(NameOf((int)(i * 7919L % (2 * Names))), out _), 0b1111, places);
                    found += places.Count;
                }

                Say($"{round} pass: {Lookups / watch.Elapsed.TotalSeconds:0} look-ups/s on one thread, {found} places found");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Numbers from <see cref="Names"/> on name no place.</summary>
    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Starts[number & 15]}{Ends[(number >> 4) & 15]} {Starts[(number >> 8) & 15]}{number >> 12}");

    private static string Line(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number + 1}\t{NameOf(number)}\t\t\t{(number % 170) - 85}.5\t{(number % 350) - 175}.5\tP\tPPL\tXX\t\t{number % 40}\t\t\t\t{number % 5000}\t\t\tUTC\t2020-01-01");

    private static void Say(FormattableString figure) => Console.WriteLine(figure.ToString(CultureInfo.InvariantCulture));
}
