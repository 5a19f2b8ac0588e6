using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>Clauses on which the patterns are silent, as drafts without a code; and such a draft once the second opinion has coded it.</summary>
internal sealed class ClauseDrafter
{
    private const int Most = 3, Deepest = 3;

    private readonly ImmutableDictionary<string, CompiledPattern> patterns;
    private readonly CompiledPattern any;

    public ClauseDrafter(Lexicon lexicon)
    {
        patterns = lexicon.Knowledge.Ontology.Types.ToImmutableDictionary(t => t.Name, t => CompiledPattern.Of(Blank(t.Name), lexicon), StringComparer.Ordinal);
        any = patterns.Values.First();
    }

    /// <summary>A pattern without words: what a model's draft has for one.</summary>
    private static Pattern Blank(string type) => new(SecondOpinion.Rule.Value, type, [], null, 0.5, new Trigger([], [], []), [], [], [], [], [], "", 0);

    /// <summary>At most three, the highest in the tree first.</summary>
    public IEnumerable<Draft> Silent(SentenceView s, List<Draft> drafts)
    {
        List<int> clauses = [];
        for (int i = 0; i < s.Count; i++)
        {
            if (IsClause(s, i) && !IsTold(i, drafts))
            {
                clauses.Add(i);
            }
        }

        clauses.Sort((a, b) => (s.Depth(a), a).CompareTo((s.Depth(b), b)));
        for (int i = 0; i < Math.Min(Most, clauses.Count); i++)
        {
            yield return Open(s, clauses[i]);
        }
    }

    private static bool IsTold(int token, List<Draft> drafts)
    {
        foreach (Draft draft in drafts)
        {
            if (draft.Tokens.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClause(SentenceView s, int token) =>
        s.IsVerb(token) && s.Depth(token) <= Deepest && s.Relation(token) is "root" or "ccomp" or "conj" or "parataxis" or "xcomp" or "advcl" or "acl"
        && (s.Child(token, "nsubj") >= 0 || s.Child(token, "obj") >= 0 || s.Child(token, "obl") >= 0);

    /// <summary>The draft of a clause whose code nobody knows yet; its type is empty.</summary>
    public Draft Open(SentenceView s, int token) => new(
        s,
        new TriggerMatch(any, token, [token], false, -1, -1, 0),
        token,
        "",
        "",
        [],
        null,
        0,
        Factuality.Asserted,
        [],
        [],
        [],
        [],
        [],
        [],
        [token],
        false);

    public Draft As(Draft clause, Heard heard)
    {
        TriggerMatch match = clause.Match with { Coded = patterns[heard.Type] };
        Composition composed = Composition.Of(clause.View, match, clause.View.Lexicon.Knowledge.Ontology);
        return clause with
        {
            Match = match,
            Type = heard.Type,
            BaseType = heard.Type,
            Weight = heard.Likelihood,
            Factuality = composed.Type == heard.Type ? composed.Factuality : Factuality.Asserted,
            Rules = [SecondOpinion.Rule],
        };
    }
}
