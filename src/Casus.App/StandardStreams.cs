using Casus.App.Fetch;
using Microsoft.Win32.SafeHandles;

namespace Casus.App;

/// <summary>Opens what <c>--in</c> and <c>--out</c> name; "-" is the standard stream.</summary>
internal static class StandardStreams
{
    /// <exception cref="PackedTrouble">Also on reading: a .gz that is cut off, damaged or a bomb.</exception>
    public static Stream OpenInput(string path)
    {
        Stream file = path == "-" ? Console.OpenStandardInput() : OpenFile(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new UnpackedStream(file, path) : file;
    }

    public static Stream OpenOutput(string path) => path == "-" ? OpenStandardOutput() : Create(path, path);

    /// <param name="named">What was asked for: the file that a message names.</param>
    private static FileStream Create(string path, string named)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, named);
        }
    }

    /// <summary>
    /// Writes a file that is there whole or not at all: beside its place and then put into it, so that a disk that fills up leaves what was there before. Pipes, devices,
    /// links and empty files are written through.
    /// </summary>
    public static T WriteWhole<T>(string path, Func<Stream, T> write)
    {
        // Pipes and devices have no length either, and an empty file has nothing to lose.
        if (path == "-" || Directory.Exists(path) || (File.Exists(path) && new FileInfo(path) is var there && (there.Length == 0 || there.LinkTarget is not null || there.IsReadOnly)))
        {
            using Stream through = OpenOutput(path);
            return write(through);
        }

        string part = path + ".part";
        bool whole = false;
        try
        {
            T result;
            using (Stream stream = Create(part, path))
            {
                result = write(stream);
            }

            File.Move(part, path, overwrite: true);
            whole = true;
            return result;
        }
        finally
        {
            if (!whole)
            {
                Discard(part);
            }
        }
    }

    private static void Discard(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what is told.
        }
    }

    private static Stream OpenStandardOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // Console's own stream swallows a broken pipe: a run whose reader has gone would go on for nothing. For a file it is the
        // one to use: a FileStream would write at an offset of its own and not move the one that the shell's other commands share.
        var pipe = new FileStream(new SafeFileHandle(1, false), FileAccess.Write, 1 << 16);
        return pipe.CanSeek ? new BufferedStream(Console.OpenStandardOutput(), 1 << 16) : pipe;
    }

    public static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }
    }
}
