using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Which of the times in a text an event has.</summary>
public class TimeOfEventTests
{
    private static readonly DateOnly Day = new(2023, 9, 14);

    [Theory]
    [InlineData("Gunmen attacked a checkpoint near Quetta on Tuesday. They shot dead two guards.", "shot", "2023-09-12")]
    [InlineData("Gunmen on September 11 killed two guards near Quetta.", "killed", "2023-09-11")]
    [InlineData("On September 13 the rebels claimed responsibility for the ambush of a convoy on September 11.", "ambush", "2023-09-11")]
    [InlineData("Rebels ambushed a convoy on September 4. Three nights later the army bombed a camp.", "bombed", "2023-09-07")]
    [InlineData("Gunmen attacked a checkpoint on Tuesday night. They killed two guards.", "killed", "2023-09-12")]
    public void A_day_is_taken_from_where_it_is_told(string text, string trigger, string value) => Assert.Equal(value, Time(text, trigger).Value);

    [Theory]
    [InlineData("Gunmen attacked a checkpoint near Quetta on Tuesday. They had killed two guards there.", "killed")]
    [InlineData("Gunmen attacked a checkpoint near Quetta on Tuesday and another on Monday. They shot dead two guards.", "shot")]
    public void No_day_is_taken_where_the_narrative_leaves_it(string text, string trigger) => Assert.Null(Time(text, trigger).Value);

    [Fact]
    public void Since_bounds_from_both_sides()
    {
        ClaimTime time = Time("Militants have attacked the town of Zinder since 2021.", "attacked");
        Assert.Equal(("2021/2023-09-14", "vague", new DateOnly(2021, 1, 1), Day), (time.Value, time.Precision, time.Earliest!.Value, time.Latest!.Value));
    }

    [Fact]
    public void A_span_that_is_told_bounds() =>
        Assert.Equal((new DateOnly(2023, 8, 31), Day), (Time("Militants attacked the town of Zinder in the past two weeks.", "attacked") is var time ? time.Earliest!.Value : default, time.Latest!.Value));

    [Fact]
    public void The_dateline_is_not_the_day_of_the_event() =>
        Assert.NotEqual("2023-09-13", Time("QUETTA, Sept 13 (Agency) - Gunmen attacked a checkpoint near the town, officials said.", "attacked").Value);

    private static ClaimTime Time(string text, string trigger) =>
        WholeEngine.ReadText("test", text, Day).Reading!.Claims.OfType<EventClaim>().First(c => c.Trigger.Quote.Contains(trigger, StringComparison.Ordinal)).Time;
}
