using System.CommandLine;
using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary><c>casus explain</c>: from a value back to the words.</summary>
internal static class ExplainCommand
{
    public static Verb Build()
    {
        var id = new Argument<string>("id") { HelpName = "ID", Description = "An event's (e-…) or a claim's (c-…); the first letters are enough." };
        var field = new Argument<string?>("field") { HelpName = "FIELD", Arity = ArgumentArity.ZeroOrOne, Description = "Only this field: type, initiators, targets, time, place, killed, injured … Default: all." };
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("explain", "Explain an event or a claim: value ← rule ← claims ← rules ← words ← article ← page.")
        {
            Examples =
            [
                new("casus explain {event}", "Every field of an event, the claims it rests on and their sentences."),
                new("casus explain {event} killed", "Where the count comes from, and who says otherwise."),
                new("casus explain {claim} --json", "The chain of one claim, for programs."),
            ],
        };
        verb.Add(id);
        verb.Add(field);
        verb.Add(db);
        verb.Add(json);
        verb.SetAction(p => Run(p.GetRequiredValue(id), p.GetValue(field), p.GetRequiredValue(db), p.GetValue(json)));
        return verb;
    }

    public static int Run(string id, string? field, string db, bool json)
    {
        using CasusStore store = CasusStore.OpenExisting(db);
        return Run(store, id, field, json);
    }

    public static int Run(CasusStore store, string id, string? field, bool json)
    {
        Explanation whole = new JudgementLines(store).On(Explain(new Lookup(store), id));
        Explanation explanation = field is null ? whole with { Episode = whole.Kind == "event" ? EpisodeChain.Of(store, whole.Id) : null } : Only(whole, field);
        if (json)
        {
            Screen.WriteJson(writer => ExplanationWriter.Write(writer, explanation));
        }
        else
        {
            ExplanationPage.Write(Screen.Out, explanation, oneField: field is not null);
        }

        return ExitCode.Ok;
    }

    private static Explanation Explain(Lookup lookup, string id)
    {
        switch (id.Split('-')[0])
        {
            case "e":
                return new EventExplainer(lookup, new LinkExplainer(new Linker(Construction.LoadWorld(null), Construction.LoadLinks()), lookup)).Explain(lookup.Event(lookup.Complete("event", id)));
            case "c":
                StoredClaim claim = lookup.Claims(lookup.Complete("claim", id))[0];
                return ClaimExplainer.Explain(new ClaimContext(claim.Claim, lookup.Article(claim.ArticleId)));
            default:
                throw Trouble.Usage($"{id} is neither an event's id (e-…) nor a claim's (c-…): `casus show events` lists them; `casus show article {id}` shows an article.");
        }
    }

    private static Explanation Only(Explanation whole, string field)
    {
        FieldExplanation[] fields = [.. whole.Fields.Where(f => f.Field.StartsWith(field, StringComparison.OrdinalIgnoreCase))];
        if (fields.Length == 0)
        {
            throw Trouble.Usage($"{whole.Id} has no field {field}: {string.Join(", ", whole.Fields.Select(f => f.Field).Distinct())}.");
        }

        HashSet<string> claims = [.. fields.SelectMany(f => f.Support.Select(s => s.ClaimId).Concat(f.Dissent.SelectMany(d => d.Claims)))];
        return whole with { Fields = [.. fields], Accounts = [], Claims = [.. whole.Claims.Where(c => claims.Contains(c.Claim.Id))] };
    }
}
