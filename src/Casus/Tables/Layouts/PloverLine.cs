namespace Casus.Tables;

/// <summary>An event in the columns of POLECAT (Halterman et al. 2023).</summary>
public sealed record PloverLine(
    [property: Column("The event.", Name = "Event ID")] string EventId,
    [property: Column("First day on which it may have happened.", Name = "Event Date")] DateOnly? EventDate,
    [property: Column("PLOVER type.", Name = "Event Type")] string EventType,
    [property: Column("First PLOVER mode.", Name = "Event Mode")] string? EventMode,
    [property: Column("PLOVER score of mode or type.", Name = "Intensity")] double? Intensity,
    [property: Column("The quad class.", Name = "Quad Code")] int Quad,
    [property: Column("Initiators.", Name = "Actor Name")] string? ActorName,
    [property: Column("Targets.", Name = "Recipient Name")] string? RecipientName,
    [property: Column("Name of the place.", Name = "Placename")] string? Placename,
    [property: Column("Country.", Name = "Country")] string? Country,
    [property: Column("First-level division.", Name = "Province")] string? Province,
    [property: Column("WGS 84; empty where only the country is known.", Name = "Latitude")] double? Latitude,
    [property: Column("WGS 84; empty where only the country is known.", Name = "Longitude")] double? Longitude);
