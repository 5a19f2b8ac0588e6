using System.Text.Json;

namespace Casus.App.Publish;

/// <summary>Tells the files of a release from others.</summary>
internal static class ReleaseContents
{
    /// <returns>Null when the folder is a release and nothing else; the name of one thing in it that is not of it; empty when it is no release.</returns>
    public static string? Foreign(string folder)
    {
        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ReleaseFolder.Manifest)));
            if (!manifest.RootElement.TryGetProperty("casus-release", out _))
            {
                return "";
            }

            HashSet<string?> own = [ReleaseFolder.Manifest, ReleaseFolder.Mark, .. manifest.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString())];
            return Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).Where(f => !own.Contains(f)).Order(StringComparer.Ordinal).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
