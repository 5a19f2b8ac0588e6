using Casus.App.Store;
using Casus.Events;
using Xunit;

namespace Casus.Tests.App;

public sealed class DyadStoryTests
{
    [Theory]
    [InlineData("2021-08", "2021-10", true)]
    [InlineData("2021-02", "2021-06", true)]
    [InlineData("2021-02", "2021-05", false)]
    [InlineData("2022-01", "2022-04", false)]
    [InlineData("2021", "2022", true)]
    [InlineData("2019", "2020", false)]
    [InlineData(null, "2021-05", false)]
    [InlineData("2021-08", null, true)]
    [InlineData(null, null, true)]
    public void A_turn_is_left_out_only_when_it_lies_wholly_before_or_after(string? earliest, string? latest, bool within)
    {
        var turn = new ToldTurn(earliest, latest, "cordial", "hostile", 1, "From cordial to hostile.", [], []);

        Assert.Equal(within, DyadStory.IsWithin(turn, new Filter(From: new DateOnly(2021, 6, 1), To: new DateOnly(2021, 12, 31))));
    }
}
