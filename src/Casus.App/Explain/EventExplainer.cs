using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>Follows every value of an event back to the words of its claims.</summary>
/// <param name="links">Null: how the claims were joined is left out.</param>
internal sealed class EventExplainer(Lookup lookup, LinkExplainer? links = null)
{
    public Explanation Explain(Event told)
    {
        var articles = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        ImmutableArray<ClaimContext> contexts = [.. told.Claims.SelectMany(lookup.Claims)
            .Where(c => told.Articles.Contains(c.ArticleId))
            .Select(c => new ClaimContext(c.Claim, articles.TryGetValue(c.ArticleId, out StoredArticle? known) ? known : articles[c.ArticleId] = lookup.Article(c.ArticleId)))];
        // The same words in two articles make one claim id: either stands for both.
        var claims = new Dictionary<string, EventClaim>(StringComparer.Ordinal);
        foreach (ClaimContext context in contexts)
        {
            if (context.Claim is EventClaim claim)
            {
                claims.TryAdd(claim.Id, claim);
            }
        }

        var fields = ImmutableArray.CreateBuilder<FieldExplanation>();
        string type = told.Modes.IsDefaultOrEmpty ? told.Type : $"{told.Type} ({string.Join(", ", told.Modes)})";
        string TypeRule() => !told.Judged.IsDefault && told.Judged.LastOrDefault(f => f.Field == "type") is { } judged ? Judgement.RulePrefix + judged.Judgement : "event.surest-claim";
        fields.Add(new FieldExplanation("type", type, TypeRule(), [.. told.Claims.Where(claims.ContainsKey).Select(id => new Support(id, Coded(claims[id]), [claims[id].Trigger]))], []));
        fields.Add(Field("initiators", told.Initiators, Values.Of, claims, c => Parties(c.Initiators)));
        fields.Add(Field("targets", told.Targets, Values.Of, claims, c => Parties(c.Targets.IsDefaultOrEmpty ? c.Victims : c.Targets)));
        fields.Add(Field("time", told.Time, Values.When, claims, c => (Rules(c.Time.Rule), c.Time.Evidence is { } e ? [e] : [])));
        if (told.Place is { } place)
        {
            fields.Add(Field("place", place, Values.Of, claims, c => c.Place is { } p ? (Rules(p.Rule), [p.Evidence]) : ([], [])));
        }

        foreach (Resolved<Toll> toll in told.Tolls)
        {
            TollKind kind = toll.Value.Kind;
            fields.Add(Field(Json.Word(kind), toll, t => Values.Of(t) + Bounds(told, kind), claims, c => (Rules([.. c.Tolls.Where(t => t.Kind == kind).Select(t => t.Rule)]), [.. c.Tolls.Where(t => t.Kind == kind).Select(t => t.Evidence)])));
        }

        if (links is not null && told.Claims.Length > 1)
        {
            fields.Add(links.Explain(told, contexts));
        }

        return new Explanation(told.Id, "event", Says(told), fields.ToImmutable(), AccountCells.On([.. told.Accounts.Select(Line)], fields), contexts);
    }

    /// <summary>Empty where all that holds is one count.</summary>
    private static string Bounds(Event told, TollKind kind) =>
        !told.Bounds.IsDefault && told.Bounds.FirstOrDefault(b => b.Kind == kind) is { } bounds && bounds.Low != bounds.High
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (low {bounds.Low}, best {bounds.Best}, high {bounds.High})")
            : "";

    public static string Says(Event told)
    {
        string says = $"{Values.Of(told.Initiators.Value)} → {Values.Of(told.Targets.Value)}";
        string[] rest = [Values.Of(told.Time.Value), told.Place is { } place ? Values.Of(place.Value) : "", string.Join(", ", told.Tolls.Select(t => Values.Of(t.Value)))];
        return string.Join(" · ", rest.Where(r => r.Length > 0).Prepend(says));
    }

    /// <summary>"assault.air-strike.02 (ASSAULT 0.9)", "model.opinion (ACCUSE 0.3)": what coded the type, and what was weighed against it.</summary>
    internal static ImmutableArray<string> Coded(EventClaim claim)
    {
        ImmutableArray<Weighed> weighed = claim.Weighed.IsDefault ? [] : claim.Weighed;
        return [
            .. weighed.Select(w => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{w.By.Value} ({w.Type} {w.Weight:0.##})")),
            .. Rules(claim.Rules).Where(r => !weighed.Any(w => w.By.Value == r)),
        ];
    }

    internal static ImmutableArray<string> Rules(params ImmutableArray<RuleId> rules) => rules.IsDefault ? [] : [.. rules.Select(r => r.Value).Distinct()];

    internal static (ImmutableArray<string> Rules, ImmutableArray<Evidence> Words) Parties(ImmutableArray<Party> parties) => parties.IsDefaultOrEmpty
        ? ([], [])
        : (Rules([.. parties.Select(p => p.Rule), .. parties.Where(p => p.Resolution is not null).Select(p => p.Resolution!.Rule)]), [.. parties.Select(p => p.Evidence)]);

    private static AccountLine Line(Account account) =>
        new(account.ActorId is { } id ? $"{account.Voice} [{id}]" : account.Voice, account.Side, Json.Word(account.Factuality), account.Tolls.IsDefaultOrEmpty ? "" : string.Join(", ", account.Tolls.Select(Values.Of)), account.Claims);

    private static FieldExplanation Field<T>(string name, Resolved<T> field, Func<T, string> value, Dictionary<string, EventClaim> claims, Func<EventClaim, (ImmutableArray<string> Rules, ImmutableArray<Evidence> Words)> words)
    {
        ImmutableArray<Support> support = [.. field.Support.Where(claims.ContainsKey).Select(id =>
        {
            (ImmutableArray<string> rules, ImmutableArray<Evidence> found) = words(claims[id]);
            return new Support(id, rules, found);
        })];
        return new FieldExplanation(name, value(field.Value), field.Rule.Value, support, [.. field.Dissent.Select(d => new DissentLine(d.Value, d.Claims))]);
    }
}
