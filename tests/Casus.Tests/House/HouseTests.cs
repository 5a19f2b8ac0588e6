using System.Reflection;
using System.Text.RegularExpressions;
using Casus.App;
using Casus.App.Commands;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Knowledge;
using Casus.Tables;
using Xunit;

namespace Casus.Tests.House;

/// <summary>The rules of the house that a compiler does not keep.</summary>
public partial class HouseTests
{
    /// <summary>Each folder of the engine may use only those before it.</summary>
    private static readonly string[] Folders = ["Evidence", "Knowledge", "Articles", "Language", "Claims", "Events", "Tables"];

    private static readonly string[] BannedWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Info", "Data", "Item", "Entity", "Document"];

    [Fact]
    public void FoldersUseOnlyThoseAboveThem()
    {
        var broken = new List<string>();
        foreach ((string path, string text) in Repository.Code("src/Casus"))
        {
            string folder = path.Split('/')[2];
            int own = Array.IndexOf(Folders, folder);
            if (own < 0)
            {
                continue; // the root may use all
            }

            foreach (Match use in Used().Matches(text))
            {
                int used = Array.IndexOf(Folders, use.Groups[1].Value);
                if (used > own)
                {
                    broken.Add($"{path} uses {use.Value}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void NamespacesFollowFolders()
    {
        var broken = new List<string>();
        foreach ((string path, string text) in Repository.Code("src/Casus"))
        {
            string[] parts = path.Split('/');
            string expected = parts.Length == 3 || parts[2] == "Evidence" ? "Casus" : "Casus." + parts[2];
            string actual = Namespace().Match(text).Groups[1].Value;
            if (actual != expected)
            {
                broken.Add($"{path}: {actual} instead of {expected}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void NoFileIsLong()
    {
        var lengths = new[] { "src", "tests", "tools", "bench" }.SelectMany(Repository.Code).Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n'))).ToList();
        Assert.DoesNotContain(lengths, f => f.Lines > 600);
        int[] source = [.. lengths.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)).Select(f => f.Lines).Order()];
        Assert.InRange(source[source.Length / 2], 1, 100);
    }

    [Fact]
    public void RecordsCannotBeChanged()
    {
        IEnumerable<string> settable = Types()
            .Where(t => t.IsPublic || t.Assembly == typeof(Construction).Assembly)
            .Where(t => t.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public) is not null)
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Where(p => !p.DeclaringType!.IsValueType || p.DeclaringType.GetCustomAttribute<System.Runtime.CompilerServices.IsReadOnlyAttribute>() is null)
            .Select(p => $"{p.DeclaringType}.{p.Name}");
        Assert.Empty(settable);
    }

    [Fact]
    public void NamesSayWhatThingsAre()
    {
        // Linked Data is what the standard behind JSON-LD calls itself.
        IEnumerable<string> vague = Types().Where(t => t.Name != "LinkedData" && !t.Name.Contains('<', StringComparison.Ordinal) && Words().Matches(t.Name).Any(w => BannedWords.Contains(w.Value))).Select(t => t.FullName!);
        Assert.Empty(vague);
    }

    [Fact]
    public void NoActorOrPlaceOfKnowledgeStandsInCode()
    {
        KnowledgeBase knowledge = Construction.LoadKnowledge(Repository.Path("knowledge"));
        HashSet<string> names =
        [
            .. knowledge.Actors.All.SelectMany(a => a.Names.Select(n => n.Text)).Concat(knowledge.Places.All.SelectMany(p => p.Names))
                .Where(n => n.Length >= 4 && char.IsUpper(n[0])),
        ];
        // The layouts of other data sets bear the names of the houses that made them, and of their columns; a typeface that of a town.
        names.ExceptWith(["ACLED", "Quad", "Noto"]);
        var found = new List<string>();
        foreach ((string path, string text) in Repository.Code("src"))
        {
            foreach (Match literal in Literal().Matches(Comment().Replace(text, "")))
            {
                string[] words = literal.Value.Split([' ', '"', '.', ',', ';', ':', '(', ')', '\'', '|', '/'], StringSplitOptions.RemoveEmptyEntries);
                found.AddRange(Runs(words).Where(names.Contains).Select(n => $"{path}: \"{n}\" belongs in knowledge/"));
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public void GeneratedPagesAreAsGenerated()
    {
        AssertGenerated("docs/cli.md", CliReference.Markdown());
        AssertGenerated("docs/tables.md", TableDocs.Markdown());
        AssertGenerated("docs/sql.md", SqlViews.Markdown());
        AssertGenerated("docs/codebook.md", CodebookPage.Markdown(Construction.LoadKnowledge(Repository.Path("knowledge"))));
    }

    [Fact]
    public void EveryCommandHasExamplesAndEveryOptionAnExplanation()
    {
        foreach (Verb verb in CasusCommand.Build().Subcommands.OfType<Verb>().SelectMany(v => v.Subcommands.OfType<Verb>().Prepend(v)))
        {
            Assert.False(verb.Examples.IsEmpty, $"casus {verb.Name} has no example");
            Assert.All(verb.Options, o => Assert.False(string.IsNullOrWhiteSpace(o.Description), $"casus {verb.Name} {o.Name}"));
            Assert.All(verb.Arguments, a => Assert.False(string.IsNullOrWhiteSpace(a.Description), $"casus {verb.Name} {a.Name}"));
        }
    }

    [Fact]
    public void EveryColumnIsExplainedOnce()
    {
        foreach (PublishedTable table in PublishedTable.All)
        {
            Assert.NotEmpty(table.Columns);
            Assert.Equal(table.Columns.Length, table.Columns.Select(c => c.Name).Distinct().Count());
            Assert.All(table.Columns, c => Assert.EndsWith(".", c.Meaning.Replace("…", ".")));
        }
    }

    private static void AssertGenerated(string path, string expected)
    {
        string file = Repository.Path(path);
        string actual = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{path} is not what the program says now: run docs/generate.");
    }

    private static IEnumerable<Type> Types() => typeof(TextSpan).Assembly.GetTypes().Concat(typeof(Construction).Assembly.GetTypes());

    /// <summary>Every run of up to four words: names have spaces.</summary>
    private static IEnumerable<string> Runs(string[] words)
    {
        for (int from = 0; from < words.Length; from++)
        {
            for (int count = 1; count <= 4 && from + count <= words.Length; count++)
            {
                yield return string.Join(' ', words, from, count);
            }
        }
    }

    [GeneratedRegex(@"\bCasus\.([A-Z][A-Za-z]+)\b")]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
