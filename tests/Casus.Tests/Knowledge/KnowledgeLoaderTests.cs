using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class KnowledgeLoaderTests
{
    [Fact]
    public void Reads_every_kind_of_file()
    {
        KnowledgeBase knowledge = Loaded(SmallKnowledge.Files);

        Assert.Equal(10, knowledge.Ontology.Find("AID")!.Mode("relief")!.Score);
        Assert.Equal("AFGGOV", knowledge.Actors.Find("AFG.GOV")!.Code);
        ActorTie tie = Assert.Single(knowledge.Actors.Find("AFG.TALIBAN")!.Ties);
        Assert.Equal(new DateOnly(2021, 8, 15), tie.From);
        Assert.Contains(knowledge.Actors.Find("AFG.TALIBAN")!.Names, n => n is { Text: "Emirate", Alone: false });
        Assert.Equal("AF-PKA", Assert.Single(knowledge.Places.Named("bermal")).Admin1);
        Assert.Equal(2, knowledge.Tables["sets/relief-goods"].Rows.Length);
        Assert.Equal("Oslo", knowledge.Patterns[0].Yes[0].Initiator);
        Assert.Equal(1, knowledge.Patterns[0].Line);
    }

    [Fact]
    public void A_person_has_the_code_of_the_office_in_its_time()
    {
        ActorRole role = Assert.Single(Loaded(SmallKnowledge.Files).Actors.Find("AFG.P.MUTTAQI")!.Roles);

        Assert.Equal(new ActorRole("AFGGOV", "government", new DateOnly(2021, 9, 7), null), role);
    }

    [Fact]
    public void The_hash_hangs_on_the_text_and_not_on_order_or_line_ends()
    {
        string hash = Loaded(SmallKnowledge.Files).Hash;

        Assert.Equal(hash, Loaded([.. SmallKnowledge.Files.Reverse()]).Hash);
        Assert.Equal(hash, Loaded([.. SmallKnowledge.Files.Select(f => f with { Text = f.Text.ReplaceLineEndings("\r\n") })]).Hash);
        Assert.NotEqual(hash, Loaded(SmallKnowledge.Changed("sets/relief-goods.tsv", "blanket", "quilt")).Hash);
    }

    [Theory]
    [InlineData("ontology/aid.yaml", "quad: 2", "quad: 7", 2, "'quad' is not a number from 1 to 4: '7'")]
    [InlineData("ontology/aid.yaml", "score: 10\ntarget", "scoer: 10\ntarget", 3, "unknown key 'scoer'")]
    [InlineData("ontology/aid.yaml", "score: 10\ntarget", "target", 1, "the key 'score' is missing")]
    [InlineData("ontology/aid.yaml", "quad: 2", "quad: 2\nquad: 2", 3, "the key 'quad' is there twice")]
    [InlineData("ontology/aid.yaml", "name: AID", "name: HELP", 1, "in a file of another name")]
    [InlineData("ontology/aid.yaml", "includes: [money, arms]", "includes: [money", 7, "not YAML")]
    [InlineData("actors/theatre.yaml", "kind: armed-group", "kind: gang", 4, "'gang' is no kind")]
    [InlineData("actors/theatre.yaml", "to: AFG.GOV", "to: AFG.GVO", 1, "unknown actor 'AFG.GVO'")]
    [InlineData("actors/theatre.yaml", "country: AFG\n  names", "country: AGF\n  names", 1, "unknown country 'AGF'")]
    [InlineData("actors/theatre.yaml", "valid: 2021-08-15..,", "valid: 2021-02-30..,", 11, "not a range of days")]
    [InlineData("actors/theatre.yaml", "id: AFG.P.MUTTAQI", "id: AFG.TALIBAN", 16, "already at actors/theatre.yaml:1")]
    [InlineData("actors/theatre.yaml", "name: Amir Khan Muttaqi", "name: Taliban", 16, "names both")]
    [InlineData("places/admin1.tsv", "AFG\tAF-PKA", "AFG\tAF-XXX", 3, "unknown division 'AF-XXX'")]
    [InlineData("places/admin1.tsv", "AFG\tAF-PKA\tBermal", "AFG\tAF-PKA", 3, "5 cells where the header has 6")]
    [InlineData("places/countries.tsv", "33\t65", "93\t65", 2, "'93' in column 'lat'")]
    [InlineData("places/countries.tsv", "33\t65", "33\t", 2, "one coordinate without the other")]
    [InlineData("places/countries.tsv", "\tkind", "\tkidn", 1, "unknown column 'kidn'")]
    [InlineData("sets/relief-goods.tsv", "blanket", "tent", 3, "'tent' is already in line 2")]
    [InlineData("patterns/aid.yaml", "type: AID", "type: HELP", 1, "unknown type 'HELP'")]
    [InlineData("patterns/aid.yaml", "mode: relief", "mode: cash", 1, "AID has no mode 'cash'")]
    [InlineData("patterns/aid.yaml", "@relief-goods", "@goods", 1, "no word set '@goods'")]
    [InlineData("patterns/aid.yaml", "verbs: [deliver]", "verb: [deliver]", 6, "unknown key 'verb'")]
    public void A_mistake_is_told_with_its_line(string path, string old, string @new, int line, string message)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(SmallKnowledge.Changed(path, old, @new));

        Assert.Null(load.Knowledge);
        Assert.Contains(load.Problems, p => p.Path == path && p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("cellar/wine.tsv")]
    [InlineData("cellar/wine.yaml")]
    public void An_unknown_file_is_a_problem(string path)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(SmallKnowledge.With(path, "a\tb"));

        Assert.Equal(path, Assert.Single(load.Problems).Path);
    }

    [Fact]
    public void All_problems_come_out_at_once()
    {
        KnowledgeFile[] files = [.. SmallKnowledge.Files.Select(f => f with { Text = f.Text.Replace("AFG", "AFF", StringComparison.Ordinal).Replace("weight: 0.9", "weight: 9", StringComparison.Ordinal) })];
        KnowledgeLoad load = KnowledgeLoader.Load([.. files, new KnowledgeFile("sets/empty.tsv", "")]);

        Assert.Contains(load.Problems, p => p.Path == "patterns/aid.yaml");
        Assert.Contains(load.Problems, p => p.Path == "places/admin1.tsv" || p.Path == "sets/empty.tsv");
        Assert.Equal(load.Problems, load.Problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ToArray());
    }

    private static KnowledgeBase Loaded(KnowledgeFile[] files)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(files);
        Assert.Empty(load.Problems);
        return load.Knowledge!;
    }
}
