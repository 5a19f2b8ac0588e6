using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class ClockTimeTests
{
    [Theory]
    [InlineData("2024-12-31T08:15:00+04:30", 8, 15, 270)]
    [InlineData("2024-12-31T08:15:00.123Z", 8, 15, 0)]
    [InlineData("2024-12-31 08:15:00-0300", 8, 15, -180)]
    [InlineData("Wed, 04 May 2022 02:41:00 GMT", 2, 41, 0)]
    [InlineData("Tue Mar 17 2020 21:48:00 GMT+0100 (Central)", 21, 48, 60)]
    [InlineData("3 May 2024, 8:15 pm", 20, 15, null)]
    [InlineData("May 3, 2024 at 12:05 a.m.", 0, 5, null)]
    [InlineData("31.12.2024, 18:00 Uhr", 18, 0, null)]
    public void Times_are_read_with_their_offset(string text, int hour, int minute, int? offset) =>
        Assert.Equal(new ClockTime(hour, minute, offset is { } minutes ? TimeSpan.FromMinutes(minutes) : null), ClockTime.Of(text));

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("Score 3:2 today")]
    [InlineData("at 27:80")]
    [InlineData("12:")]
    [InlineData(":12")]
    [InlineData("")]
    public void Other_colons_are_no_times(string text) => Assert.Null(ClockTime.Of(text));

    /// <summary>Every time that a stamp can hold comes back, whatever stands around it; and no text makes the reader fail.</summary>
    [Fact]
    public void Every_minute_comes_back()
    {
        var random = new Random(7);
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            int offset = random.Next(-12 * 4, 14 * 4 + 1) * 15;
            var whole = TimeSpan.FromMinutes(Math.Abs(offset));
            string stamp = $"2024-05-03T{minute / 60:00}:{minute % 60:00}:{random.Next(60):00}{(offset < 0 ? '-' : '+')}{whole:hh\\:mm}";
            Assert.Equal(new ClockTime(minute / 60, minute % 60, TimeSpan.FromMinutes(offset)), ClockTime.Of(stamp));
            ClockTime.Of(stamp[..random.Next(stamp.Length)]);
            ClockTime.Of(string.Concat(stamp.OrderBy(_ => random.Next())));
        }
    }
}
