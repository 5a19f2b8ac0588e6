using System.CommandLine;
using Casus.App.Access;
using Casus.App.Publish;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus users</c>: people who may enter a shared console.</summary>
internal static class UsersCommand
{
    private static readonly string[] Verbs = ["list", "add", "remove", "password", "role"];

    public static Verb Build()
    {
        var what = new Argument<string>("what") { HelpName = "WHAT", Arity = ArgumentArity.ZeroOrOne, Description = "list (as when nothing is given), add, remove, password or role.", DefaultValueFactory = _ => Verbs[0] };
        what.CompletionSources.Add(Verbs);
        var name = new Argument<string?>("name") { HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne, Description = "Who: letters, digits, . - _ or @. Judgements are signed with it." };
        Option<string?> role = AccessOptions.Role("Default of add: reader."), access = AccessOptions.File();
        var stdin = new Option<bool>("--stdin") { Description = "Take the password from the first line of standard input. Default: the terminal asks, without showing it." };
        Option<string> db = SharedOptions.Store();
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("users", "Say who may enter a shared console, and what each may do there.")
        {
            Notes =
            [
                $"Passwords have at least {PasswordHash.Shortest} letters and are kept hashed (PBKDF2-SHA256, {PasswordHash.Rounds:#,0} rounds), in a file of their own that is part of no release. Another password, another role and removal end the sessions of who has it, at once, also while the console runs.",
                "As soon as anybody is in the file, `casus serve` asks everybody to sign in.",
            ],
            Examples =
            [
                new("casus users add anna --role admin", "The terminal asks for a password; casus.access.db is made beside casus.db."),
                new("casus users add ben --role reviewer --stdin < password.txt", "From a script."),
                new("casus users role ben --role reader", "Ben judges no more; what he has judged stays."),
                new("casus users", "Who there is, and when each signed in last."),
                new("casus users remove ben", "His sessions end at once."),
            ],
        };
        verb.Add(what);
        verb.Add(name);
        foreach (Option option in (Option[])[role, stdin, db, access, json])
        {
            verb.Add(option);
        }

        verb.SetAction(p => Run(p.GetRequiredValue(what), p.GetValue(name), p.GetValue(role), p.GetValue(stdin), AccessOptions.Path(p.GetValue(access), p.GetRequiredValue(db)), p.GetValue(json)));
        return verb;
    }

    private static int Run(string what, string? name, string? role, bool stdin, string path, bool json)
    {
        if (what == "list" && name is null)
        {
            return List(path, json);
        }

        if (!Verbs.Contains(what) || what == "list")
        {
            throw Trouble.Usage($"Users can be had with {string.Join(", ", Verbs)}; {name ?? what} is none of them.");
        }

        string who = name ?? throw Trouble.Usage($"Who? casus users {what} NAME");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using AccessFile file = what == "add" ? AccessFile.OpenOrCreate(path) : AccessFile.OpenExisting(path);
        var users = new Users(file);
        (string done, string noted, string? detail) = Act(users, what, who, role, stdin, now);
        new AuditLog(file).Note(now, AccessOptions.Me, AuditLog.Here, noted, detail is null ? who : $"{who}: {detail}");
        Console.WriteLine(done);
        return ExitCode.Ok;
    }

    private static (string Done, string Noted, string? Detail) Act(Users users, string what, string who, string? role, bool stdin, DateTimeOffset now)
    {
        switch (what)
        {
            case "add":
                UserRole given = UserRoles.Parse(role ?? UserRole.Reader.Word());
                users.Add(who, given, PasswordPrompt.Ask(who, stdin), now);
                return ($"{who} may enter as {given.Word()}.", AuditLog.UserAdded, given.Word());
            case "remove":
                users.Remove(who);
                return ($"{who} may enter no more.", AuditLog.UserRemoved, null);
            case "password":
                _ = users.Find(who) ?? throw new Trouble(ExitCode.Findings, $"Nobody is called {who}: casus users list shows who there is.");
                users.SetPassword(who, PasswordPrompt.Ask(who, stdin));
                return ($"{who} has a new password; the sessions begun with the old one have ended.", AuditLog.PasswordChanged, null);
            default:
                UserRole fresh = UserRoles.Parse(role ?? throw Trouble.Usage($"Which role? casus users role {who} --role {string.Join('|', UserRoles.Words)}"));
                users.SetRole(who, fresh);
                return ($"{who} is {fresh.Word()} from now on, and signs in anew.", AuditLog.RoleChanged, fresh.Word());
        }
    }

    private static int List(string path, bool json)
    {
        using AccessFile file = AccessFile.OpenExisting(path);
        List<User> users = new Users(file).All();
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartArray();
                foreach (User user in users)
                {
                    j.WriteStartObject();
                    j.WriteString("name", user.Name);
                    j.WriteString("role", user.Role.Word());
                    j.WriteString("madeAt", user.MadeAt);
                    j.Maybe("seenAt", user.SeenAt);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (users.Count == 0)
        {
            Console.WriteLine("Nobody: casus users add NAME --role admin");
            return ExitCode.Ok;
        }

        Table table = Screen.Table("name", "role", "since", "signed in last");
        foreach (User user in users)
        {
            table.AddRow(Screen.Plain(user.Name), user.Role.Word(), user.MadeAt, user.SeenAt ?? "never");
        }

        Screen.Out.Write(table);
        return ExitCode.Ok;
    }
}
