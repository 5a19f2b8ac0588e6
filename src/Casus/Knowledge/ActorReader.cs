using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>An actor with the line it was read from.</summary>
internal sealed record PlacedActor(Actor Actor, string Path, int Line);

/// <summary>
/// Reads knowledge/actors: lists of actors in YAML, and countries.tsv, each row of which gives the country and its government
/// ("AFG" and "AFG.GOV").
/// </summary>
internal static class ActorReader
{
    /// <summary>Source of what is made of countries.tsv.</summary>
    public const string FromCountries = "ISO 3166";

    public static IEnumerable<PlacedActor> Read(KnowledgeFile file, ProblemList problems)
    {
        foreach (EntryReader entry in YamlEntries.OfList(file, problems))
        {
            yield return new PlacedActor(ReadOne(entry), file.Path, entry.Line);
        }
    }

    private static Actor ReadOne(EntryReader entry)
    {
        string id = entry.Text("id"), name = entry.Text("name");
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
        {
            entry.Problem(entry.LineOf("id"), $"the id '{id}' has other than capital letters, digits, '.' and '-'", "write COUNTRY.NAME, such as AFG.TALIBAN");
        }

        var actor = new Actor(
            id,
            name,
            entry.Text("code"),
            entry.Word("kind", ActorWords.Kinds),
            entry.OptionalWord("class", ActorWords.Classes),
            entry.Optional("country"),
            Names(entry, name),
            Ties(entry),
            Roles(entry),
            entry.Text("source"));
        entry.Done();
        return actor;
    }

    /// <summary>The main name stands alone unless it is listed under needs-context.</summary>
    private static ImmutableArray<ActorName> Names(EntryReader entry, string name)
    {
        var names = new List<ActorName>();
        foreach (EntryReader one in entry.Entries("names", text => names.Add(Alone(text.Text.Trim(), null, null))))
        {
            (DateOnly? from, DateOnly? until) = one.Validity("valid");
            names.Add(Alone(one.Text("text"), from, until));
            one.Done();
        }

        foreach (EntryReader one in entry.Entries("needs-context"))
        {
            (DateOnly? from, DateOnly? until) = one.Validity("valid");
            ImmutableArray<string> context = one.Words("context");
            foreach (string text in one.Words("text"))
            {
                names.Add(new ActorName(text, false, false, context, from, until));
            }

            if (!one.Has("text"))
            {
                one.Text("text");
            }

            one.Done();
        }

        foreach (string text in entry.Words("metonyms"))
        {
            names.Add(new ActorName(text, false, false, [], null, null, "metonym"));
        }

        if (name.Length > 0 && !names.Any(n => n.Text == name))
        {
            names.Insert(0, Alone(name, null, null));
        }

        foreach (string twice in names.GroupBy(n => (n.Text, n.From)).Where(g => g.Count() > 1).Select(g => g.Key.Text))
        {
            entry.Problem(entry.LineOf("names"), $"the name '{twice}' is there twice", "keep one of them");
        }

        return [.. names];
    }

    private static ImmutableArray<ActorTie> Ties(EntryReader actor)
    {
        var ties = ImmutableArray.CreateBuilder<ActorTie>();
        foreach (EntryReader entry in actor.Entries("ties"))
        {
            (DateOnly? from, DateOnly? until) = entry.Validity("valid");
            ties.Add(new ActorTie(entry.Word("kind", ActorWords.Ties), entry.Text("to"), from, until, entry.Optional("source"), entry.Optional("as")));
            entry.Done();
        }

        return ties.ToImmutable();
    }

    private static ImmutableArray<ActorRole> Roles(EntryReader actor)
    {
        var roles = ImmutableArray.CreateBuilder<ActorRole>();
        foreach (EntryReader entry in actor.Entries("roles"))
        {
            (DateOnly? from, DateOnly? until) = entry.Validity("valid");
            roles.Add(new ActorRole(entry.Text("code"), entry.OptionalWord("class", ActorWords.Classes), from, until));
            entry.Done();
        }

        return roles.ToImmutable();
    }

