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

/// <summary>A column of a published table.</summary>
/// <param name="Kind">"text", "list", "integer", "number" or "day".</param>
public sealed record Column(string Name, string Kind, string Meaning, PropertyInfo Property)
{
    // Reflection for each cell would be most of the cost of a table.
    private readonly Func<object, object?> read = Reader(Property);

    /// <summary>The cell as text: lists joined by "; ", days and numbers as in ISO 8601 and JSON; empty for what is absent.</summary>
    public string Cell(object row) => read(row) switch
    {
        null => "",
        ImmutableArray<string> list => string.Join("; ", list),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        object other => other.ToString() ?? "",
    };

    public object? Value(object row) => read(row);

    private static Func<object, object?> Reader(PropertyInfo property)
    {
        ParameterExpression row = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType!), property), typeof(object)), row).Compile();
    }

    internal static ImmutableArray<Column> Of(Type row) =>
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
    ];

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
