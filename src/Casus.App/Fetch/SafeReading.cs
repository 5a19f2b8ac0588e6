using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>Keeps one page that breaks the reader from ending a run over thousands.</summary>
internal static class SafeReading
{
    public const string Reason = "broke-the-reader";

    /// <param name="entries">Whether a live blog comes to its entries.</param>
    public static ReadOutcome Read(Reader reader, Page page, bool entries = false)
    {
        try
        {
            return entries ? reader.ReadEntries(page) : reader.Read(page);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            string where = e.StackTrace?.Split('\n')[0].Trim() ?? "";
            return new PageRefused(page, new Refused(Reason, $"A fault of Casus, please report it with the page: {e.GetType().Name}: {e.Message} {where}"));
        }
    }

    /// <returns>Null, and the fault in words, where the article breaks the coder.</returns>
    public static (Claims.Reading? Reading, string? Fault) Code(Reader reader, Article article)
    {
        try
        {
            return (reader.Code(article), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, $"{article.Id} stays as it was coded before. A fault of Casus, please report it: {e.GetType().Name}: {e.Message}");
        }
    }
}