    public static IEnumerable<PlacedActor> Countries(string path, KnowledgeTable table)
    {
        int alpha3 = table.Column("alpha3"), name = table.Column("name"), names = table.Column("names"), adjectives = table.Column("adjectives"),
            people = table.Column("people"), capitals = table.Column("capitals"), seats = table.Column("seats");
        HashSet<string> shared = [.. table.Rows.SelectMany(row => Split(row[adjectives])).GroupBy(word => word, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        foreach (KnowledgeRow row in table.Rows)
        {
            string code = row[alpha3];
            ImmutableArray<string> aliases = [row[name], .. Split(row[names])];
            ImmutableArray<string> words = Split(row[adjectives]);
            ActorName[] country =
            [
                .. aliases.Select(text => Alone(text, null, null)),
                .. words.Select(text => new ActorName(text, false, true, [], null, null, "adjective")),
                .. Split(row[people]).Select(text => new ActorName(text, false, true, [], null, null, "people")),
            ];
            yield return new PlacedActor(new Actor(code, row[name], code, "country", null, code, [.. country], [], [], FromCountries), path, row.Line);

            ActorName[] government =
            [
                .. words.Select(text => new ActorName(text + " government", !shared.Contains(text), false, shared.Contains(text) ? aliases : [], null, null)),
                .. aliases.Except(words).Select(text => Alone(text + " government", null, null)),
                .. aliases.Select(text => Alone("government of " + text, null, null)),
                .. Split(row[seats]).Select(text => new ActorName(text, true, false, [], null, null, "metonym")),
                .. Split(row[capitals]).Select(text => new ActorName(text, false, false, [], null, null, "metonym")),
            ];
            if (government.Length > 0)
            {
                var tie = new ActorTie("part-of", code, null, null, null);
                yield return new PlacedActor(new Actor(code + ".GOV", "Government of " + row[name], code + "GOV", "government", "government", code, [.. government], [tie], [], FromCountries), path, row.Line);
            }
        }
    }

    /// <summary>
    /// The army and the police of every country that has a government and no such actor of its own in a list or in actors/forces:
    /// "NER.MIL" and "NER.COP".
    /// </summary>
    public static IEnumerable<PlacedActor> Forces(IReadOnlyList<PlacedActor> actors, IReadOnlyDictionary<string, KnowledgeTable> tables)
    {
        HashSet<string> taken = [.. actors.Select(a => a.Actor.Id)];
        if (tables.TryGetValue("actors/forces", out KnowledgeTable? own))
        {
            int country = own.Column("alpha3"), role = own.Column("role");
            taken.UnionWith(own.Rows.Select(r => $"{r[country]}.{r[role]}"));
        }

        foreach (PlacedActor government in actors)
        {
            if (government.Actor is not { Kind: "government", Country: { } code } || government.Actor.Id != code + ".GOV" || !government.Path.EndsWith(".tsv", StringComparison.Ordinal))
            {
                continue;
            }

            string name = actors.First(a => a.Actor.Id == code).Actor.Name;
            foreach ((string role, string title) in ((string, string)[])[("MIL", "Armed forces of "), ("COP", "Police of ")])
            {
                if (!taken.Contains($"{code}.{role}"))
                {
                    var tie = new ActorTie("part-of", code + ".GOV", null, null, null);
                    yield return new PlacedActor(
                        new Actor($"{code}.{role}", title + name, code + role, "force", "security_forces", code, [Alone(title + name, null, null)], [tie], [], FromCountries), government.Path, government.Line);
                }
            }
        }
    }

    /// <summary>
    /// A person without roles of their own has, during each office, the code and class of the body they belong to; who led a government
    /// body is a politician of the country (CAMEO: ELI) at all other times.
    /// </summary>
    public static Actor WithOffices(Actor actor, IReadOnlyDictionary<string, Actor> byId)
    {
        if (actor.Kind != "person" || !actor.Roles.IsEmpty)
        {
            return actor;
        }

        var roles = ImmutableArray.CreateBuilder<ActorRole>();
        foreach (ActorTie tie in actor.Ties.Where(t => t.Kind is "leads" or "speaks-for" or "part-of"))
        {
            if (!byId.TryGetValue(tie.To, out Actor? body))
            {
                continue;
            }

            if (body.Kind == "country" && tie.Kind == "leads")
            {
                roles.Add(new ActorRole(body.Code + "GOV", "government", tie.From, tie.Until));
                continue;
            }

            if (body.Roles.IsEmpty)
            {
                roles.Add(new ActorRole(body.Code, body.Class, tie.From, tie.Until));
                continue;
            }

            foreach (ActorRole role in body.Roles)
            {
                DateOnly? from = Later(role.From, tie.From), until = Earlier(role.Until, tie.Until);
                if (!(from > until))
                {
                    roles.Add(new ActorRole(role.Code, role.Class, from, until));
                }
            }
        }

        if (actor.Class == "government" && actor.Country is { } country && actor.Ties.Any(t => t.Kind == "leads" && (t.From ?? t.Until) is not null && byId.GetValueOrDefault(t.To)?.Kind is "government" or "country" or "ministry"))
        {
            roles.Add(new ActorRole(country + "ELI", "politician", null, null));
        }

        return actor with { Roles = roles.ToImmutable() };
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a > b ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a < b ? a : b;

    private static ActorName Alone(string text, DateOnly? from, DateOnly? until) => new(text, true, false, [], from, until);

    private static ImmutableArray<string> Split(string cell) =>
        cell.Length == 0 ? [] : [.. cell.Split('|').Select(part => part.Trim())];
}
