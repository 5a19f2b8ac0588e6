using System.Collections.Immutable;
using System.Globalization;

namespace Casus.Tests.Specs;

/// <summary>One or more fenced texts and the table of rows expected of them.</summary>
/// <param name="Name">File, line of the table and heading: what a failing test shows.</param>
/// <param name="Inputs">The fences since the table before.</param>
internal sealed record SpecExample(string Name, ImmutableArray<SpecInput> Inputs, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The header of the first column says what kind of rows these are.</summary>
    public string Kind => Columns[0];
}

/// <param name="Html">True for a fence marked html: a page's markup; else the text is taken as it is.</param>
/// <param name="Facts">"key=value" words behind the fence's language: published, outlet, id.</param>
internal sealed record SpecInput(string Text, bool Html, ImmutableDictionary<string, string> Facts)
{
    public string Id => Facts.GetValueOrDefault("id", "text");

    public string? Outlet => Facts.GetValueOrDefault("outlet");

    public DateOnly? Published =>
        Facts.TryGetValue("published", out string? day) ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
