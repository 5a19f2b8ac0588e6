using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>A sentence is English unless much speaks against it; a foreign one is still told apart.</summary>
public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("Talks to go on.", "en")]
    [InlineData("Turkish jets hit a village near Duhok, killing four farmers, a day after a bomb killed a Turkish sergeant.", "en")]
    [InlineData("A miniszter szerint nem is volt ott, és a katonák már csak egy hétig vannak a városban, mert az a parancs.", "hu")]
    [InlineData("A to Z: Ali, Omar to visit Po, Na and Za", "en")]
    [InlineData("Rebels took the town of San Pedro de la Sierra de los Andes.", "en")]
    [InlineData("Al-Shabaab commander Abdi Nur killed in Dobley.", "en")]
    [InlineData("Die Truppen haben die Stadt nicht verlassen und werden dort bleiben, sagte der Minister.", "de")]
    [InlineData("Le ministre a dit que les troupes ne sont pas dans la ville et que la paix est proche.", "fr")]
    public void A_short_text_is_guessed(string text, string language) =>
        Assert.Equal(language, ReadingPages.Article(text, PageFormat.PlainText).Language);
}
