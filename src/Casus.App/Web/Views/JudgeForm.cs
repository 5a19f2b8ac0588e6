using Casus.App.Access;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>What every form that judges carries.</summary>
/// <param name="Token">Name and value that prove where the form comes from.</param>
/// <param name="By">Who judges, as the form proposes.</param>
/// <param name="Back">Where to go when it is done.</param>
internal sealed record JudgeForm((string Name, string Value) Token, string By, string Back)
{
    /// <summary>Whether the visitor may judge at all.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether the event is shown without what others have corrected.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Of a queue: the event that is shown when this one is judged, so that what was skipped stays skipped; null: the first.</summary>
    public string? Next { get; init; }

    /// <summary>Of a queue: how many of its first are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>The judgement that the address says was made last, with what it takes back; null where it says none, or one that is not there.</summary>
    public static (Judgement Judgement, Judgement? Withdrawn)? Made(ViewRequest request)
    {
        if (request.Word("made", 60) is not { } id)
        {
            return null;
        }

        List<Judgement> all = request.Read(JudgementTable.All);
        return all.Find(j => j.Id == id) is { } made ? (made, all.Find(j => j.Id == made.Withdraws)) : null;
    }

    /// <summary>Whether the name is the visitor's own, and no field of the form.</summary>
    public bool IsSigned { get; init; }

    public static JudgeForm Of(ViewRequest request, string back) => new(request.Token(), Who(request), back) { IsOpen = request.Keeper.May(request.Http, UserRole.Reviewer), IsSigned = request.Visitor is not null };

    private static string Who(ViewRequest request) => request.Visitor is { } visitor ? visitor.Name
        : request.Http.Request.Cookies[Cookie] is { Length: > 0 and <= 900 } by ? Uri.UnescapeDataString(by)
        : request.Options.By;

    /// <summary>Keeps the name from form to form.</summary>
    public const string Cookie = "casus-by";
}
