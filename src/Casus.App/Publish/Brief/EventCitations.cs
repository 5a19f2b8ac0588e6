using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>Cites the words that events rest on. An event is looked up once.</summary>
/// <param name="most">Events that are cited for a count of them; the others are found by the same options.</param>
internal sealed class EventCitations(Lookup lookup, CitationList sources, int most)
{
    /// <summary>Stories that are cited for one event beside those that give its values.</summary>
    private const int Tellings = 3;

    private readonly EventExplainer explainer = new(lookup);
    private readonly Dictionary<string, Explanation> explained = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> cited = new(StringComparer.Ordinal);

    /// <summary>Numbers of the sources that give its values, and of some more stories that tell it.</summary>
    public int[] Of(Event told)
    {
        if (cited.TryGetValue(told.Id, out int[]? numbers))
        {
            return numbers;
        }

        Explanation explanation = Explained(told);
        var words = new Dictionary<string, HashSet<TextSpan>>(StringComparer.Ordinal);
        foreach (FieldExplanation field in explanation.Fields)
        {
            Support[] worded = [.. field.Support.Where(s => s.Words.Any(w => w.Span is not null))];
            if ((worded.FirstOrDefault(s => words.ContainsKey(s.ClaimId)) ?? worded.FirstOrDefault()) is { } support)
            {
                words.TryAdd(support.ClaimId, []);
                words[support.ClaimId].UnionWith(support.Words.Where(w => w.Span is not null).Select(w => w.Span!.Value));
            }
        }

        var stories = new HashSet<string>(explanation.Claims.Where(c => words.ContainsKey(c.Claim.Id)).Select(c => lookup.StoryOf(c.Article.Id)), StringComparer.Ordinal);
        foreach (ClaimContext context in explanation.Claims)
        {
            if (words.Count == 0 || (stories.Count < Tellings && stories.Add(lookup.StoryOf(context.Article.Id))))
            {
                words.TryAdd(context.Claim.Id, []);
            }
        }

        return cited[told.Id] = [.. words.Select(w => Cite(explanation.Claims.First(c => c.Claim.Id == w.Key), w.Value)).Distinct().Order()];
    }

    /// <summary>A sentence about how many they are, or what they sum up to, that cites the first of them and says so.</summary>
    /// <param name="events">At least one, the weightiest first.</param>
    public BriefSentence Count(string text, IReadOnlyCollection<Event> events) =>
        new(events.Count <= most ? text : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text} (the weightiest {most} are cited)"), events.Take(most).SelectMany(Of));

    /// <summary>Numbers of the sources of some of its claims.</summary>
    public int[] Of(Event told, IEnumerable<string> claims)
    {
        HashSet<string> asked = [.. claims];
        return [.. Explained(told).Claims.Where(c => asked.Contains(c.Claim.Id)).DistinctBy(c => c.Claim.Id).Select(c => Cite(c, [])).Distinct().Order()];
    }

    /// <summary>
    /// Parties of a role by the claims whose own sentences hold the words for all of them. A party that a claim took over from another sentence
    /// about the same event may be another speaker's word.
    /// </summary>
    public ILookup<string, Party> Named(Event told, Func<EventClaim, ImmutableArray<Party>> role) =>
        (from context in Explained(told).Claims
         where context.Claim is EventClaim
         let parties = role((EventClaim)context.Claim)
         where !parties.IsDefaultOrEmpty && parties.All(p => !p.Implied && p.Evidence.Span is { } span && context.Sentences.Any(s => s.Contains(span)))
         from party in parties
         select (context.Claim.Id, Party: party)).ToLookup(p => p.Id, p => p.Party, StringComparer.Ordinal);

    /// <summary>Numbers of the sources of claims that are of no event.</summary>
    public int[] Of(IEnumerable<string> claims) => [.. claims.Select(c => lookup.Claims(c)[0]).Select(c => Cite(new ClaimContext(c.Claim, lookup.Article(c.ArticleId)), [])).Distinct().Order()];

    private Explanation Explained(Event told) => explained.TryGetValue(told.Id, out Explanation? known) ? known : explained[told.Id] = explainer.Explain(told);

    private int Cite(ClaimContext context, IEnumerable<TextSpan> words) => sources.Cite(context.Article, context.Sentences, words);
}
