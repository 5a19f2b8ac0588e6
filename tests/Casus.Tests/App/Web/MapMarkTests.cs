using Casus.App.Store;
using Casus.App.Web;
using Xunit;

namespace Casus.Tests.App.Web;

public sealed class MapMarkTests
{
    private static readonly MappedPlace[] Crowd = [.. Enumerable.Range(0, 300).Select(i => new MappedPlace("P" + i, "Place " + i, i % 7 == 0 ? "admin1" : "town", 30 + (i % 17 * 0.13), 60 + (i / 17 * 0.21), 1 + (i * 37 % 101), 1 + (i % 4), i % 5))];

    [Fact]
    public void MarksOfACrowdStandAtPlacesAndLoseNothing()
    {
        MapFrame frame = MapFrame.Of(Crowd, MapFrame.Large);
        Assert.InRange(frame.Drawn.Length, 2, Crowd.Length - 1);
        Assert.Equal(Crowd.Sum(p => p.Events), frame.Drawn.Sum(d => d.Point.Events));
        Assert.Equal(Crowd.Length, frame.Drawn.Sum(d => 1 + d.Others.Length));
        foreach (DrawnPlace mark in frame.Drawn)
        {
            Assert.Contains(Crowd, p => p.PlaceId == mark.Point.PlaceId && p.Latitude == mark.Point.Latitude && p.Longitude == mark.Point.Longitude);
            Assert.All(mark.Others, o => Assert.True(Math.Abs(o.Latitude - mark.Point.Latitude) * MapFrame.KilometresOfDegree <= mark.Kilometres + 0.001));
        }

        DrawnPlace joined = frame.Drawn.First(d => d.Window.CanBeParted && !d.Others.IsEmpty);
        MapFrame inside = MapFrame.Of(Crowd, MapFrame.Large, MapWindow.Parse(joined.Window.Word));
        Assert.Equal(joined.Point.Events, inside.Drawn.Sum(d => d.Point.Events));
        Assert.True(inside.Drawn.Length > 1);
    }

    [Fact]
    public void AFewPlacesKeepTheirOwnMarks() => Assert.All(MapFrame.Of(Crowd[..20], MapFrame.Large).Drawn, d => Assert.Empty(d.Others));

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("40,60,30,70")]
    [InlineData("0,0,91,1")]
    [InlineData("NaN,0,1,1")]
    public void WhatIsNoPartOfTheMapIsRefused(string word) => Assert.Throws<Casus.App.Trouble>(() => MapWindow.Parse(word));
}
