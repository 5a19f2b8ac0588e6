using System.CommandLine;
using Casus.App.Access;

namespace Casus.App.Commands;

/// <summary>What the commands on a shared console have in common: which file keeps who may enter.</summary>
internal static class AccessOptions
{
    public static Option<string?> File() => new("--access")
    {
        HelpName = "FILE",
        Description = "The file that keeps who may enter. Default: beside the store, casus.access.db for casus.db.",
    };

    public static Option<string?> Role(string otherwise)
    {
        var option = new Option<string?>("--role") { HelpName = string.Join('|', UserRoles.Words), Description = "reader sees everything, reviewer also judges and imports, admin also sees users and the audit log. " + otherwise };
        option.Among(UserRoles.Words);
        return option;
    }

    public static string Path(string? file, string store) => file ?? AccessFile.Beside(store);

    /// <summary>Who sits at this machine, for the log.</summary>
    public static string Me => Environment.UserName;
}
