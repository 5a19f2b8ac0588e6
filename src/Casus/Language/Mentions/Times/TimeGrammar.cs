using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <param name="Value">Name of the step in <see cref="TimeValues"/> that makes the value, with its argument after a colon.</param>
/// <param name="Unit">The unit that the argument gives to words that have none of their own: "same:Y"; else none.</param>
internal sealed record TimeRule(RuleId Id, TimeType? Type, string Value, string Argument, TimeUnit Unit, TimeElement[] Pattern);

/// <summary>One place of a pattern. Exactly one of the three lists is filled.</summary>
/// <param name="Before">True: the element is what stands before the expression, not part of it; After, what follows it.</param>
/// <param name="Not">True: what must not stand there.</param>
internal sealed record TimeElement(int[] Words, TimeClass[] Classes, TimeElement[][] Shapes, bool Optional, bool Before, bool After, bool Not);

/// <summary>
/// The grammar of time expressions, read from knowledge/times/rules.tsv and shapes.tsv. A pattern is a row of elements: words
/// ("last|past"), classes of words ("@month"), shapes ("%clock"); "?" makes one optional, "&lt;" and "&gt;" look at the atom
/// before and after without taking it, and with "!" what must not stand there. At each atom the longest match of all rules counts; of equally long ones the first.
/// </summary>
internal sealed class TimeGrammar
{
    public const string RulesTable = "times/rules";
    public const string ShapesTable = "times/shapes";
    private readonly Numerals numerals;
    private readonly ImmutableArray<TimeRule> rules;
    private readonly int[][] byWord;

    /// <summary>Of <see cref="byWord"/> the rules that may match though no word of theirs follows: not those behind most articles.</summary>
    private readonly int[][] alone;
    private readonly int[] byDigit;

    public TimeGrammar(KnowledgeBase knowledge, Numerals numerals)
    {
        this.numerals = numerals;
        Words = new TimeWords(knowledge);
        var shapes = new Dictionary<string, TimeElement[][]>(StringComparer.Ordinal);
        KnowledgeTable shapeTable = knowledge.Tables[ShapesTable];
        foreach (KnowledgeRow row in shapeTable.Rows)
        {
            string name = row[shapeTable.Column("name")];
            TimeElement[] pattern = Compile(row[shapeTable.Column("pattern")], shapes);
            shapes[name] = [.. shapes.GetValueOrDefault(name, []), pattern];
        }

        KnowledgeTable table = knowledge.Tables[RulesTable];
        rules = [.. table.Rows.Select(row => Rule(table, row, shapes))];
        Words.Freeze();
        (byWord, byDigit) = Index();
        alone = [.. byWord.Select((all, id) => Words.Numbers.Contains(id) ? all : [.. all.Where(r => Least(rules[r].Pattern) <= 1)])];
    }

    public TimeWords Words { get; }

    private TimeRule Rule(KnowledgeTable table, KnowledgeRow row, Dictionary<string, TimeElement[][]> shapes)
    {
        string type = row[table.Column("type")], value = row[table.Column("value")];
        int colon = value.IndexOf(':', StringComparison.Ordinal);
        return new TimeRule(
            new RuleId("time." + row[table.Column("id")]),
            type == "NONE" ? null : Enum.Parse<TimeType>(type, ignoreCase: true),
            colon < 0 ? value : value[..colon],
            colon < 0 ? "" : value[(colon + 1)..],
            colon == value.Length - 2 ? TimeWords.UnitOf(value[^1..]) : TimeUnit.None,
            Compile(row[table.Column("pattern")], shapes));
    }

