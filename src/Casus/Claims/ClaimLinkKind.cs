namespace Casus.Claims;

/// <summary>How one claim bears on another (the kinds of knowledge/claims/connectives.tsv).</summary>
public static class ClaimLinkKind
{
    public const string Same = "same", Retaliates = "retaliates", Causes = "causes", Follows = "follows", PartOf = "part-of";
}
