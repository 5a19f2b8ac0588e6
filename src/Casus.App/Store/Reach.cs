using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>
/// How far apart an event's days may lie: 0 in one month, 1 in one year, 2 farther; 3 where no first day is told. Indexes hold it before the days, so that a time is entered
/// where it begins: of what lies in one month nothing before that month can reach into it, and only the few that last for years are looked through from the first.
/// </summary>
internal static class Reach
{
    /// <summary>As the indexes event_by_type and event_by_day have it, of event e.</summary>
    public const string Of = "CASE WHEN e.day_from IS NULL THEN 3 WHEN e.day_to IS NULL OR substr(e.day_from, 1, 7) = substr(e.day_to, 1, 7) THEN 0 WHEN substr(e.day_from, 1, 4) = substr(e.day_to, 1, 4) THEN 1 ELSE 2 END";

    /// <summary>The day by which those indexes go.</summary>
    public const string Day = "coalesce(e.day_from, e.day_to)";

    /// <summary>A row t for each reach, with the first day on which such an event may begin that lasts until <paramref name="from"/>. To be met with <see cref="Meets"/>.</summary>
    public static string Since(DateOnly? from)
    {
        (string month, string year) = from is { } day ? (Json.Day(day)[..7] + "-01", Json.Day(day)[..4] + "-01-01") : ("", "");
        return $"(SELECT 0 AS reach, '{month}' AS since UNION ALL SELECT 1, '{year}' UNION ALL SELECT 2, '' UNION ALL SELECT 3, '{month}') t CROSS JOIN";
    }

    public const string Meets = $"{Of} = t.reach AND {Day} >= t.since";
}
