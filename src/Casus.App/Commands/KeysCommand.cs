using System.CommandLine;
using Casus.App.Access;
using Casus.App.Publish;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus keys</c>: API keys of programs.</summary>
internal static class KeysCommand
{
    private const int DefaultDays = 90, MostDays = 3660;

    private static readonly string[] Verbs = ["list", "new", "revoke"];

    public static Verb Build()
    {
        var what = new Argument<string>("what") { HelpName = "WHAT", Arity = ArgumentArity.ZeroOrOne, Description = "list (as when nothing is given), new or revoke.", DefaultValueFactory = _ => Verbs[0] };
        what.CompletionSources.Add(Verbs);
        var name = new Argument<string?>("name") { HelpName = "NAME|ID", Arity = ArgumentArity.ZeroOrOne, Description = "Of a new key, what it is for; of one to revoke, its id." };
        Option<string?> role = AccessOptions.Role("Default: reader."), access = AccessOptions.File();
        Option<int> days = SharedOptions.Count($"How long a new key holds. Default: {DefaultDays}.", DefaultDays, 1, MostDays, "--days");
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("keys", "Give programs keys to a shared console's addresses.")
        {
            Notes = ["A key is shown once, when it is made; only its hash is kept. Programs send it as `Authorization: Bearer KEY`. A key that has leaked is revoked, and ends at once."],
            Examples =
            [
                new("casus keys new \"weekly report\" --days 365", "The key is all of standard output."),
                new("casus keys", "What keys there are, what each may do, when it was used last."),
                new("casus keys revoke 3f9a02c41b", "By its id; it cannot be brought back."),
            ],
        };
        verb.Add(what);
        verb.Add(name);
        foreach (Option option in (Option[])[role, days, db, access, json])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(what), p.GetValue(name), p.GetValue(role), p.GetValue(days), AccessOptions.Path(p.GetValue(access), p.GetRequiredValue(db)), p.GetValue(json)));
        return verb;
    }

    private static int Run(string what, string? name, string? role, int days, string path, bool json) => (what, name) switch
    {
        ("list", null) => List(path, json),
        ("new", { } called) => New(called, UserRoles.Parse(role ?? UserRole.Reader.Word()), days, path, json),
        ("revoke", { } id) => Revoke(id, path),
        ("new", null) => throw Trouble.Usage("What is it for? casus keys new \"weekly report\""),
        ("revoke", null) => throw Trouble.Usage("Which one? casus keys revoke ID; casus keys list shows the ids."),
        _ => throw Trouble.Usage($"Keys can be had with {string.Join(", ", Verbs)}; {(what == "list" ? name : what)} is none of them."),
    };

    private static int New(string name, UserRole role, int days, string path, bool json)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using AccessFile file = AccessFile.OpenOrCreate(path);
        (string key, string id) = new ApiKeys(file).Make(name, role, now, TimeSpan.FromDays(days));
        new AuditLog(file).Note(now, AccessOptions.Me, AuditLog.Here, AuditLog.KeyMade, $"{id}: {name}, {role.Word()}, {days} days");
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartObject();
                j.WriteString("key", key);
                j.WriteString("id", id);
                j.WriteString("role", role.Word());
                j.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        Console.WriteLine(key);
        Console.Error.WriteLine($"It is {role.Word()} for {Screen.Plural(days, "day")} and is not shown again. Revoke it with: casus keys revoke {id}");
        return ExitCode.Ok;
    }

    private static int Revoke(string id, string path)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using AccessFile file = AccessFile.OpenExisting(path);
        new ApiKeys(file).Revoke(id, now);
        new AuditLog(file).Note(now, AccessOptions.Me, AuditLog.Here, AuditLog.KeyRevoked, id);
        Console.WriteLine($"{id} opens nothing any more.");
        return ExitCode.Ok;
    }

    private static int List(string path, bool json)
    {
        using AccessFile file = AccessFile.OpenExisting(path);
        List<ApiKey> keys = new ApiKeys(file).All();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartArray();
                foreach (ApiKey key in keys)
                {
                    j.WriteStartObject();
                    j.WriteString("id", key.Id);
                    j.WriteString("name", key.Name);
                    j.WriteString("role", key.Role.Word());
                    j.WriteString("state", key.State(now));
                    j.WriteString("madeAt", key.MadeAt);
                    j.WriteString("until", Publish.Json.Instant(key.Until));
                    j.Maybe("usedAt", key.UsedAt is { } used ? Publish.Json.Instant(used) : null);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (keys.Count == 0)
        {
            Console.WriteLine("No keys: casus keys new NAME");
            return ExitCode.Ok;
        }

        Table table = Screen.Table("id", "for", "role", "state", "until", "used last");
        foreach (ApiKey key in keys)
        {
            table.AddRow(key.Id, Screen.Plain(key.Name), key.Role.Word(), key.State(now), Publish.Json.Instant(key.Until), key.UsedAt is { } used ? Publish.Json.Instant(used) : "never");
        }

        Screen.Out.Write(table);
        return ExitCode.Ok;
    }
}
