using System.Globalization;

namespace Casus.App.Store;

/// <summary>The conditions of a query, with their values in $1, $2 …</summary>
internal sealed class Where
{
    private readonly List<string> conditions = [];

    public Where()
        : this([])
    {
    }

    /// <param name="values">Of the query that these conditions stand in.</param>
    public Where(List<object?> values) => Values = values;

    public List<object?> Values { get; }

    /// <param name="condition">{0} stands for the value. Nothing is asked where it is null.</param>
    public void If(string condition, object? value)
    {
        if (value is not null)
        {
            conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, Add(value)));
        }
    }

    /// <param name="condition">With LIKE {0}, which stands for what holds <paramref name="part"/>.</param>
    public void Like(string condition, string? part)
    {
        if (part is not null)
        {
            conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, Holding(part)));
        }
    }

    /// <summary>What stands after LIKE for texts that hold the part.</summary>
    public string Holding(string part) => Pattern("%" + Plain(part) + "%");

    /// <param name="pattern">Of <see cref="Plain"/> texts and %.</param>
    public string Pattern(string pattern) => Add(pattern) + @" ESCAPE '\'";

    /// <param name="condition">{0} stands for the list.</param>
    public void AnyOf(string condition, IEnumerable<string>? values)
    {
        if (values is not null)
        {
            conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"({string.Join(", ", values.Select(Add))})"));
        }
    }

    /// <summary>What may have happened in the time asked for. A row without days never did.</summary>
    public void Days(string first, string last, Filter filter)
    {
        If($"coalesce({last}, {first}) >= {{0}}", filter.From);
        If($"coalesce({first}, {last}) <= {{0}}", filter.To);
    }

    /// <summary>With one more condition that has no values.</summary>
    public Where And(string condition)
    {
        conditions.Add(condition);
        return this;
    }

    public override string ToString() => conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);

    /// <summary>A text that means itself in LIKE … ESCAPE '\'.</summary>
    public static string Plain(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    /// <summary>The name of a value in the query.</summary>
    public string Add(object value)
    {
        Values.Add(value);
        return "$" + Values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
