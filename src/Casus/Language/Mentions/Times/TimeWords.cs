using System.Collections.Frozen;
using System.Globalization;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What a word of time contributes. The names are those of the class column of knowledge/times/words.tsv.</summary>
internal enum TimeClass
{
    Month,
    Weekday,
    Weekdays,
    Unit,
    Units,
    Season,
    Fall,
    Part,
    Parts,
    Overnight,
    Tonight,
    Hour,
    Dayword,
    Ordinal,
    Decade,
    Rel,

    /// <summary>Counted from the last day that was named: "the next day".</summary>
    AnchorRel,
    Mod,

    /// <summary>"earlier" and "later": they belong to "this week" and "that day", not to "Friday".</summary>
    Advance,
    Ref,
    SetAdv,
    Holiday,

    /// <summary>A feast that moves; its value is the name by which <see cref="Feasts"/> knows it.</summary>
    Feast,
    SolarMonth,

    /// <summary>A solar month whose name has other uses, and counts only with a year.</summary>
    SolarName,
    LunarMonth,

    /// <summary>A lunar month whose name people bear, and counts only with a day or year.</summary>
    LunarName,
    Zone,
    Meridian,
    Weekend,

    // Read from the form, not from the table.
    Num,
    Year,
    NextYear,
    Hijri,
    Fy,
    Day,
    Iso,
    HhMm,
    Clock,
    Q,
}

/// <param name="Capital">True: only with a capital letter (May, March).</param>
internal readonly record struct TimeSense(TimeClass Class, string Value, bool Capital);

/// <summary>The vocabulary of time expressions: every word of the tables has a number, so that matching compares integers.</summary>
internal sealed class TimeWords
{
    public const string Table = "times/words";
    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TimeSense[]> senses = [];
    private FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TimeWords(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables[Table];
        int word = table.Column("word"), kind = table.Column("class"), value = table.Column("value"), letter = table.Column("case");
        foreach (KnowledgeRow row in table.Rows)
        {
            int id = Add(row[word]);
            senses[id] = [.. senses[id], new TimeSense(Enum.Parse<TimeClass>(row[kind], ignoreCase: true), row[value], row[letter] == "cap")];
        }

        KnowledgeTable numbers = knowledge.Tables[Numerals.Table];
        int number = numbers.Column("word");
        foreach (KnowledgeRow row in numbers.Rows)
        {
            Numbers.Add(Add(row[number]));
        }

        foreach (string opening in (ReadOnlySpan<string>)["a", "an", "half"])
        {
            Numbers.Add(Add(opening));
        }
    }

    /// <summary>Ids of the words that can begin a number.</summary>
    public HashSet<int> Numbers { get; } = [];

    public int Count => senses.Count;

    public int Add(string word)
    {
        if (!ids.TryGetValue(word, out int id))
        {
            id = senses.Count;
            ids.Add(word, id);
            senses.Add([]);
        }

        return id;
    }

    /// <summary>No word may be added after this.</summary>
    public void Freeze() => lookup = ids.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word's number; -1 when it is not in the vocabulary.</summary>
    public int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out int id) ? id : -1;

    public TimeSense[] Senses(int id) => senses[id];

    public IEnumerable<int> InClass(TimeClass kind) =>
        Enumerable.Range(0, senses.Count).Where(id => senses[id].Any(s => s.Class == kind));

    /// <summary>Writes what a word means into the fields.</summary>
    public static void Apply(TimeSense sense, ref TimeFields fields)
    {
        switch (sense.Class)
        {
            case TimeClass.Month:
                fields.Month = Int(sense);
                break;
            case TimeClass.Weekday or TimeClass.Weekdays:
                fields.Weekday = Int(sense);
                break;
            case TimeClass.Unit or TimeClass.Units or TimeClass.SetAdv or TimeClass.Weekend:
                fields.Unit = UnitOf(sense.Value);
                break;
            case TimeClass.Season or TimeClass.Fall:
                fields.Season = sense.Value;
                break;
            case TimeClass.Part or TimeClass.Parts or TimeClass.Overnight or TimeClass.Tonight:
                fields.Letters = sense.Value;
                fields.Unit = TimeUnit.Part;
                break;
            case TimeClass.Hour:
                fields.Hour = int.Parse(sense.Value.AsSpan(0, 2), CultureInfo.InvariantCulture);
                fields.Minute = 0;
                break;
            case TimeClass.Dayword or TimeClass.Rel or TimeClass.AnchorRel:
                fields.Shift = Int(sense);
                break;
            case TimeClass.Ordinal:
                fields.Ordinal = Int(sense);
                break;
            case TimeClass.Decade:
                fields.Decade = Int(sense);
                break;
            case TimeClass.Mod or TimeClass.Advance:
                fields.Part = sense.Value switch { "START" => PeriodPart.Start, "MID" => PeriodPart.Middle, _ => PeriodPart.End };
                break;
            case TimeClass.SolarMonth or TimeClass.SolarName:
                fields.SolarMonth = Int(sense);
                break;
            case TimeClass.LunarMonth or TimeClass.LunarName:
                fields.LunarMonth = Int(sense);
                break;
            case TimeClass.Ref or TimeClass.Feast:
                fields.Letters = sense.Value;
                break;
            case TimeClass.Holiday:
                fields.Month = int.Parse(sense.Value.AsSpan(0, 2), CultureInfo.InvariantCulture);
                fields.Day = int.Parse(sense.Value.AsSpan(3, 2), CultureInfo.InvariantCulture);
                break;
            case TimeClass.Meridian:
                fields.Afternoon = sense.Value == "PM";
                break;
        }
    }

    private static int Int(TimeSense sense) => int.Parse(sense.Value, CultureInfo.InvariantCulture);

    public static TimeUnit UnitOf(string letter) => letter switch
    {
        "S" => TimeUnit.Second,
        "m" => TimeUnit.Minute,
        "H" => TimeUnit.Hour,
        "D" => TimeUnit.Day,
        "N" => TimeUnit.Weekend,
        "W" => TimeUnit.Week,
        "F" => TimeUnit.Fortnight,
        "M" => TimeUnit.Month,
        "Q" => TimeUnit.Quarter,
        "Y" => TimeUnit.Year,
        "E" => TimeUnit.Decade,
        "C" => TimeUnit.Century,
        _ => TimeUnit.None,
    };
}
