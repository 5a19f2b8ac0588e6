using System.Net;
using Casus.App.Access;
using Casus.App.Web;

namespace Casus.App.Commands;

/// <summary>What must be there before a console answers other machines.</summary>
internal static class SharedConsole
{
    /// <param name="named">File that --access named; null: the one beside the store, where it is there.</param>
    /// <returns>The options with the file that keeps who may enter, where anybody is in it.</returns>
    /// <exception cref="Trouble">Others would reach it, and it asks nobody who they are or would hear passwords in the clear.</exception>
    public static ServeOptions Check(ServeOptions options, string? named)
    {
        string path = AccessOptions.Path(named, options.Store);
        bool keeps = (named is not null || File.Exists(path)) && HasAnybody(path);
        bool foreign = !IPAddress.IsLoopback(options.Address);
        if ((foreign || !options.Proxies.IsEmpty || named is not null) && !keeps)
        {
            string why = foreign ? $"{options.Address} can be reached from other machines" : options.Proxies.IsEmpty ? $"{path} has nobody in it" : "Others come through the proxy";
            throw Trouble.Usage($"{why}: say first who may enter, with casus users add NAME --role admin or casus keys new NAME. For yourself alone keep 127.0.0.1, and reach it from afar through a tunnel (ssh -L).");
        }

        if (foreign && options.Certificate is null && options.Proxies.IsEmpty)
        {
            throw Trouble.Usage("Passwords would go over the net unencrypted: give --certificate FILE, or --behind-proxy ADDRESS where a proxy that speaks https stands before the console.");
        }

        return options with { Access = keeps ? path : null };
    }

    private static bool HasAnybody(string path)
    {
        using AccessFile file = AccessFile.OpenExisting(path);
        return new Users(file).All().Count + new ApiKeys(file).All().Count > 0;
    }
}
