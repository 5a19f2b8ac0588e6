using Casus.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class MutatedKnowledge
{
    private static readonly string[] Splices = ["\n", "\t", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "|", ">", "&a ", "*a", "!!int ", "?", "%YAML", "---\n", "...\n", "\0", "\ud800", "\u2028", "  ", "é", "AFG", "null", "~", "<<: ", "@", "`"];

    [Fact]
    public void Damaged_text_gives_problems_and_never_an_exception()
    {
        Gen<(int, int, int, int)> cuts =
            from file in Gen.Choose(0, SmallKnowledge.Files.Length - 1)
            from at in Gen.Choose(0, 1000)
            from length in Gen.Choose(0, 12)
            from splice in Gen.Choose(0, Splices.Length - 1)
            select (file, at, length, splice);
        Prop.ForAll(Arb.From(Gen.ListOf(cuts)), all =>
        {
            KnowledgeFile[] files = SmallKnowledge.Files;
            foreach ((int file, int at, int length, int splice) in all)
            {
                string text = files[file].Text;
                int from = at * text.Length / 1001, to = Math.Min(text.Length, from + length);
                files[file] = files[file] with { Text = text[..from] + Splices[splice] + text[to..] };
            }

            KnowledgeLoad load = KnowledgeLoader.Load(files);
            return (load.Knowledge is null) == load.Problems.Any() && load.Problems.All(p => p.Line >= 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        KnowledgeLoad load = KnowledgeLoader.Load(SmallKnowledge.With("ontology/aid.yaml", new string('[', 50_000)));

        Assert.Contains(load.Problems, p => p.Message.Contains("nested", StringComparison.Ordinal));
    }
}
