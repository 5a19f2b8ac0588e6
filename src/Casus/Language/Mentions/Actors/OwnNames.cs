using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What a name of one article's own stands for: an actor of knowledge, or one that knowledge lacks.</summary>
internal sealed record OwnName(MentionKind Kind, string? ActorId, ProvisionalActor? Provisional);

/// <summary>Names that an article makes itself: an abbreviation in brackets, a surname after the full name.</summary>
internal sealed class OwnNames
{
    private static readonly RuleId Rule = new("actor.own-abbreviation");
    private readonly Dictionary<string, OwnName> names = new(StringComparer.Ordinal);

    public OwnName? Find(string form) => names.GetValueOrDefault(form);

    public void Add(string form, OwnName name) => names.TryAdd(form, name);

    public static Resolution? Resolution(OwnName name) => name.ActorId is { } id ? new Resolution(id, Rule, []) : null;

    /// <summary>"Afghanistan Freedom Front (AFF)": what stands in brackets names the same from here on.</summary>
    /// <param name="mentions">Those of the sentence.</param>
    public void Abbreviations(Sentence sentence, ReadOnlySpan<Mention> mentions)
    {
        for (int i = 1; i + 2 < sentence.Tokens.Length; i++)
        {
            string form = sentence.Tokens[i + 1].Form;
            if (sentence.Tokens[i].Form != "(" || sentence.Tokens[i + 2].Form != ")" || form.Length is < 2 or > 8 || form.Count(char.IsUpper) < 2)
            {
                continue;
            }

            int end = sentence.Tokens[i - 1].Span.End;
            Mention? full = null;
            foreach (Mention mention in mentions)
            {
                if (mention.Span.End == end && mention.Kind == MentionKind.Organisation && (full is null || mention.Span.Length > full.Span.Length))
                {
                    full = mention;
                }
            }

            if (full is not null)
            {
                Add(form, new OwnName(full.Kind, full.Actor?.ActorId, full.Provisional));
            }
        }
    }
}
