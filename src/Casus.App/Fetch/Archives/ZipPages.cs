using System.IO.Compression;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>
/// Pages from a .zip, one at a time, in the order of their names. Nothing is written to disk, so a name with ".." in it is a name and no
/// path. Archives inside of archives are refused.
/// </summary>
internal static class ZipPages
{
    private const string Remedy = "unpack it yourself if it is what you want.";

    /// <param name="name">The file as the user named it.</param>
    /// <param name="isPage">Tells by its name whether an entry is a page; the others are handed to <paramref name="pass"/>.</param>
    public static IEnumerable<Found> Of(Stream file, string name, Func<string, bool> isPage, Action<string> pass)
    {
        using (file)
        {
            (ZipArchive? archive, Refused? problem) = Open(file);
            if (archive is null)
            {
                yield return new Found(name, null, problem);
                yield break;
            }

            // Entries that lie over one another make a small file unpack to any size.
            long left = ArchiveParts.FreeBytes + ArchiveParts.MostRatio * file.Length;
            foreach (ZipArchiveEntry entry in archive.Entries.Where(e => !IsHidden(e)).OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                string called = $"{name}/{Label(entry.FullName)}";
                if (IsArchive(entry.Name))
                {
                    yield return new Found(called, null, new Refused(RefusalReason.TooLarge, "An archive inside of an archive is not unpacked: " + Remedy));
                }
                else if (!isPage(entry.Name))
                {
                    pass(entry.Name);
                }
                else if (entry.Length > ArchiveParts.FreeBytes && entry.Length / ArchiveParts.MostRatio > entry.CompressedLength)
                {
                    yield return new Found(called, null, UnpackedStream.TooPacked);
                }
                else if (left <= 0)
                {
                    yield return new Found(called, null, new Refused(RefusalReason.TooLarge, $"The archive unpacks to more than {ArchiveParts.MostRatio} times its size; it was not unpacked to the end: {Remedy}"));
                    yield break;
                }
                else
                {
                    FileBytes page = Read(entry);
                    left -= page.Bytes?.Length ?? (page.Problem?.Reason == RefusalReason.TooLarge ? FileBytes.MaxPageBytes : 0);
                    yield return page.Bytes is null ? new Found(called, null, page.Problem) : new Found(called, Page.Of(called, page.Bytes, PageForms.OfName(called)), null);
                }
            }
        }
    }

    private static (ZipArchive?, Refused?) Open(Stream file)
    {
        try
        {
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return (archive, null);
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            return (null, new Refused(RefusalReason.Unreadable, $"It is no .zip that can be unpacked, or is cut off: fetch it again. ({e.Message})"));
        }
    }

    private static FileBytes Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            return new FileBytes(null, new Refused(RefusalReason.Unreadable, "It is encrypted: unpack it with its password first."));
        }

        try
        {
            using Stream packed = entry.Open();
            FileBytes whole = FileBytes.Take(packed);
            return whole.Bytes is { } bytes && (bytes.LongLength != entry.Length || Checksum.Crc32(bytes) != entry.Crc32)
                ? new FileBytes(null, new Refused(RefusalReason.Unreadable, "It is damaged: what comes out is not what the archive states of it. Fetch the archive again."))
                : whole.Bytes is [0x1F, 0x8B, ..] ? FileBytes.Read(new MemoryStream(whole.Bytes)) : whole;
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            return new FileBytes(null, new Refused(RefusalReason.Unreadable, $"It cannot be unpacked: fetch the archive again. ({e.Message})"));
        }
    }

    /// <summary>What .NET throws for archives that lie: of offsets, lengths, methods and dates.</summary>
    private static bool IsOfTheFile(Exception e) => e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    /// <summary>Folders, hidden files, and what one system's packer adds to every file.</summary>
    private static bool IsHidden(ZipArchiveEntry entry) => entry.Name.Length == 0 || entry.Name[0] == '.' || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static bool IsArchive(string entry) => Path.GetExtension(entry).ToLowerInvariant() is ".zip" or ".warc" or ".tar" or ".tgz" or ".7z" or ".rar" || entry.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase) || entry.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>For people and the store: one line, with the slashes of this system's names.</summary>
    private static string Label(string entry) => string.Create(entry.Length, entry, static (label, name) =>
    {
        for (int i = 0; i < label.Length; i++)
        {
            label[i] = char.IsControl(name[i]) ? '?' : name[i] == '\\' ? '/' : name[i];
        }
    });
}
