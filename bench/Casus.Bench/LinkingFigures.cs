using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Casus.App;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Bench;

/// <summary>
/// Time and memory of linking claims that a seed makes: five years, places and actors of knowledge/ drawn by Zipf's law, a happening told by one to
/// eight articles that lack fields and disagree in tolls. Claims are made row by row and again for each event, as a store hands them out.
/// </summary>
internal static class LinkingFigures
{
    private const int Days = 5 * 365;

    public static void Print(int[] sizes)
    {
        KnowledgeBase knowledge = Construction.LoadWorld(null, "none");
        Console.WriteLine("| Claims | Seconds (rows, joining, resolving) | Events | Claims/s | Peak memory (MB) |\n|---|---|---|---|---|");
        foreach (int size in sizes)
        {
            var linker = new Linker(knowledge, Construction.LoadLinks());
            var made = new MadeClaims(knowledge);
            var watch = Stopwatch.StartNew();
            var rows = new LinkRow[size];
            Parallel.For(0, size, i => rows[i] = linker.RowOf(made.Claim(i)));

            double read = watch.Elapsed.TotalSeconds;
            LinkGroups groups = linker.Group(rows, [], LinkConstraints.None);
            double joined = watch.Elapsed.TotalSeconds;
            int events = 0;
            Parallel.ForEach(groups.Groups, group => Interlocked.Add(ref events, linker.Resolve([.. group.Select(made.Claim)]) is null ? 0 : 1));

            double seconds = watch.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {seconds:0.0} ({read:0.0}, {joined - read:0.0}, {seconds - joined:0.0}) | {events:N0} | {size / seconds:N0} | {process.PeakWorkingSet64 / 1e6:N0} |"));
        }
    }

    /// <summary>Claim i is one of the tellings of happening i / 3 or so; all that it says hangs on the numbers alone.</summary>
    private sealed class MadeClaims(KnowledgeBase knowledge)
    {
        private static readonly string[] Types = ["ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "CONSULT", "ACCUSE", "PROTEST", "AGREE"];
        private static readonly RuleId Rule = new("bench");
        private readonly Place[] places = [.. knowledge.Places.All.Where(p => p.Kind is "town" or "admin1" or "admin2").OrderBy(p => p.Id, StringComparer.Ordinal)];
        private readonly Actor[] actors = [.. knowledge.Actors.All.Where(a => a.Kind is "country" or "armed-group" or "force" or "ministry").OrderBy(a => a.Id, StringComparer.Ordinal)];

        public ClaimInContext Claim(int i)
        {
            uint told = Mix((uint)(i / 3) + 1), one = Mix((uint)i + 0x9E3779B9);
            int day = (int)(told % Days), lag = (int)(one % 4);
            string type = Types[told % (uint)Types.Length], article = "a-" + (i * 7L / 10).ToString("x", CultureInfo.InvariantCulture);
            Place place = places[Zipf(Mix(told), places.Length)];
            Actor first = actors[Zipf(Mix(told + 1), actors.Length)], second = actors[Zipf(Mix(told + 2), actors.Length)];
            var when = new DateOnly(2020, 1, 1).AddDays(day);
            DateOnly published = when.AddDays(lag);
            string quote = string.Create(CultureInfo.InvariantCulture, $"{first.Name} and {second.Name} near {place.Name}, word{told % 4001} word{Mix(told + 5) % 4001} word{one % 4001}");
            var evidence = new Evidence(TextId.Of(article), new TextSpan(0, quote.Length), quote);
            bool dated = one % 10 < 6, placed = one % 7 < 5;
            long killed = (told % 5 == 0 ? 1 + (told % 60) : 0) + (one % 4 == 0 ? 1 : 0);
            return new(
                new EventClaim(
                    "c-" + i.ToString("x8", CultureInfo.InvariantCulture), article, i % 12, [Rule], [evidence], [], Factuality.Asserted, type, [], 4, null, 1, 0.8, evidence,
                    one % 5 == 0 ? [] : [Party(first, evidence)], one % 6 == 0 ? [] : [Party(second, evidence)], [], [],
                    dated ? new(when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "day", when, when, evidence, Rule) : new(null, "none", null, published, null, Rule),
                    placed ? new(place.Id, place.Kind, evidence, Rule) : null,
                    killed > 0 ? [new Toll(TollKind.Killed, killed, killed, false, evidence, null, Rule)] : [], null),
                "s-" + article,
                published,
                "outlet");
        }

        private static Party Party(Actor actor, Evidence evidence) => new(evidence, new Resolution(actor.Id, Rule, []), "group", null, Rule);

        /// <summary>Rank by an inverse power law: a tenth of the places and actors are in most of the news.</summary>
        private static int Zipf(uint random, int count) => (int)Math.Min(count - 1, Math.Pow(count, random / (double)uint.MaxValue) - 1);

        private static uint Mix(uint x)
        {
            x ^= x >> 16;
            x *= 0x7FEB352D;
            x ^= x >> 15;
            x *= 0x846CA68B;
            return x ^ (x >> 16);
        }
    }
}
