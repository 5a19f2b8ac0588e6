namespace Casus.Tables;

/// <summary>A violent event in the columns of UCDP GED (UCDP GED codebook 24.1): material conflict with somebody killed.</summary>
public sealed record UcdpLine(
    [property: Column("The event.")] string Id,
    [property: Column("Of the first day.")] int? Year,
    [property: Column("1 state-based, 2 non-state, 3 one-sided, by the actors' classes; empty where these do not tell.")] int? TypeOfViolence,
    [property: Column("Initiators.", Name = "side_a")] string? SideA,
    [property: Column("Targets.", Name = "side_b")] string? SideB,
    [property: Column("Stories that tell it.")] int NumberOfSources,
    [property: Column("1 exact, 3 second-level division, 4 first-level division, 6 country, 7 not known.")] int WherePrec,
    [property: Column("Name of the place.")] string? WhereCoordinates,
    [property: Column("First-level division.", Name = "adm_1")] string? Adm1,
    [property: Column("Country.")] string? Country,
    [property: Column("WGS 84; empty where only the country is known.")] double? Latitude,
    [property: Column("WGS 84; empty where only the country is known.")] double? Longitude,
    [property: Column("1 the day, 2 within a week, 4 within a month, 5 coarser.")] int DatePrec,
    [property: Column("First day on which it may have happened.")] DateOnly? DateStart,
    [property: Column("Last such day.")] DateOnly? DateEnd,
    [property: Column("The published lower bound of the killed.")] long Best,
    [property: Column("The lowest count of any account.")] long Low,
    [property: Column("The highest count of any account.")] long High);
