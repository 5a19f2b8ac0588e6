using System.CommandLine;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary>The options that narrow. They compose: all of them must hold.</summary>
internal sealed class Narrowing
{
    private readonly Option<string?> type = new("--type") { HelpName = "TYPE,…", Description = "Only of these types: of events and claims such as ASSAULT, of pages read, empty, duplicate, refused or a reason." };
    private readonly Option<string?> mode = new("--mode") { HelpName = "MODE", Description = "Only in this mode, such as aerial or suicide-attack (casus codebook)." };
    private readonly Option<string?> actor = new("--actor", "--actors") { HelpName = "NAME,…", Description = "Only with one of these actors or who acts for them: an id, its last part, a code or a name; part of a name where nobody is called so." };
    private readonly Option<bool> exact = new("--exact") { Description = "Only the actors named, without those who act for them." };
    private readonly Option<string?> place = new("--place") { HelpName = "NAME", Description = "Only in this place or what it holds: an id, its last part or a name; part of a name where none is called so." };
    private readonly Option<string?> from = new("--from", "--since") { HelpName = "DAY", Description = "Only what may have happened on this day or later: 2024, 2024-12 or 2024-12-24. Of articles: published." };
    private readonly Option<string?> to = new("--to", "--until") { HelpName = "DAY", Description = "Only what may have happened on this day or earlier." };
    private readonly Option<long?> minKilled = SharedOptions.AtLeast("--min-killed", "Only with at least so many killed, by the lower bound.", 0);
    private readonly Option<string?> outlet = new("--outlet") { HelpName = "NAME", Description = "Only what this outlet tells, also beside others: part of its name." };
    private readonly Option<string?> factuality = new("--factuality") { HelpName = "WORD,…", Description = $"Only what is told so: {string.Join(", ", FilterWords.Factualities)}." };
    private readonly Option<double?> confidence = SharedOptions.Share("--confidence", "Only coded with at least this score; of an event that of its surest claim.");
    private readonly Option<string?> text = new("--text") { HelpName = "WORDS", Description = "Only what is told in a sentence with these words (as casus search reads them)." };
    private readonly Option<int> limit = SharedOptions.Limit("At most so many rows. Default: all.");

    private Option[] All => [type, mode, actor, exact, place, from, to, minKilled, outlet, factuality, confidence, text, limit];

    /// <param name="without">Names of options that the command does not take.</param>
    public void AddTo(Verb verb, params ReadOnlySpan<string> without)
    {
        foreach (Option option in All)
        {
            if (!without.Contains(option.Name))
            {
                verb.Add(option);
            }
        }
    }

    public Filter Read(ParseResult parsed)
    {
        (DateOnly? first, DateOnly? last) = FilterWords.Days(parsed.GetValue(from), parsed.GetValue(to));
        return new(parsed.GetValue(type), parsed.GetValue(actor), parsed.GetValue(place), first, last, parsed.GetValue(limit))
        {
            Exact = parsed.GetValue(exact),
            Mode = parsed.GetValue(mode),
            MinKilled = parsed.GetValue(minKilled),
            Outlet = parsed.GetValue(outlet),
            Factuality = FilterWords.Factuality(parsed.GetValue(factuality)),
            Confidence = FilterWords.Confidence(parsed.GetValue(confidence)),
            Text = parsed.GetValue(text),
        };
    }

    /// <summary>The same, with types and modes that the record or the codebook has.</summary>
    /// <param name="knowledge">Folder with the codebook; null: the one that came with the program.</param>
    public Filter Read(ParseResult parsed, CasusStore store, bool ofClaims, string? knowledge = null) =>
        AskedTypes.Check(store, Read(parsed), ofClaims, () => Construction.LoadKnowledge(knowledge).Ontology);

    /// <summary>Whether a number of rows is asked for.</summary>
    public bool HasLimit(ParseResult parsed) => parsed.GetResult(limit) is { Implicit: false };

    /// <summary>A filter that does nothing would tell less than was asked: it is refused.</summary>
    /// <param name="takes">Names of the options that narrow these rows.</param>
    public void Refuse(ParseResult parsed, string rows, params ReadOnlySpan<string> takes)
    {
        foreach (Option option in All)
        {
            if (option != limit && option != exact && parsed.GetResult(option) is { Implicit: false } && !takes.Contains(option.Name))
            {
                throw Trouble.Usage($"{option.Name} does not narrow {rows}{(takes.Length == 0 ? ": nothing does." : $"; these do: {string.Join(", ", takes.ToArray())}.")}");
            }
        }
    }
}
