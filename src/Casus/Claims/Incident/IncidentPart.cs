namespace Casus.Claims;

/// <summary>What somebody or something is in the violence that an article reports.</summary>
internal enum IncidentPart
{
    Perpetrator,
    PerpetratorGroup,
    Facility,
    Victim,
    Weapon,
}
