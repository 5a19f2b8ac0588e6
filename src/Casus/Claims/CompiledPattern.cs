using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>A pattern with its paths and word sets made ready.</summary>
internal sealed class CompiledPattern
{
    private CompiledPattern(Pattern pattern, ImmutableArray<CompiledCondition> require, ImmutableArray<CompiledCondition> forbid, ImmutableDictionary<string, ImmutableArray<TreePath>> roles)
    {
        Pattern = pattern;
        Rule = new RuleId(pattern.Id);
        Require = require;
        Forbid = forbid;
        Roles = roles;
    }

    public Pattern Pattern { get; }

    public RuleId Rule { get; }

    public ImmutableArray<CompiledCondition> Require { get; }

    public ImmutableArray<CompiledCondition> Forbid { get; }

    public ImmutableDictionary<string, ImmutableArray<TreePath>> Roles { get; }

    /// <exception cref="FormatException">A path is not of the pattern language; <see cref="Problems"/> tells them all beforehand.</exception>
    public static CompiledPattern Of(Pattern pattern, Lexicon lexicon) => new(
        pattern,
        [.. pattern.Require.Select(c => CompiledCondition.Of(c, lexicon))],
        [.. pattern.Forbid.Select(c => CompiledCondition.Of(c, lexicon))],
        pattern.Roles.ToImmutableDictionary(r => r.Role, r => r.Paths.Select(Path).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>What is wrong with a pattern's paths and sets, in words; empty when all is well.</summary>
    public static IEnumerable<string> Problems(Pattern pattern, Lexicon lexicon)
    {
        foreach (string path in pattern.Require.Concat(pattern.Forbid).Select(c => c.Path).Concat(pattern.Roles.SelectMany(r => r.Paths)))
        {
            if (TreePath.Parse(path, out string? problem) is null)
            {
                yield return problem!;
            }
        }

        foreach (string word in pattern.Require.Concat(pattern.Forbid).SelectMany(c => c.Words))
        {
            if (word.StartsWith('@') && lexicon.List(word[1..]).Count == 0)
            {
                yield return UnknownSet(word);
            }
        }
    }

    public static string UnknownSet(string word) => $"the set \"{word}\" is neither in knowledge/sets nor in knowledge/claims/words.tsv";

    private static TreePath Path(string text) => TreePath.Parse(text, out string? problem) ?? throw new FormatException(problem);
}

internal sealed class CompiledCondition
{
    private readonly TreePath path;
    private readonly FrozenSet<string> lemmas;
    private readonly ImmutableArray<string> sorts;
    private readonly bool any, lemmasAlone;
    private readonly LemmaBits bits;

    private CompiledCondition(TreePath path, FrozenSet<string> lemmas, ImmutableArray<string> sorts, bool any)
    {
        lemmasAlone = !any && sorts.IsEmpty;
        bits = LemmaBits.Of(lemmas);
        this.path = path;
        this.lemmas = lemmas;
        this.sorts = sorts;
        this.any = any;
    }

    /// <summary>The word may stand anywhere in the phrase or sentence: such a condition does not make a pattern finer than another.</summary>
    public bool Loose => path.Text is "sentence" or "inside";

    private bool OnSubject => path.Text == "subject";

    public bool OnObject => path.Text.StartsWith("object", StringComparison.Ordinal);

    public static CompiledCondition Of(Condition condition, Lexicon lexicon) => new(
        TreePath.Parse(condition.Path, out string? problem) ?? throw new FormatException(problem),
        condition.Words.Where(w => w[0] is not ('*' or '#'))
            .SelectMany(w => w[0] == '@' ? lexicon.List(w[1..]) : Enumerable.Repeat(w, 1))
            .ToFrozenSet(StringComparer.Ordinal),
        [.. condition.Words.Where(w => w[0] == '#').Select(w => w[1..])],
        condition.Words.Contains("*"));

    /// <summary>False where certainly no word of the sentence fits, wherever the path leads.</summary>
    public bool MayFit(SentenceView s) => !lemmasAlone || s.Bits.MayHaveOneOf(bits);

    /// <summary>The first word on the path that fits, itself or, as who does it, by whom it means in its sentence ("Ukraine said | it | had struck"); -1 when none does.</summary>
    public int Find(SentenceView s, TriggerMatch match, Lexicon lexicon, List<int> buffer)
    {
        if (!MayFit(s))
        {
            return -1;
        }

        buffer.Clear();
        path.Find(s, match, buffer);
        foreach (int token in buffer)
        {
            if (Fits(s, token, lexicon) || (OnSubject && RoleReader.Meant(s, token) is var meant && meant != token && Fits(s, meant, lexicon)))
            {
                return token;
            }
        }

        return -1;
    }

    private bool Fits(SentenceView s, int token, Lexicon lexicon)
    {
        int content = s.Content(token);
        if (any || lemmas.Contains(s.Lemma(token)) || (content != token && lemmas.Contains(s.Lemma(content))))
        {
            return true;
        }

        foreach (string sort in sorts)
        {
            if (Described(s, content, sort, lexicon))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Described(SentenceView s, int token, string what, Lexicon lexicon) => what switch
    {
        "place" => s.Places.Exists(p => p.Head == token) || s.MarkedPlaces.Contains(token) || s.MentionOver(token)?.Kind is MentionKind.Location or MentionKind.Nationality,
        "person" => s.MentionOver(token)?.Kind is MentionKind.Person or MentionKind.Nationality || s.PartyNoun(token) is { Kind: "person" },
        "actor" => s.MentionOver(token) is { Kind: MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Location or MentionKind.Nationality }
            || s.PartyNoun(token) is { Kind: "person" or "group" or "body" },
        "weapon" => s.MentionOver(token)?.Kind == MentionKind.Weapon || lexicon.MeansOf(s.Lemma(token)) is not null,
        "number" => s.QuantityAt(token) is not null || s.Child(token, "nummod") >= 0,
        "verb" => s.IsVerb(token),
        "fact" => Clause.StatesFact(s, token),
        _ => PartyReader.ClassOf(s, token) == what,
    };
}
