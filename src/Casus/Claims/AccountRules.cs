namespace Casus.Claims;

/// <summary>The rules of claims that only say what somebody counts, confirms, claims or denies of a deed told before; such a claim is an account of that deed.</summary>
public static class AccountRules
{
    public static readonly RuleId Count = new("account.count"), Denial = new("account.denial"), Confirmation = new("account.confirmation"), Responsibility = new("account.claim");
}
