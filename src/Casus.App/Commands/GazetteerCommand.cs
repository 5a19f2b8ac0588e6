using System.CommandLine;
using System.Text.Json;
using Casus.App.Gazetteers;
using Casus.App.Publish;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus gazetteer</c>: adds GeoNames dumps to what every run uses, shows and removes them.</summary>
internal static class GazetteerCommand
{
    private static readonly string[] Verbs = ["list", "add", "show", "remove"];

    public static Verb Build()
    {
        var what = new Argument<string>("what") { HelpName = "WHAT", Arity = ArgumentArity.ZeroOrOne, Description = "list (as when nothing is given), add, show or remove.", DefaultValueFactory = _ => Verbs[0] };
        what.CompletionSources.Add(Verbs);
        var subject = new Argument<string?>("subject") { HelpName = "FILE|NAME", Arity = ArgumentArity.ZeroOrOne, Description = "For add a GeoNames dump, .txt, .tsv, .gz or .zip; for show and remove the name of one that was added." };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "For add: what to call it. Default: the file's name. One of the same name is replaced." };
        Option<bool> json = SharedOptions.Json();
        var verb = new Verb("gazetteer", "Add the world's places from a GeoNames dump; show and remove what was added.")
        {
            Notes =
            [
                "What is added is used by every command from then on, beside the places of knowledge/ and without any option; its hash stands in the provenance of what is read. --gazetteer FILE and $CASUS_GAZETTEER go before it; --gazetteer none uses none.",
                $"It is compiled into gazetteers/ under ${GazetteerFolder.HomeVariable}, or under the user's folder for the data of programs. Broken lines are told by number and left out; a run that is stopped or killed leaves what was there.",
                "Dumps are at https://download.geonames.org/export/dump/ (CC BY 4.0): allCountries.zip for the whole world, cities500.zip, or a country's file such as PK.zip.",
            ],
            Examples =
            [
                new("casus gazetteer add allCountries.zip", "The whole world: some minutes, once."),
                new("casus gazetteer", "What was added."),
                new("casus gazetteer show allCountries --json", "One of them, with a check that the file is whole."),
                new("casus gazetteer remove allCountries", "Takes it out again."),
            ],
        };
        verb.Add(what);
        verb.Add(subject);
        verb.Add(name);
        verb.Add(json);
        verb.SetAction(p => Run(p.GetRequiredValue(what), p.GetValue(subject), p.GetValue(name), p.GetValue(json)));
        return verb;
    }

    private static int Run(string what, string? subject, string? name, bool json)
    {
        GazetteerFolder folder = GazetteerFolder.OfUser();
        return what switch
        {
            "list" => List(folder, json),
            "add" => GazetteerAdding.Add(folder, subject ?? throw Trouble.Usage("Which file? casus gazetteer add allCountries.zip"), name, json),
            "show" => Show(folder, subject ?? throw Missing(folder, what), json),
            "remove" => Remove(folder, subject ?? throw Missing(folder, what), json),
            _ => throw Trouble.Usage($"A gazetteer can be had with {string.Join(", ", Verbs)}; {what} is none of them."),
        };
    }

    private static int List(GazetteerFolder folder, bool json)
    {
        IReadOnlyList<InstalledGazetteer> all = folder.All();
        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartArray();
                foreach (InstalledGazetteer one in all)
                {
                    Describe(j, one);
                    j.WriteEndObject();
                }

                j.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        if (all.Count == 0)
        {
            Console.WriteLine($"No gazetteer was added: places are those of knowledge/. casus gazetteer add FILE puts a GeoNames dump into {folder.Path}.");
            return ExitCode.Ok;
        }

        Spectre.Console.Table table = Screen.Table("name", "places", "names", "lines left out", "hash");
        foreach (InstalledGazetteer one in all)
        {
            Spectre.Console.TableExtensions.AddRow(
                table, Screen.Plain(one.Name), one.Index is { } i ? Screen.Number(i.PlaceCount) : "cannot be used", one.Index is { } n ? Screen.Number(n.NameCount) : "", one.Index is { } b ? Screen.Number(b.BrokenCount) : "", one.Index?.Hash ?? "");
        }

        Screen.Out.Write(table);
        return ExitCode.Ok;
    }

    private static int Show(GazetteerFolder folder, string name, bool json)
    {
        if (folder.Find(name) is not { } one)
        {
            Console.Error.WriteLine($"casus: {Missing(folder, name, "show")}");
            return ExitCode.Findings;
        }

        bool whole = one.Index?.IsWhole() ?? false;
        if (json)
        {
            Screen.WriteJson(j =>
            {
                Describe(j, one);
                j.WriteBoolean("whole", whole);
                j.WriteEndObject();
            });
        }
        else
        {
            Console.WriteLine($"{one.Name}: {one.Path}");
            Console.WriteLine(one.Index is { } index
                ? $"from {index.Source}: {Screen.Plural(index.PlaceCount, "place")} with {Screen.Plural(index.NameCount, "name")}, from {Screen.Plural(index.LineCount, "line")} of which {Screen.Number(index.BrokenCount)} left out as broken; hash {index.Hash}"
                : one.Problem);
            Console.WriteLine(whole ? "The file is whole." : "The file is damaged: add the dump again.");
        }

        return whole ? ExitCode.Ok : ExitCode.Findings;
    }

    private static int Remove(GazetteerFolder folder, string name, bool json)
    {
        if (!folder.Remove(name))
        {
            Console.Error.WriteLine($"casus: {Missing(folder, name, "remove")}");
            return ExitCode.Findings;
        }

        if (json)
        {
            Screen.WriteJson(j =>
            {
                j.WriteStartObject();
                j.WriteString("removed", name);
                j.WriteEndObject();
            });
        }
        else
        {
            Console.WriteLine($"{name} is taken out.");
        }

        return ExitCode.Ok;
    }

    private static Trouble Missing(GazetteerFolder folder, string what) => Trouble.Usage($"Which one? casus gazetteer {what} NAME. {Names(folder)}");

    private static string Missing(GazetteerFolder folder, string name, string what) => $"there is no gazetteer {name} to {what}. {Names(folder)}";

    private static string Names(GazetteerFolder folder) => folder.All() is [_, ..] all ? $"Added: {string.Join(", ", all.Select(g => g.Name))}." : "None was added.";

    private static void Describe(Utf8JsonWriter json, InstalledGazetteer one)
    {
        json.WriteStartObject();
        json.WriteString("name", one.Name);
        json.WriteString("path", one.Path);
        json.Maybe("problem", one.Problem);
        if (one.Index is { } index)
        {
            json.WriteString("source", index.Source);
            json.WriteNumber("places", index.PlaceCount);
            json.WriteNumber("names", index.NameCount);
            json.WriteNumber("lines", index.LineCount);
            json.WriteNumber("broken", index.BrokenCount);
            json.WriteString("hash", index.Hash);
        }
    }
}
