using System.Globalization;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Bench;

/// <summary>Claim i is one of the tellings of happening i / 3 or so; all that it says hangs on the numbers alone.</summary>
/// <param name="articles">Of so many articles for each <paramref name="claims"/>.</param>
internal sealed class MadeClaims(KnowledgeBase knowledge, int articles = 7, int claims = 10)
{
    /// <summary>UTF-16 units that a claim's sentence has in its article, the spaces after it included.</summary>
    public const int LineWidth = 240;

    private const int Days = 5 * 365, LatestDays = 7;

    private static readonly string[] Types = ["ASSAULT", "ASSAULT", "ASSAULT", "COERCE", "CONSULT", "ACCUSE", "PROTEST", "AGREE"];
    private static readonly RuleId Rule = new("bench");
    private readonly Place[] places = [.. knowledge.Places.All.Where(p => p.Kind is "town" or "admin1" or "admin2").OrderBy(p => p.Id, StringComparer.Ordinal)];
    private readonly Actor[] actors = [.. knowledge.Actors.All.Where(a => a.Kind is "country" or "armed-group" or "force" or "ministry").OrderBy(a => a.Id, StringComparer.Ordinal)];

    /// <summary>Whether all happened in the last week of the five years.</summary>
    public bool LatestOnly { get; init; }

    /// <summary>Number of the article in which claim i stands: ten claims in seven.</summary>
    public static long ArticleOf(int i, int articles = 7, int claims = 10) => i * (long)articles / claims;

    public ClaimInContext Claim(int i)
    {
        uint told = Mix((uint)(i / 3) + 1), one = Mix((uint)i + 0x9E3779B9);
        int day = LatestOnly ? Days - 1 - (int)(told % LatestDays) : (int)(told % Days), lag = (int)(one % 4);
        string type = Types[told % (uint)Types.Length], article = "a-" + ArticleOf(i, articles, claims).ToString("x8", CultureInfo.InvariantCulture);
        Place place = places[Zipf(Mix(told), places.Length)];
        Actor first = actors[Zipf(Mix(told + 1), actors.Length)], second = actors[Zipf(Mix(told + 2), actors.Length)];
        var when = new DateOnly(2020, 1, 1).AddDays(day);
        DateOnly published = when.AddDays(lag);
        string quote = string.Create(CultureInfo.InvariantCulture, $"{first.Name} and {second.Name} near {place.Name}, word{told % 4001} word{Mix(told + 5) % 4001} word{one % 4001}");
        // The second claim of an article stands in its second line.
        int begin = i > 0 && ArticleOf(i - 1, articles, claims) == ArticleOf(i, articles, claims) ? LineWidth : 0;
        var evidence = new Evidence(TextId.Of(article), new TextSpan(begin, begin + quote.Length), quote);
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
