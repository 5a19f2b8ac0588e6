namespace Casus.Tables;

/// <summary>An event in the columns of ACLED's export (ACLED codebook 2024). Types by the crosswalk of the codebook; empty where ACLED has no such type.</summary>
public sealed record AcledLine(
    [property: Column("The event.", Name = "event_id_cnty")] string EventId,
    [property: Column("First day on which it may have happened.")] DateOnly? EventDate,
    [property: Column("Of that day.")] int? Year,
    [property: Column("1 the day, 2 within a week, 3 coarser.")] int TimePrecision,
    [property: Column("ACLED event type.")] string? EventType,
    [property: Column("ACLED sub-event type.")] string? SubEventType,
    [property: Column("First initiator.")] string? Actor1,
    [property: Column("Other initiators.", Name = "assoc_actor_1")] string? AssocActor1,
    [property: Column("First target.")] string? Actor2,
    [property: Column("Other targets.", Name = "assoc_actor_2")] string? AssocActor2,
    [property: Column("Country.")] string? Country,
    [property: Column("First-level division.")] string? Admin1,
    [property: Column("Name of the place.")] string? Location,
    [property: Column("WGS 84; empty where only the country is known.")] double? Latitude,
    [property: Column("WGS 84; empty where only the country is known.")] double? Longitude,
    [property: Column("1 a place, 2 a part of a division, 3 a division or coarser.")] int GeoPrecision,
    [property: Column("Stories that tell it.")] int Sources,
    [property: Column("How many accounts there are.")] string Notes,
    [property: Column("At least so many killed; 0 where none are told.")] long Fatalities);
