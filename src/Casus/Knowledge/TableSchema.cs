using System.Collections.Frozen;
using System.Globalization;

namespace Casus.Knowledge;

/// <param name="Form">What a cell must be, in words for the message.</param>
/// <param name="Fits">Tells whether a cell that is not empty may stand there.</param>
/// <param name="Required">The header must name the column and no cell may be empty.</param>
/// <param name="Expected">The header must name the column; cells may be empty.</param>
internal sealed record ColumnRule(string Name, string Form, Func<string, bool> Fits, bool Required, bool Expected);

/// <summary>The columns of one table. A header names all required and expected ones and any of the others, in any order.</summary>
/// <param name="Key">Columns that together may not repeat; empty: rows may repeat.</param>
internal sealed record TableSchema(IReadOnlyList<ColumnRule> Columns, IReadOnlyList<string> Key)
{
    public static TableSchema Of(params ColumnRule[] columns) => new(columns, []);

    public TableSchema Unique(params string[] key) => this with { Key = key };
}

/// <summary>Makers of columns. <c>Text("word")</c> is required; <c>.MayBeEmpty()</c> and <c>.MayBeAbsent()</c> loosen it.</summary>
internal static class Column
{
    public static ColumnRule Text(string name) => new(name, "a text", _ => true, true, true);

    public static ColumnRule Integer(string name, long least = long.MinValue, long most = long.MaxValue) =>
        new(name, least == long.MinValue ? "a whole number" : $"a whole number from {least} to {most}",
            cell => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long n) && n >= least && n <= most, true, true);

    public static ColumnRule Decimal(string name, double least = double.MinValue, double most = double.MaxValue) =>
        new(name, least == double.MinValue ? "a number" : $"a number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}",
            cell => double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double n) && n >= least && n <= most, true, true);

    public static ColumnRule Date(string name) => new(name, "a day like 2021-08-15", cell => cell.Length == 10 && Dates.Try(cell, false, out _), true, true);

    public static ColumnRule Word(string name, params string[] words)
    {
        FrozenSet<string> allowed = words.ToFrozenSet(StringComparer.Ordinal);
        return new(name, "one of " + string.Join(", ", words), allowed.Contains, true, true);
    }

    /// <summary>Texts separated by "|", none of them empty.</summary>
    public static ColumnRule List(string name) => new(name, "texts separated by |", cell => cell.Split('|').All(part => part.Trim().Length > 0), true, true);

    /// <summary>Words of a fixed list separated by "|".</summary>
    public static ColumnRule Words(string name, params string[] words)
    {
        FrozenSet<string> allowed = words.ToFrozenSet(StringComparer.Ordinal);
        return new(name, "words separated by | out of " + string.Join(", ", words), cell => cell.Split('|').All(allowed.Contains), true, true);
    }

    public static ColumnRule Like(string name, string form, Func<string, bool> fits) => new(name, form, fits, true, true);

    public static ColumnRule MayBeEmpty(this ColumnRule column) => column with { Required = false };

    public static ColumnRule MayBeAbsent(this ColumnRule column) => column with { Required = false, Expected = false };
}
