using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class TimeReaderTests
{
    private static readonly TimeReader Reader = new(Real.Knowledge);

    /// <summary>Rule, sentence and what must be found in it ("words=value"), from knowledge/times/rules.tsv.</summary>
    public static TheoryData<string, string, string> Examples()
    {
        KnowledgeTable table = Real.Knowledge.Tables["times/rules"];
        var rows = new TheoryData<string, string, string>();
        foreach (KnowledgeRow row in table.Rows)
        {
            rows.Add(row[table.Column("id")], row[table.Column("example")], row[table.Column("expected")]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_rule_reads_its_example(string rule, string example, string expected)
    {
        ImmutableArray<TimeMention> found = Read(example, Real.Tuesday);

        if (expected.Length == 0)
        {
            Assert.Empty(found);
            return;
        }

        TimeMention mention = Assert.Single(found, t => t.Rule.Value == "time." + rule);
        Assert.Equal(expected, $"{mention.Quote}={mention.Value}");
    }

    [Theory]
    [InlineData("It was shelled on 25/12/2023.", "2023-12-25")]
    [InlineData("It was shelled on 12/25/2023, killing four.", "2023-12-25")]
    [InlineData("It was shelled on 25.12.2023 and again.", "2023-12-25")]
    [InlineData("It was shelled on 5-5-2023.", "2023-05-05")]
    [InlineData("It was shelled on 11/03/2023.", "2023")]
    [InlineData("It was shelled on 31/02/2023.", "2023")]
    public void A_day_in_figures_is_read_where_it_can_be_read_in_one_way(string text, string value) =>
        Assert.Equal(value, Assert.Single(Read(text, Real.Tuesday)).Value);

    [Theory]
    [InlineData("It was signed on December 24.", "--12-24")]
    [InlineData("It was signed in December.", "--12")]
    [InlineData("It was signed yesterday.", "XXXX-XX-XX")]
    [InlineData("It was signed on Friday.", "XXXX-WXX-5")]
    [InlineData("It was signed last year.", "XXXX")]
    public void Without_a_publication_day_relative_times_stay_open(string text, string value) =>
        Assert.Equal((value, default(DateOnly?)), (Assert.Single(Read(text, null)).Value, Read(text, null)[0].Earliest));

    [Theory]
    [InlineData("Early 2022 saw raids.", "2022-01-01", "2022-07-02")]
    [InlineData("It grew during the last three years.", "2021-12-31", "2024-12-31")]
    [InlineData("It ended last week.", "2024-12-23", "2024-12-29")]
    public void Days_bound_what_the_words_mean(string text, string earliest, string latest)
    {
        TimeMention mention = Assert.Single(Read(text, Real.Tuesday));
        Assert.Equal((DateOnly.Parse(earliest), DateOnly.Parse(latest)), (mention.Earliest!.Value, mention.Latest!.Value));
    }

    [Theory]
    [InlineData("It cost $2019.")]
    [InlineData("He may leave.")]
    [InlineData("Resolution 99999999999999999999999999999999999999999 failed on 1e309.")]
    public void What_only_looks_like_a_time_is_none(string text) => Assert.Empty(Read(text, Real.Tuesday));

    [Theory]
    [InlineData("The pact dates from February 30.")]
    [InlineData("It was 99 centuries ago, or 900000 decades ago.")]
    [InlineData("On 31 April 9999 at 25:61 it ended 99999999 years later.")]
    public void Impossible_dates_do_no_harm(string text) => Assert.All(Read(text, Real.Tuesday), t => Assert.Equal(t.Quote, t.Span.Of(text)));

    private static ImmutableArray<TimeMention> Read(string text, DateOnly? published) => Reader.Read(text, published, Real.Parse(text));
}
