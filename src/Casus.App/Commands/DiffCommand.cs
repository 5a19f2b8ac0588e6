using System.CommandLine;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary><c>casus diff</c>: what changed between two stores or two releases.</summary>
internal static class DiffCommand
{
    public static Verb Build()
    {
        var before = new Argument<string>("before") { HelpName = "A", Description = "A store (casus.db) or the folder of a release." };
        var after = new Argument<string>("after") { HelpName = "B", Description = "Another: what is in B and not in A counts as added." };
        Option<bool> json = SharedOptions.Json();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("diff", "Compare the events of two stores or two releases: added, removed, altered, with the fields before and after.")
        {
            Notes =
            [
                "Events are compared by id; one that shares a claim with an event under another id counts as altered. Exit code 0 when nothing differs, 1 when something does, as `diff` has it.",
            ],
            Examples =
            [
                new("casus diff release-1 release-2", "What a new release says otherwise than the last."),
                new("casus diff before.db after.db --json", "Between two stores, for programs."),
            ],
        };
        verb.Add(before);
        verb.Add(after);
        verb.Add(json);
        verb.Add(knowledge);
        verb.SetAction(p =>
        {
            var world = new Lazy<KnowledgeBase>(() => Construction.LoadWorld(p.GetValue(knowledge)));
            using Side a = Side.Open(p.GetRequiredValue(before), world), b = Side.Open(p.GetRequiredValue(after), world);
            List<RowChange> changes = RecordDiff.Of(a.Rows, b.Rows);
            if (p.GetValue(json))
            {
                Screen.WriteJson(writer =>
                {
                    writer.WriteStartObject();
                    DiffPage.Write(writer, changes);
                    writer.WriteEndObject();
                });
            }
            else
            {
                DiffPage.Write(Screen.Out, changes);
            }

            return changes.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
        });
        return verb;
    }

    private sealed record Side(CasusStore? Store, IEnumerable<DiffRow> Rows) : IDisposable
    {
        public static Side Open(string path, Lazy<KnowledgeBase> world)
        {
            if (Directory.Exists(path))
            {
                return new(null, DiffRows.OfRelease(path));
            }

            CasusStore store = CasusStore.OpenExisting(path);
            return new(store, DiffRows.OfStore(store, world.Value));
        }

        public void Dispose() => Store?.Dispose();
    }
}
