using System.Collections.Immutable;
using Casus.Tables;

namespace Casus.App.Api;

/// <summary>A stretch of a list.</summary>
internal sealed record Page<T>(
    [property: Column("The rows, in the order of the list.")] ImmutableArray<T> Rows,
    [property: Column("Cursor of what comes after, for `after`; absent at the end.")] string? Next,
    [property: Column("Address of what comes after; absent at the end.")] string? NextAddress);
