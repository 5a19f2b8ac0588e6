using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Bytes in the character sets of news pages, with true, false and no declarations.</summary>
public sealed class CharsetTests
{
    private const string English = "The mayor of Besançon said “the road is open”, and the café – closed since May – served its first guests on Monday, 12 people in all, for €3 each.";
    private const string Arabic = "قال رئيس البلدية إن الطريق مفتوح منذ يوم الاثنين وإن الحافلات عادت إلى العمل بين القرى بعد أسبوعين من الثلوج التي أغلقت الجسر القديم";
    private const string Japanese = "市長は月曜日に道路が再び開通したと述べ、二週間の雪の後にバスが村の間で運行を再開したことを明らかにした。古い橋はまだ閉鎖されている。";
    private const string Russian = "Мэр сказал, что дорога снова открыта с понедельника и автобусы опять ходят между деревнями после двух недель снега, который закрыл старый мост.";

    private static string Page(string text, string? declared) => $"<html><head>{(declared is null ? "" : $"<meta charset=\"{declared}\">")}<title>t</title></head><body><p>{text}</p><p>{text}</p></body></html>";

    private static byte[] Bytes(string text, string charset) =>
        charset switch
        {
            "utf-16le" => Encoding.Unicode.GetBytes(text),
            "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
            "utf-16le+mark" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            "utf-16be+mark" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => Charsets.Named(charset)!.GetBytes(text),
        };

    [Theory]
    [InlineData(English, "windows-1252", "windows-1252")]
    [InlineData(English, "windows-1252", "ISO-8859-1")]
    [InlineData(English, "windows-1252", "utf-8")]
    [InlineData(English, "windows-1252", null)]
    [InlineData(English, "utf-8", "windows-1252")]
    [InlineData(English, "utf-8", "Shift_JIS")]
    [InlineData(English, "utf-16le", null)]
    [InlineData(English, "utf-16be", "utf-8")]
    [InlineData(English, "utf-16le+mark", "utf-16")]
    [InlineData(English, "utf-16be+mark", "iso-8859-1")]
    [InlineData(Arabic, "windows-1256", "windows-1256")]
    [InlineData(Arabic, "windows-1256", "cp1256")]
    [InlineData(Arabic, "windows-1256", "utf-8")]
    [InlineData(Arabic, "windows-1256", null)]
    [InlineData(Japanese, "shift_jis", "Shift-JIS")]
    [InlineData(Japanese, "shift_jis", "utf-8")]
    [InlineData(Japanese, "shift_jis", null)]
    [InlineData(Japanese, "euc-jp", "utf-8")]
    [InlineData(Japanese, "iso-2022-jp", "iso-2022-jp")]
    [InlineData(Russian, "windows-1251", "utf-8")]
    [InlineData(Russian, "windows-1251", "windows-1251")]
    [InlineData(Russian, "koi8-r", "koi8-r")]
    public void The_text_is_what_was_written(string text, string charset, string? declared)
    {
        string page = Page(text, declared);
        Assert.Equal(page, PageText.Of(Bytes(page, charset), PageFormat.Unknown).Text);
    }

    [Fact]
    public void An_english_text_with_some_broken_bytes_stays_what_it_says_it_is()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Page(string.Concat(Enumerable.Repeat(English, 5)), "utf-8"));
        bytes[^40] = 0xC3;
        Assert.Equal("utf-8", PageText.Of(bytes, PageFormat.Unknown).Charset);
    }

    [Fact]
    public void What_the_head_of_a_message_states_goes_before_the_markup() =>
        Assert.Contains("Мэр", PageText.Of(Bytes(Page(Russian, "iso-8859-1"), "koi8-r"), PageFormat.Html, "koi8-r").Text);

    [Theory]
    [InlineData("utf-8", "windows-1251", "windows-1251")]
    [InlineData("nonsense", "windows-1251", "windows-1251")]
    [InlineData("koi8-r", "utf-8", "utf-8")]
    [InlineData("windows-1251", null, "windows-1251")]
    public void A_statement_that_the_bytes_disprove_is_passed_over(string stated, string? declared, string charset) =>
        Assert.Contains("Мэр", PageText.Of(Bytes(Page(Russian, declared), charset), PageFormat.Html, stated).Text);
}
