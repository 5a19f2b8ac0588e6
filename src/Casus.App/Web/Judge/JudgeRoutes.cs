using System.Globalization;
using Casus.App.Access;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Casus.App.Web;

/// <summary>Reviewing: the queue, the forms that judge, and what was judged.</summary>
internal static class JudgeRoutes
{
    /// <summary>The queue of what others have judged.</summary>
    public const string Second = "/review?second=on";

    private const int Shown = 25, MostJudgements = 300, MostSkipped = 10_000;

    private static readonly CookieOptions Kept = new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), Path = "/" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapView("/review", Review).Demands(UserRole.Reviewer);
        routes.MapView(Agree.Path, (ViewRequest request) => Agree.Show(request)).Demands(UserRole.Reviewer);
        routes.MapView("/judgements", List);
        routes.MapPost("/judge", Judge);
        routes.MapPost("/judge/undo", Undo);
        routes.MapPost("/judge/link", Link);
        routes.MapPost("/judge/name", Link);
    }

    private static IResult Review(ViewRequest request)
    {
        int skip = request.Number("skip", 0, MostSkipped) ?? 0;
        string? at = request.Word("at", 120);
        JudgeForm form = JudgeForm.Of(request, "/review");
        string? second = request.Word("second") is null ? null : form.By;
        string? next = request.Word("next", 120);
        ReviewLines lines = request.Read(store => ReviewLines.Of(store, request.World, at is null ? null : Ids.Check(at), next, skip, Shown, second));
        return request.Show("Review", "/review", ReviewView.Draw(lines, second is null ? form : form with { Back = Second }, JudgeForm.Made(request)));
    }

    private static IResult List(ViewRequest request)
    {
        (List<(Judgement, JudgementOutcome?)> judged, bool due) = request.Read(store => (new Explain.JudgementLines(store).Of(null).Reverse().Take(MostJudgements).ToList(), LinkWriter.IsDue(store, request.World.Knowledge, request.World.Engine.Links)));
        return request.Show("Judgements", null, JudgementsView.Draw(judged, due, JudgeForm.Of(request, "/judgements")));
    }

    private static Task<IResult> Judge(ViewRequest request, JudgeDesk desk) => Posted(request, desk, (form, by) =>
    {
        string verb = Field(form, "verb");
        JudgementVerb meant = Enum.GetValues<JudgementVerb>().Where(v => v != JudgementVerb.Withdraw && Json.Word(v) == verb).Cast<JudgementVerb?>().FirstOrDefault() ?? throw Trouble.Usage("Choose what you judge: accept, reject, correct, same, different or split.");
        string[] words = meant switch
        {
            JudgementVerb.Correct => [Field(form, "field"), Field(form, "value")],
            JudgementVerb.Same or JudgementVerb.Different => [Ids.Check(Field(form, "other"))],
            JudgementVerb.Split => [.. form["claim"].OfType<string>().Take(200).Select(Ids.Check)],
            _ => [],
        };
        return desk.Make(by, judging => judging.Make(Ids.Check(Field(form, "id")), meant, words, Reason(form)), isBlind: form["back"] == Second || form["blind"] == "on");
    });

    private static Task<IResult> Undo(ViewRequest request, JudgeDesk desk) => Posted(request, desk, (form, by) => desk.Make(by, judging => judging.Withdraw(Ids.Check(Field(form, "id")), Reason(form))));

    private static Task<IResult> Link(ViewRequest request, JudgeDesk desk) => Posted(request, desk, (_, _) => null);

    private static async Task<IResult> Posted(ViewRequest request, JudgeDesk desk, Func<IFormCollection, string, Judgement?> act)
    {
        HttpContext http = request.Http;
        IFormCollection form = await request.Posted();
        string by = request.Visitor is { } visitor ? visitor.Name : form["by"].ToString().Trim() is { Length: > 0 and <= 100 } name && !name.Any(char.IsControl) ? name : request.Options.By;
        Judgement? made = act(form, by);
        if (made is not null)
        {
            request.Keeper.Note(http, AuditLog.Judged, $"{made.Id}: {Json.Word(made.Verb)} {made.Subject.Id}");
        }

        if (request.Visitor is null)
        {
            // The name goes along from form to form.
            http.Response.Cookies.Append(JudgeForm.Cookie, Uri.EscapeDataString(by), Kept);
        }

        await desk.Link();
        return Results.LocalRedirect(Back(request, form, made));
    }

    /// <summary>An event may have gone by what was judged of it: then to the judgements.</summary>
    private static string Back(ViewRequest request, IFormCollection form, Judgement? made)
    {
        string back = form["back"].ToString();
        return back switch
        {
            "/judgements" or QuestionRoutes.Path or Agree.Path => made is null ? back : $"{back}?made={made.Id}",
            "/review" or Second => back + Onward(request, form, made, back == Second ? '&' : '?'),
            _ when made is not null && request.Read(store => JudgementTable.Outcomes(store).GetValueOrDefault(made.Id)?.EventId) is { } id => "/events/" + id,
            _ when back.StartsWith("/events/e-", StringComparison.Ordinal) && request.Read(store => Exists(store, back["/events/".Length..])) => back,
            _ => "/judgements",
        };
    }

    /// <summary>Which event of the queue is opened: what is judged anew after an undoing, else what came behind the one that was judged.</summary>
    private static string Onward(ViewRequest request, IFormCollection form, Judgement? made, char begin)
    {
        List<string> fields = [.. made is null ? [] : (string[])[$"made={made.Id}"]];
        if (made is { Verb: JudgementVerb.Withdraw } && request.Read(store => Exists(store, made.Subject.Id)))
        {
            fields.Add("at=" + made.Subject.Id);
        }
        else if (form["next"].ToString() is { Length: > 0 and < 60 } next)
        {
            fields.Add("next=" + Ids.Check(next));
        }

        if (int.TryParse(form["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out int skip) && skip is > 0 and <= MostSkipped)
        {
            fields.Add(string.Create(CultureInfo.InvariantCulture, $"skip={skip}"));
        }

        return fields.Count == 0 ? "" : begin + string.Join('&', fields);
    }

    private static bool Exists(CasusStore store, string id)
    {
        using Statement find = store.Prepare("SELECT 1 FROM event WHERE id = $1");
        return find.Scalar(id) is not null;
    }

    private static string Field(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 and <= Limits.Field } value ? value : throw Trouble.Usage($"The field {name} is empty or too long.");

    private static string? Reason(IFormCollection form) => form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason.Length <= Limits.Field ? reason : throw Trouble.Usage("The reason is too long.") : null;
}
