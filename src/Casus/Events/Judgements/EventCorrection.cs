using System.Collections.Immutable;
using System.Globalization;
using Casus.Claims;

namespace Casus.Events;

/// <summary>A field of an event that a judgement gives.</summary>
/// <param name="Value">In the judgement's words.</param>
/// <param name="Before">What the claims made of it, in words; null where they said nothing.</param>
public sealed record JudgedField(string Field, string Value, string? Before, string Judgement);

/// <summary>Puts a corrected value in the place of an event's own: what the claims made of it becomes dissent, and the judgement is the rule that chose.</summary>
internal static class EventCorrection
{
    /// <param name="judged">Claims of the event that were before the judge; never empty.</param>
    public static Event Apply(Event told, Correction correction, Judgement judgement, ImmutableArray<string> judged, TextId text)
    {
        Evidence evidence = ClaimCorrection.Of(text, judgement);
        (Event corrected, string? before) = correction switch
        {
            CorrectedType type => (told with { Type = type.Type, Quad = type.Quad, Cameo = null, Modes = [] }, told.Type),
            CorrectedFactuality factuality => (told with { Factuality = factuality.Factuality }, told.Factuality.ToString().ToLowerInvariant()),
            CorrectedTime time => (told with { Time = Chosen(ClaimCorrection.Time(time, evidence, judgement), told.Time, Says) }, Says(told.Time.Value)),
            CorrectedPlace { Place: null } => (told with { Place = null }, told.Place is { } was ? Says(was.Value) : null),
            CorrectedPlace place => (told with { Place = Chosen(ClaimCorrection.Place(place, evidence, judgement)!, told.Place, Says) }, told.Place is { } was ? Says(was.Value) : null),
            CorrectedParties { Role: "initiators" } who => (told with { Initiators = Chosen(who.Parties, told.Initiators, Says) }, Maybe(Says(told.Initiators.Value))),
            CorrectedParties whom => (told with { Targets = Chosen(whom.Parties, told.Targets, Says) }, Maybe(Says(told.Targets.Value))),
            CorrectedToll toll => Toll(toll),
            _ => throw new InvalidOperationException($"A correction of no known kind: {correction.GetType().Name}."),
        };
        return corrected with { Judged = [.. told.Judged.IsDefault ? [] : told.Judged.Where(f => f.Field != judgement.Field), new JudgedField(judgement.Field!, judgement.Value!, before, judgement.Id)] };

        (Event, string?) Toll(CorrectedToll toll)
        {
            Resolved<Toll>? old = told.Tolls.FirstOrDefault(t => t.Value.Kind == toll.Kind);
            ImmutableArray<Resolved<Toll>> others = [.. told.Tolls.Where(t => t.Value.Kind != toll.Kind)];
            string? was = old is null ? null : TollResolution.Says(old.Value);
            // Whom the old words counted is not told by the new number; what voices said stays as the bounds around it.
            return toll.Min is not { } best
                ? (told with { Tolls = others, Bounds = [.. Bounds().Where(b => b.Kind != toll.Kind)] }, was)
                : (told with
                {
                    Tolls = [.. others.Add(Chosen(ClaimCorrection.Toll(toll, null, evidence, judgement), old, TollResolution.Says)).OrderBy(t => t.Value.Kind)],
                    Bounds = [.. Bounds().Select(b => b.Kind == toll.Kind ? b with { Low = Math.Min(b.Low, best), Best = best, High = Math.Max(b.High, toll.Max ?? best) } : b)],
                }, was);
        }

        ImmutableArray<TollBounds> Bounds() => told.Bounds.IsDefault ? [] : told.Bounds;

        Resolved<T> Chosen<T>(T value, Resolved<T>? old, Func<T, string> says) =>
            new(value, judged, old is null || says(old.Value).Length == 0 ? [] : [new Dissent(says(old.Value), old.Support), .. old.Dissent], judgement.Rule);
    }

    private static string? Maybe(string text) => text.Length == 0 ? null : text;

    private static string Says(ClaimTime time) => time.Value ?? (time.Latest is { } last ? "by " + last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    private static string Says(ClaimPlace place) => place.Evidence.Quote;

    private static string Says(ImmutableArray<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name));
}