    private TimeElement[] Compile(string pattern, Dictionary<string, TimeElement[][]> shapes)
    {
        string[] parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Select(part => Element(part, shapes))];
    }

    private TimeElement Element(string part, Dictionary<string, TimeElement[][]> shapes)
    {
        bool before = part[0] == '<', after = part[0] == '>';
        part = before || after ? part[1..] : part;
        bool not = part[0] == '!';
        part = not ? part[1..] : part;
        bool optional = part.Length > 1 && part[^1] == '?';
        part = optional ? part[..^1] : part;
        if (part[0] == '%')
        {
            return new TimeElement([], [], shapes[part[1..]], optional, before, after, not);
        }

        string[] choices = part.Split('|');
        return new TimeElement(
            [.. choices.Where(c => c[0] != '@').Select(Words.Add)],
            [.. choices.Where(c => c[0] == '@').Select(c => Enum.Parse<TimeClass>(c.AsSpan(1), ignoreCase: true))],
            [],
            optional,
            before,
            after,
            not);
    }

    /// <summary>For every word, the rules that may begin with it; words outside the vocabulary begin one only when they hold a digit.</summary>
    private (int[][] ByWord, int[] ByDigit) Index()
    {
        var lists = new List<int>[Words.Count];
        var digits = new List<int>();
        for (int i = 0; i < lists.Length; i++)
        {
            lists[i] = [];
        }

        for (int r = 0; r < rules.Length; r++)
        {
            var first = new HashSet<int>();
            if (First(rules[r].Pattern, first))
            {
                digits.Add(r);
            }

            foreach (int id in first)
            {
                lists[id].Add(r);
            }
        }

        return ([.. lists.Select(l => l.ToArray())], [.. digits]);
    }

    /// <summary>Collects the words a pattern may begin with; true when it may begin with digits.</summary>
    private bool First(TimeElement[] pattern, HashSet<int> words)
    {
        bool digits = false;
        foreach (TimeElement element in pattern)
        {
            if (element.Before || element.After)
            {
                continue;
            }

            words.UnionWith(element.Words);
            foreach (TimeClass kind in element.Classes)
            {
                words.UnionWith(Words.InClass(kind));
                digits |= kind is TimeClass.Ordinal or TimeClass.Decade or >= TimeClass.Num;
                if (kind is TimeClass.Num or TimeClass.Year)
                {
                    words.UnionWith(Words.Numbers);
                }
            }

            foreach (TimeElement[] shape in element.Shapes)
            {
                digits |= First(shape, words);
            }

            if (!element.Optional)
            {
                break;
            }
        }

        return digits;
    }

    /// <summary>How many atoms a pattern takes at least.</summary>
    private static int Least(TimeElement[] pattern) =>
        pattern.Sum(e => e.Optional || e.Before || e.After ? 0 : e.Shapes.Length == 0 ? 1 : e.Shapes.Min(Least));

    /// <summary>The longest expression that begins at an atom.</summary>
    /// <param name="ids">Vocabulary numbers of the atoms, -1 for unknown words.</param>
    public bool TryMatch(AtomBuffer atoms, ReadOnlySpan<int> ids, int at, out TimeRule rule, out int end, out TimeFields fields)
    {
        rule = null!;
        end = -1;
        fields = default;
        int id = ids[at];
        int[] candidates = id < 0 ? HoldsDigit(atoms.Word(at)) ? byDigit : []
            : at + 1 < atoms.Count && (ids[at + 1] >= 0 || HoldsDigit(atoms.Word(at + 1))) ? byWord[id] : alone[id];
        foreach (int index in candidates)
        {
            TimeRule candidate = rules[index];
            var filled = default(TimeFields);
            int stop = Match(candidate.Pattern, 0, atoms, ids, at, at, ref filled);
            if (stop > end)
            {
                (rule, end, fields) = (candidate, stop, filled);
            }
        }

        return end > at;
    }

    private static bool HoldsDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    private int Match(TimeElement[] pattern, int index, AtomBuffer atoms, ReadOnlySpan<int> ids, int start, int at, ref TimeFields fields)
    {
        if (index == pattern.Length)
        {
            return at;
        }

        TimeElement element = pattern[index];
        if (element.Before || element.After)
        {
            int other = element.Before ? start - 1 : at;
            bool stands = other >= 0 && other < atoms.Count && element.Words.AsSpan().Contains(ids[other]);
            return stands != element.Not
                ? Match(pattern, index + 1, atoms, ids, start, at, ref fields)
                : -1;
        }

        if (at < atoms.Count)
        {
            TimeFields kept = fields;
            int next = Take(element, atoms, ids, start, at, ref fields);
            int end = next < 0 ? -1 : Match(pattern, index + 1, atoms, ids, start, next, ref fields);
            if (end >= 0)
            {
                return end;
            }

            fields = kept;
        }

        return element.Optional ? Match(pattern, index + 1, atoms, ids, start, at, ref fields) : -1;
    }

    private int Take(TimeElement element, AtomBuffer atoms, ReadOnlySpan<int> ids, int start, int at, ref TimeFields fields)
    {
        if (element.Shapes.Length > 0)
        {
            return Longest(element.Shapes, atoms, ids, start, at, ref fields);
        }

        int id = ids[at];
        if (id >= 0 && element.Words.AsSpan().Contains(id))
        {
            return at + 1;
        }

        foreach (TimeClass kind in element.Classes)
        {
            if (id >= 0)
            {
                foreach (TimeSense sense in Words.Senses(id))
                {
                    if (sense.Class == kind && (!sense.Capital || char.IsUpper(atoms.Word(at)[0])))
                    {
                        TimeWords.Apply(sense, ref fields);
                        return at + 1;
                    }
                }
            }

            int end = TimeForms.Read(kind, atoms, at, numerals, ref fields);
            if (end > at)
            {
                return end;
            }
        }

        return -1;
    }

    private int Longest(TimeElement[][] shapes, AtomBuffer atoms, ReadOnlySpan<int> ids, int start, int at, ref TimeFields fields)
    {
        int best = -1;
        TimeFields chosen = fields;
        foreach (TimeElement[] shape in shapes)
        {
            TimeFields filled = fields;
            int end = Match(shape, 0, atoms, ids, start, at, ref filled);
            if (end > best)
            {
                (best, chosen) = (end, filled);
            }
        }

        fields = chosen;
        return best;
    }
}
