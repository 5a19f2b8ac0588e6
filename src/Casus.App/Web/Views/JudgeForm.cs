namespace Casus.App.Web;

/// <summary>What every form that judges carries.</summary>
/// <param name="Token">Name and value that prove where the form comes from.</param>
/// <param name="By">Who judges, as the form proposes.</param>
/// <param name="Back">Where to go when it is done.</param>
internal sealed record JudgeForm((string Name, string Value) Token, string By, string Back)
{
    public static JudgeForm Of(ViewRequest request, string back) => new(request.Token(), request.Http.Request.Cookies[Cookie] is { Length: > 0 and <= 900 } by ? Uri.UnescapeDataString(by) : request.Options.By, back);

    /// <summary>Keeps the name from form to form.</summary>
    public const string Cookie = "casus-by";
}
