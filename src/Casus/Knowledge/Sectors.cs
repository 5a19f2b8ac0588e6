using System.Collections.Frozen;

namespace Casus.Knowledge;

/// <summary>What a country's people are by their class, as knowledge/actors/sectors.tsv has it: "Colombian rebels" are COLREB, and do not act for Colombia.</summary>
public sealed class Sectors
{
    private readonly FrozenDictionary<string, (string Code, bool Own)> sectors;
    private readonly ActorCatalogue actors;

    public Sectors(ActorCatalogue actors, KnowledgeTables tables)
    {
        KnowledgeTable table = tables["actors/sectors"];
        int @class = table.Column("class"), sector = table.Column("sector"), own = table.Column("own");
        sectors = table.Rows.ToFrozenDictionary(r => r[@class], r => (r[sector], r[own] == "yes"), StringComparer.Ordinal);
        this.actors = actors;
    }

    /// <summary>CAMEO style, as <see cref="Actor.Code"/>: of a country's people with their sector.</summary>
    /// <param name="class">As of a party; null when the words tell none: then the country itself.</param>
    public string CodeOf(Actor actor, DateOnly? day, string? @class) =>
        actor.Kind == "country" && @class is not null && sectors.TryGetValue(@class, out var sector) ? actor.RoleOn(day).Code + sector.Code : actor.RoleOn(day).Code;

    /// <summary>False for those of a country who do not act for it: its rebels, gangs, opposition and protesters.</summary>
    /// <param name="actor">Of <see cref="Actor.Id"/>; others than countries, and null, are always themselves.</param>
    public bool Acts(string? actor, string? @class) =>
        actor is null || @class is null || !sectors.TryGetValue(@class, out var sector) || sector.Own || actors.Find(actor) is not { Kind: "country" };
}
