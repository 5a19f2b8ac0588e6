namespace Casus.Tables;

/// <summary>An event in columns of GDELT 2.0 (event codebook V2.0).</summary>
public sealed record GdeltLine(
    [property: Column("The event.", Name = "GLOBALEVENTID")] string Id,
    [property: Column("First day on which it may have happened, YYYYMMDD.", Name = "SQLDATE")] string? Sqldate,
    [property: Column("CAMEO-style code of the first initiator.", Name = "Actor1Code")] string? Actor1Code,
    [property: Column("First initiator.", Name = "Actor1Name")] string? Actor1Name,
    [property: Column("CAMEO-style code of the first target.", Name = "Actor2Code")] string? Actor2Code,
    [property: Column("First target.", Name = "Actor2Name")] string? Actor2Name,
    [property: Column("CAMEO code.", Name = "EventCode")] string? EventCode,
    [property: Column("Its first two digits.", Name = "EventRootCode")] string? EventRootCode,
    [property: Column("The quad class.", Name = "QuadClass")] int QuadClass,
    [property: Column("Goldstein score of mode or type.", Name = "GoldsteinScale")] double? GoldsteinScale,
    [property: Column("Claims that tell it.", Name = "NumMentions")] int NumMentions,
    [property: Column("Stories that tell it.", Name = "NumSources")] int NumSources,
    [property: Column("Articles that tell it.", Name = "NumArticles")] int NumArticles,
    [property: Column("Name of the place.", Name = "ActionGeo_FullName")] string? Place,
    [property: Column("WGS 84; empty where only the country is known.", Name = "ActionGeo_Lat")] double? Latitude,
    [property: Column("WGS 84; empty where only the country is known.", Name = "ActionGeo_Long")] double? Longitude);
