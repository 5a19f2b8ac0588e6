using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>F1 over words of the three parts, and over attributions: a cue paired with the gold cue that shares a word, its speaker overlapping (or absent on both sides) and its content by Jaccard 0.5.</summary>
internal sealed record AttributionScores(double Speaker, double Cue, double Content, double WhoSaidWhat)
{
    public static AttributionScores Of(AttributionModel model, IReadOnlyList<AttributedPassage> gold)
    {
        var run = new AttributionRun(model);
        var decoder = new CueDecoder();
        var parts = new Tally[4];
        foreach (AttributedPassage example in gold)
        {
            run.Encode(example.Sentences, [example.Passage]);
            List<VoicedCue> found = [.. decoder.Read(run, example.Sentences, example.Passage, 0).Where(c => c.Content.Count > 0)];
            HashSet<int> cueGold = [.. Enumerable.Range(0, example.Labels.Length).Where(i => example.Labels[i] is AttributionShape.CueBegin or AttributionShape.CueInside)];
            parts[0].Add([.. found.SelectMany(c => Range(c.Speaker))], [.. example.Cues.SelectMany(c => c.Speaker)]);
            parts[1].Add([.. found.SelectMany(c => c.Words)], cueGold);
            parts[2].Add([.. found.SelectMany(Said)], [.. example.Cues.SelectMany(c => c.Content)]);
            var free = new List<GoldCue>(example.Cues);
            int matched = 0;
            foreach (VoicedCue cue in found)
            {
                if (free.Find(g => Same(cue, g)) is { } hit)
                {
                    free.Remove(hit);
                    matched++;
                }
            }

            parts[3].Add(matched, found.Count, example.Cues.Length);
        }

        return new(parts[0].F1, parts[1].F1, parts[2].F1, parts[3].F1);
    }

    public string Row() => string.Create(CultureInfo.InvariantCulture, $"| {Speaker:0.000} | {Cue:0.000} | {Content:0.000} | {WhoSaidWhat:0.000} |");

    private static bool Same(VoicedCue found, GoldCue gold)
    {
        HashSet<int> said = [.. Said(found)];
        int shared = gold.Content.Count(said.Contains);
        bool speaker = gold.Speaker.Length == 0 ? found.Speaker.End == found.Speaker.Begin : Range(found.Speaker).Intersect(gold.Speaker).Any();
        return speaker && 2 * shared >= said.Count + gold.Content.Length - shared;
    }

    private static IEnumerable<int> Said(VoicedCue cue) => cue.Content.SelectMany(Range);

    private static IEnumerable<int> Range((int Begin, int End) words) => Enumerable.Range(words.Begin, words.End - words.Begin);

    private struct Tally
    {
        private int right, found, gold;

        public readonly double F1 => found + gold == 0 ? 0 : 2.0 * right / (found + gold);

        public void Add(HashSet<int> predicted, HashSet<int> expected) => Add(predicted.Count(expected.Contains), predicted.Count, expected.Count);

        public void Add(int right, int found, int gold)
        {
            this.right += right;
            this.found += found;
            this.gold += gold;
        }
    }
}
