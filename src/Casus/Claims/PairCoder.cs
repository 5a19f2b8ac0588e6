using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The contract's pairs: the event type that best connects two marked parties of a sentence.</summary>
internal static class PairCoder
{
    public static PairCoding Code(PairViews views, Reading reading, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target, Lexicon lexicon)
    {
        Analysis analysis = reading.Analysis;
        PairCoding? best = null;
        double most = double.MinValue;
        foreach (Claim claim in reading.Claims)
        {
            if (claim is not EventClaim told || !Holds(analysis.Sentences[told.Sentence].Span, initiator, target))
            {
                continue;
            }

            double fit = Fit(analysis, told, initiator, target);
            if (fit > most)
            {
                most = fit;
                best = new PairCoding(told.Type, told.Quad, Math.Clamp(Math.Round(told.Score * (fit > 3 ? 1 : fit > 1.5 ? 0.8 : 0.5), 3), 0, 1), told.Rules);
            }
        }

        return best ?? Raw(views, initiator, target, lexicon);
    }

    private static double Fit(Analysis analysis, EventClaim claim, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        double fit = 0;
        fit += Any(claim.Initiators, initiator) ? 2 : Any(claim.Targets, initiator) ? 0.5 : 0;
        fit += Any(claim.Targets, target) || Any(claim.Victims, target) ? 2 : Any(claim.Initiators, target) ? 0.4 : 0;
        TextSpan trigger = claim.Trigger.Span!.Value;
        if (initiator.Any(i => i.Contains(trigger)))
        {
            fit -= 1.5;
        }
        else if (target.Any(t => t.Contains(trigger)))
        {
            fit -= 1;
        }

        Sentence sentence = analysis.Sentences[claim.Sentence];
        fit += OnPath(sentence, trigger, initiator, target) ? 0.8 : 0;
        fit += claim.Factuality switch
        {
            Factuality.Asserted or Factuality.Reported or Factuality.Requested => 0.3,
            Factuality.Negated or Factuality.Hypothetical => -0.3,
            _ => 0,
        };
        return fit + (claim.Score * 0.8) - (0.02 * claim.Rank);
    }

    private static bool OnPath(Sentence sentence, TextSpan trigger, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        int at = At(sentence, trigger), a = initiator.Count > 0 ? At(sentence, initiator[0]) : -1, b = target.Count > 0 ? At(sentence, target[0]) : -1;
        if (at < 0 || a < 0)
        {
            return false;
        }

        HashSet<int> path = [];
        for (int x = a, i = 0; x >= 0 && i < 40; x = sentence.Tokens[x].Head, i++)
        {
            path.Add(x);
        }

        for (int x = b, i = 0; x >= 0 && i < 40; x = sentence.Tokens[x].Head, i++)
        {
            path.Add(x);
        }

        return path.Contains(at) || path.Contains(sentence.Tokens[at].Head);
    }

    /// <summary>The head of what the span holds; -1: it stands in another sentence.</summary>
    public static int At(Sentence sentence, TextSpan span)
    {
        int found = -1;
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Span.Overlaps(span))
            {
                int head = sentence.Tokens[i].Head;
                if (head < 0 || !sentence.Tokens[head].Span.Overlaps(span))
                {
                    return i;
                }

                found = i;
            }
        }

        return found;
    }

    private static bool Any(ImmutableArray<Party> parties, IReadOnlyList<TextSpan> spans) =>
        parties.Any(p => p.Evidence.Span is { } span && spans.Any(s => s.Overlaps(span)));

    private static bool Holds(TextSpan sentence, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target) =>
        (initiator.Count == 0 && target.Count == 0) || initiator.Concat(target).Any(sentence.Overlaps);

    /// <summary>No claim is left in the sentence: any trigger is a better answer than none.</summary>
    private static PairCoding Raw(PairViews views, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target, Lexicon lexicon)
    {
        foreach (SentenceView s in views.All)
        {
            if (Holds(s.Sentence.Span, initiator, target) && views.Told(s.Index).Matches.OrderByDescending(m => m.Pattern.Pattern.Weight).ThenBy(m => m.Token).FirstOrDefault() is { } match)
            {
                Composition composed = Composition.Of(s, match, lexicon.Knowledge.Ontology);
                return new PairCoding(composed.Type, lexicon.Knowledge.Ontology.Find(composed.Type)?.Quad, 0.2, [match.Rule]);
            }
        }

        return new PairCoding(null, null, 0, []);
    }
}
