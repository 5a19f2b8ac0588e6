using System.Globalization;
using Casus.App;
using Casus.Events;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>How much of what people judged to be one happening becomes one event. Floors are only raised.</summary>
public class LinkingTests
{
    private const double CorpusFloor = 0.88, ReportsFloor = 0.97;

    [Fact]
    public void Articles_of_our_own_that_tell_one_happening_become_one_event()
    {
        LinkPairs set = LinkPairs.OfCorpus(Repository.Path("corpus", "linking.jsonl"), WholeEngine.NewReader);
        Holds(LinkTold.Of(set, [.. set.Articles.Keys.Order(StringComparer.Ordinal)], new Linker(WholeEngine.Knowledge, Construction.LoadLinks())), CorpusFloor);
    }

    [Fact]
    public void Reports_that_people_judged_are_kept_apart()
    {
        // The reports are not ours to keep: tests/Casus.Tests/Events/linking-pairs.tsv has their ids and our verdicts.
        string rows = Path.Combine(Repository.Root, "..", "shared", "gold", "dev", "incidents-satp", "gold.jsonl");
        Assert.SkipUnless(File.Exists(rows), "The reports are not here");
        LinkPairs set = LinkPairs.OfReports(Repository.Path("tests", "Casus.Tests", "Events", "linking-pairs.tsv"), rows, WholeEngine.NewReader);
        Holds(LinkTold.Of(set, [.. set.Articles.Keys.Order(StringComparer.Ordinal)], new Linker(WholeEngine.Knowledge, Construction.LoadLinks())), ReportsFloor);
    }

    private static void Holds(LinkTold told, double floor) =>
        Assert.True(told.Main.F1 >= floor, string.Create(CultureInfo.InvariantCulture, $"B³ {told.Main.Precision:0.000} / {told.Main.Recall:0.000}, F1 {told.Main.F1:0.000}; pairs {told.Right} right of {told.Given} found, {told.Same} to find"));
}
