using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What one name by itself leads to, by the rules that read articles.</summary>
/// <param name="Actor">Null where nobody is found, or only with more words beside the name.</param>
/// <param name="Rule">The rule that chose; null as <paramref name="Actor"/>.</param>
/// <param name="Role">What the actor is on the day that was asked for; null as <paramref name="Actor"/>.</param>
/// <param name="Rejected">Bearers of the name that were not chosen, and why.</param>
/// <param name="ProvisionalId">Id under which an article's reading keeps the name where no file of knowledge has it; null where one has, or the name has no letter.</param>
public sealed record ActorFinding(string Name, Actor? Actor, RuleId? Rule, ActorRole? Role, ImmutableArray<Rejected> Rejected, string? ProvisionalId);

/// <summary>Looks names up one by one, as <see cref="ActorReader"/> would in an article. Safe to share among threads.</summary>
public sealed class ActorLookup(KnowledgeBase knowledge)
{
    private readonly ActorNames names = new(knowledge);
    private readonly Offices offices = new(knowledge);
    private readonly ForcesOfCountries forces = new(knowledge);

    /// <param name="day">Decides between names and offices of different times; null: any time will do.</param>
    /// <param name="beside">Words that stand in the same article; null: none.</param>
    public ActorFinding Find(string name, DateOnly? day, string? beside = null)
    {
        string text = beside is null ? name : name + "\n" + beside;
        Sentence[] sentences = beside is null ? [Words(text, 0, 0, name.Length)] : [Words(text, 0, 0, name.Length), Words(text, 1, name.Length + 1, text.Length)];
        List<ActorHit> hits = names.Find(text, sentences);
        if (hits.Find(h => h.Sentence == 0 && IsWhole(sentences[0], h)) is not { } hit)
        {
            return new ActorFinding(name, null, null, null, [], Provisionals.Id(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name));
        }

        var context = new ActorContext(knowledge, names, offices, forces, text, day, hits, []);
        if (context.Resolve(hit, acts: true, out ImmutableArray<Rejected> rejected) is not { } resolution)
        {
            return new ActorFinding(name, null, null, null, [.. rejected.Select(r => r with { Reason = Reason(hit, r) })], null);
        }

        Actor actor = knowledge.Actors.Find(resolution.ActorId)!;
        return new ActorFinding(name, actor, resolution.Rule, actor.RoleOn(day), [.. rejected.Select(r => r with { Reason = Reason(hit, r) })], null);
    }

    /// <summary>Says which words would have to stand beside the name.</summary>
    private string Reason(ActorHit hit, Rejected rejected)
    {
        foreach (int entry in hit.Entries)
        {
            (Actor actor, ActorName name) = names[entry];
            if (actor.Id == rejected.Id && !name.Alone && !name.Context.IsEmpty && rejected.Reason == ActorContext.NothingPoints)
            {
                return $"needs beside it: {string.Join(", ", name.Context)}";
            }
        }

        return rejected.Reason;
    }

    private static bool IsWhole(Sentence sentence, ActorHit hit) =>
        hit.Last == sentence.Tokens.Length - 1 && (hit.First == 0 || (hit.First == 1 && sentence.Tokens[0].Form.Equals("the", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The words of a line as tokens of which nothing is known but that they name.</summary>
    private static Sentence Words(string text, int index, int begin, int end)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (int at = begin; at < end;)
        {
            while (at < end && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            int from = at;
            while (at < end && !char.IsWhiteSpace(text[at]) && !(at > from && Ends(text, at)))
            {
                at++;
            }

            if (at > from)
            {
                string form = text[from..at];
                bool first = tokens.Count == 0;
                tokens.Add(new Token(new TextSpan(from, at), form, form, "PROPN", "NNP", first ? -1 : 0, first ? "root" : "flat"));
            }
        }

        return new Sentence(index, 0, new TextSpan(begin, end), tokens.ToImmutable());
    }

    /// <summary>Commas and the possessive are words of their own, as a tokenizer has them.</summary>
    private static bool Ends(string text, int at) =>
        text[at] == ',' || text[at - 1] == ',' || (text[at] is '\'' or '’' && at + 1 < text.Length && text[at + 1] == 's' && (at + 2 == text.Length || char.IsWhiteSpace(text[at + 2])));
}
