using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Casus.App.Web;

/// <summary>The style sheet, the icon, and the script where it was built: files beside the program, read once. Nothing else is served from disk.</summary>
internal static class StaticFiles
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".png"] = "image/png",
    };

    private static readonly Dictionary<string, (byte[] Bytes, string Kind, EntityTagHeaderValue Tag)> Files = Load();

    /// <summary>False where the program was built without Node: then every view is what it is without scripts.</summary>
    public static bool HasScript => Files.ContainsKey("console.js");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapView("/assets/{name}", Serve).Open();

    private static IResult Serve(string name, HttpContext http)
    {
        if (!Files.TryGetValue(name, out (byte[] Bytes, string Kind, EntityTagHeaderValue Tag) file))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(file.Bytes, file.Kind, entityTag: file.Tag);
    }

    private static Dictionary<string, (byte[], string, EntityTagHeaderValue)> Load()
    {
        string root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        IEnumerable<string> all = Directory.Exists(root) ? Directory.EnumerateFiles(root) : [];
        return all.Where(f => Kinds.ContainsKey(Path.GetExtension(f))).ToDictionary(f => Path.GetFileName(f), f =>
        {
            byte[] bytes = File.ReadAllBytes(f);
            return (bytes, Kinds[Path.GetExtension(f)], new EntityTagHeaderValue($"\"{ContentHash.OfBytes(bytes)}\""));
        }, StringComparer.Ordinal);
    }
}
