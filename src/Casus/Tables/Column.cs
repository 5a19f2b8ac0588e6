using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Casus.Tables;

/// <summary>What a published column means. The name of the column is the property's in snake_case.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string meaning) : Attribute
{
    public string Meaning { get; } = meaning;

    /// <summary>The column's name where another house gave it; null: the property's in snake_case.</summary>
    public string? Name { get; init; }
}

/// <summary>A column of a published table. Its cells are read without reflection and numbers without boxes: a release reads them by the hundred million.</summary>
/// <param name="Kind">"text", "list", "integer", "number" or "day".</param>
public sealed record Column(string Name, string Kind, string Meaning, PropertyInfo Property)
{
    private readonly Func<object, string?>? text = Reader<string?>(Property, Kind == "text");
    private readonly Func<object, ImmutableArray<string>>? list = Reader<ImmutableArray<string>>(Property, Kind == "list");
    private readonly Func<object, long?>? integer = Reader<long?>(Property, Kind == "integer");
    private readonly Func<object, double?>? number = Reader<double?>(Property, Kind == "number");
    private readonly Func<object, DateOnly?>? day = Reader<DateOnly?>(Property, Kind == "day");

    /// <summary>Of a "text" column; null where it is absent.</summary>
    public string? Text(object row) => text!(row);

    /// <summary>Of a "list" column.</summary>
    public ImmutableArray<string> List(object row) => list!(row);

    /// <summary>Of an "integer" column; null where it is absent.</summary>
    public long? Integer(object row) => integer!(row);

    /// <summary>Of a "number" column; null where it is absent.</summary>
    public double? Number(object row) => number!(row);

    /// <summary>Of a "day" column; null where it is absent.</summary>
    public DateOnly? Day(object row) => day!(row);

    /// <summary>The cell as text: lists joined by "; ", days and numbers as in ISO 8601 and JSON; empty for what is absent.</summary>
    public string Cell(object row) => Kind switch
    {
        "text" => Text(row) ?? "",
        "list" => string.Join("; ", List(row)),
        "integer" => Integer(row)?.ToString(CultureInfo.InvariantCulture) ?? "",
        "number" => Number(row)?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => Day(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    };

    private static Func<object, T>? Reader<T>(PropertyInfo property, bool of)
    {
        if (!of)
        {
            return null;
        }

        ParameterExpression row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType!), property), typeof(T)), row).Compile();
    }

    /// <summary>Of a record whose properties say what they mean.</summary>
    public static ImmutableArray<Column> Of(Type row) =>
    [
        .. row.GetProperties().Where(p => p.GetCustomAttribute<ColumnAttribute>() is not null).Select(p =>
            new Column(p.GetCustomAttribute<ColumnAttribute>()!.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), KindOf(p.PropertyType), p.GetCustomAttribute<ColumnAttribute>()!.Meaning, p)),
    ];

    private static string KindOf(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? "text"
            : bare == typeof(ImmutableArray<string>) ? "list"
            : bare == typeof(DateOnly) ? "day"
            : bare == typeof(double) ? "number"
            : "integer";
    }
}

/// <summary>A published table: its name, what one row is, and its columns.</summary>
public sealed record PublishedTable(string Name, string RowIs, ImmutableArray<Column> Columns)
{
    public static ImmutableArray<PublishedTable> All { get; } =
    [
        new("events", "One happening of one type, supported by claims.", Column.Of(typeof(EventLine))),
        new("accounts", "What one speaker or outlet says of an event.", Column.Of(typeof(AccountLine))),
        new("support", "One claim's part in one field of an event: it supports the chosen value or dissents from it.", Column.Of(typeof(SupportLine))),
        new("claims", "One article's assertion of one event.", Column.Of(typeof(ClaimLine))),
        new("tolls", "One count of people in one claim.", Column.Of(typeof(TollLine))),
        new("statistics", "One article's figure about a period; never an event.", Column.Of(typeof(StatisticLine))),
        new("relations", "One article's assertion of a state between two actors.", Column.Of(typeof(RelationLine))),
        new("evidence", "The words behind one value of one claim.", Column.Of(typeof(EvidenceLine))),
        new("articles", "The journalistic text of one page.", Column.Of(typeof(ArticleLine))),
        new("stories", "One article's place among the editions of one text.", Column.Of(typeof(EditionLine))),
        new("dyads", "What passed between a pair of actors in a month, one way.", Column.Of(typeof(DyadLine))),
        new("turns", "Where a relation changed: a turning point of a pair of actors.", Column.Of(typeof(TurnLine))),
        new("episodes", "One event's place in a chain of events.", Column.Of(typeof(EpisodeLine))),
        new("steps", "One assertion that an event of a chain answers, causes, follows or is part of another.", Column.Of(typeof(StepLine))),
        new("judgements", "What a person has judged, and what became of it.", Column.Of(typeof(JudgementLine))),
    ];

    /// <summary>What people judged, with the sentences that they read: rows to learn from.</summary>
    public static PublishedTable Judged { get; } = new("judged", "What a person has judged of one claim, or of two that are compared, with their sentences; `casus export judgements` writes them.", Column.Of(typeof(JudgedLine)));

    /// <summary>Events in the layouts of other houses: lossy, with what these layouts have no column for left out.</summary>
    public static ImmutableArray<PublishedTable> Layouts { get; } =
    [
        new("acled", "One event in the columns of ACLED.", Column.Of(typeof(AcledLine))),
        new("ucdp-ged", "One violent event in the columns of UCDP GED.", Column.Of(typeof(UcdpLine))),
        new("plover", "One event in the columns of POLECAT (PLOVER).", Column.Of(typeof(PloverLine))),
        new("gdelt", "One event in columns of GDELT (CAMEO).", Column.Of(typeof(GdeltLine))),
    ];

    public static PublishedTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);
}
