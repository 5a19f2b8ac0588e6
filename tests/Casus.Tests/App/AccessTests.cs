using System.Text.Json;
using Casus.App;
using Casus.App.Access;
using Xunit;

namespace Casus.Tests.App;

/// <summary>The file that keeps who may enter, and its commands.</summary>
public sealed class AccessTests : IDisposable
{
    private const string Page = "Troops shelled the village of Dorn on Monday, killing nine people, a doctor said. The mayor told reporters that the school was hit first.";

    private const string Password = "nine quiet harbours";

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void UsersAndKeysComeChangeAndGo()
    {
        Assert.Equal(ExitCode.Usage, place.Run("users").Exit);
        Ran added = place.RunWith(Password + "\n", "users", "add", "anna", "--role", "admin", "--stdin");
        Assert.Equal((ExitCode.Ok, ""), (added.Exit, added.Error));
        Assert.Equal(ExitCode.Usage, place.RunWith(Password + "\n", "users", "add", "Anna", "--stdin").Exit);
        Assert.Equal(ExitCode.Usage, place.RunWith("short\n", "users", "add", "ben", "--stdin").Exit);
        Assert.Equal(ExitCode.Usage, place.RunWith("benbenbenbenben\n", "users", "add", "ben", "--stdin").Exit);
        Assert.Contains("--stdin", place.Run("users", "add", "ben").Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("users", "role", "anna", "--role", "reviewer").Exit);
        Assert.Equal("reviewer", JsonDocument.Parse(place.Run("users", "--json").Output).RootElement[0].GetProperty("role").GetString());
        Assert.Equal(ExitCode.Findings, place.Run("users", "remove", "ben").Exit);

        Ran made = place.Run("keys", "new", "weekly report", "--days", "3");
        Assert.Matches(@"^casus_[0-9a-f]{10}_[0-9a-f]{64}\n$", made.Output);
        string id = made.Output.Split('_')[1];
        Assert.Equal(ExitCode.Ok, place.Run("keys", "revoke", id).Exit);
        Assert.Equal(ExitCode.Findings, place.Run("keys", "revoke", id).Exit);
        Assert.Equal("revoked", JsonDocument.Parse(place.Run("keys", "--json").Output).RootElement[0].GetProperty("state").GetString());

        JsonElement log = JsonDocument.Parse(place.Run("audit", "--json").Output).RootElement;
        Assert.Equal([AuditLog.KeyRevoked, AuditLog.KeyMade, AuditLog.RoleChanged, AuditLog.UserAdded], log.EnumerateArray().Select(l => l.GetProperty("what").GetString()));
    }

    [Fact]
    public void OthersAreAnsweredOnlyWhereSomebodyMayEnterAndByHttps()
    {
        place.Write("one.txt", Page);
        Assert.Equal(ExitCode.Ok, place.Run("read", "one.txt").Exit);
        Ran nobody = place.Run("serve", "--listen", "0.0.0.0", "--port", "0");
        Assert.Equal(ExitCode.Usage, nobody.Exit);
        Assert.Contains("casus users add", nobody.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, place.Run("serve", "--behind-proxy", "127.0.0.1", "--port", "0").Exit);
        Assert.Equal(ExitCode.Ok, place.RunWith(Password + "\n", "users", "add", "anna", "--stdin").Exit);
        Ran plain = place.Run("serve", "--listen", "0.0.0.0", "--port", "0");
        Assert.Equal(ExitCode.Usage, plain.Exit);
        Assert.Contains("--certificate", plain.Error, StringComparison.Ordinal);
        place.Write("no.pem", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        Ran broken = place.Run("serve", "--listen", "0.0.0.0", "--port", "0", "--certificate", "no.pem");
        Assert.Equal(ExitCode.Usage, broken.Exit);
        Assert.Contains("cannot be used as a certificate", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APasswordKeptInAWeakWayIsKeptInAStrongOneOnceItIsUsed()
    {
        using AccessFile file = AccessFile.OpenOrCreate(place.Path("casus.access.db"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
        }

        var users = new Users(file);
        users.Add("anna", UserRole.Reader, Password, TimeProvider.System.GetUtcNow());
        string weak = PasswordHash.Make(Password, rounds: 1000);
        Assert.True(PasswordHash.IsWeak(weak));
        file.Run("UPDATE user SET password = $1", weak);
        using var door = new SignIn(file, TimeProvider.System);
        Assert.IsType<SignedIn.Wrong>(await door.Try("anna", Password + "!", "here"));
        Assert.IsType<SignedIn.Welcome>(await door.Try("anna", Password, "here"));
        string kept = users.Find("anna")!.Value.Password;
        Assert.False(PasswordHash.IsWeak(kept));
        Assert.True(PasswordHash.Fits(Password, kept));
        Assert.DoesNotContain(Password, kept, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignFilesAreLeftAlone()
    {
        place.Write("one.txt", Page);
        Assert.Equal(ExitCode.Ok, place.Run("read", "one.txt").Exit);
        Assert.Equal(ExitCode.Store, place.Run("users", "--access", place.Store).Exit);
        Assert.Equal(ExitCode.Ok, place.Run("show", "events").Exit);
    }
}
