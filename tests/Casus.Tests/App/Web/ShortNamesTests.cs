using Casus.App.Web;
using Xunit;

namespace Casus.Tests.App.Web;

public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("Movement of the Lower Valley", "Movement of the Lower Valley")]
    [InlineData("People's Front for the Liberation of the Northern Valley", "People's Front for the…")]
    public void ANameThatStandsAloneIsCutAtItsEnd(string name, string cut) => Assert.Equal(cut, ShortNames.Of([name, "Harbour Guard"], 29)[name]);

    [Theory]
    [InlineData("People's Front for the Liberation of the Northern Valley", "People's Front for the Liberation of the Southern Valley", "People's Front for the Liberation of the Northern Coast")]
    [InlineData("Ministry of Internal Affairs and Communications of the Upper Republic", "Ministry of Internal Affairs and Communications of the Lower Republic", "Ministry")]
    [InlineData("Regiment of the Guards number 11 of the Republican Army of the River", "Regiment of the Guards number 12 of the Republican Army of the River", "Regiment of the Guards number 13 of the Republican Army of the River")]
    public void NamesWithOneBeginningAreToldApart(params string[] names)
    {
        string[] cut = [.. names.Select(n => ShortNames.Of(names, 30)[n])];
        Assert.Equal(names.Length, cut.Distinct().Count());
        Assert.All(cut, c => Assert.InRange(c.Length, 1, 30));
        Assert.All(names.Zip(cut), p => Assert.Equal(p.First[..5], p.Second[..5]));
    }
}
