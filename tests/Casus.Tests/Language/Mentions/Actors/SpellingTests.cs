using Casus.Knowledge;
using Casus.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class SpellingTests
{
    /// <summary>Pairs of listed actors whose names are spelled alike, and why that is right.</summary>
    private static readonly (string A, string B)[] Known =
    [
        ("BFA.ANSARUL", "BGD.ABT"), // Ansarul Islam of Burkina Faso; the Bangladeshi group is also called Ansar al-Islam
    ];

    [Theory]
    [InlineData("Haqqani", "Haqani")]
    [InlineData("Tehreek-e-Labbaik", "Tehrik-i-Labaik")]
    [InlineData("Tahreek e Labbaik", "Tehrik-e-Labbaik")]
    [InlineData("Hezbollah", "Hizbullah")]
    [InlineData("Hizb-ul-Ahrar", "Hizbul Ahrar")]
    [InlineData("Jamaat-ud-Dawa", "Jama'at ud Dawah")]
    [InlineData("Jaish al-Fatah", "Jaysh al-Fateh")]
    [InlineData("Ansar al-Sharia", "Ansar ash-Sharia")]
    [InlineData("Mohammad Qasem", "Muhammed Kasim")]
    [InlineData("Zulfikar Bhutto", "Zulfiqar Bhuto")]
    [InlineData("Sergei Aliev", "Sergey Aliyev")]
    [InlineData("Dawood Khan", "Daud Khan")]
    [InlineData("Communist Party (Maoist)", "Communist Party of Maoist")]
    [InlineData("LashkareToiba", "Lashkar-e-Toiba")]
    [InlineData("Çelik Yıldız", "Celik Yildiz")]
    public void One_name_in_two_spellings_is_alike(string a, string b)
    {
        string x = ActorNameKey.Fold(a), y = ActorNameKey.Fold(b);
        Assert.True(ActorNameKey.Skeleton(x) == ActorNameKey.Skeleton(y), $"{x} / {y}");
        Assert.True(ActorNameKey.Alike(x, y), $"{x} / {y}");
    }

    [Theory]
    [InlineData("Jamaat-e-Islami", "Jamiat-e-Islami")]
    [InlineData("Countries", "Contras")]
    [InlineData("Amnesty", "Minh City")]
    [InlineData("Salim", "Salam")]
    [InlineData("Qasmi", "Qasim")]
    [InlineData("Iran", "Iraq")]
    [InlineData("Houthi", "Hutu")]
    public void Names_that_only_look_alike_are_apart(string a, string b)
    {
        string x = ActorNameKey.Fold(a), y = ActorNameKey.Fold(b);
        Assert.False(ActorNameKey.Skeleton(x) == ActorNameKey.Skeleton(y) && ActorNameKey.Alike(x, y), $"{x} / {y}");
    }

    [Fact]
    public void No_two_actors_are_spelled_alike()
    {
        var byKey = new Dictionary<ulong, List<(string Folded, Actor Actor, ActorName Name)>>();
        foreach (Actor actor in Real.Knowledge.Actors.All.Where(a => a.Source != Casus.Knowledge.ActorReader.FromCountries && a.Kind != "outlet"))
        {
            foreach (ActorName name in actor.Names.Where(n => n is { Alone: true, Demonym: false, Form: "name" } && n.Text.Any(char.IsLower) && n.Text.Any(char.IsUpper)))
            {
                string folded = ActorNameKey.Fold(name.Text);
                ulong key = ActorNameKey.Skeleton(folded);
                (byKey.TryGetValue(key, out List<(string, Actor, ActorName)>? list) ? list : byKey[key] = []).Add((folded, actor, name));
            }
        }

        string[] merged =
        [
            .. byKey.Values.SelectMany(l => l.SelectMany(a => l.Where(b => string.CompareOrdinal(a.Actor.Id, b.Actor.Id) < 0
                    && a.Name.Text != b.Name.Text && ActorNameKey.Alike(a.Folded, b.Folded)
                    && ActorNameKey.Consonants(a.Folded) >= ActorNameKey.LeastOfSeveral
                    && !(a.Name.From > b.Name.To) && !(b.Name.From > a.Name.To)
                    && !Known.Contains((a.Actor.Id, b.Actor.Id)))
                .Select(b => $"{a.Actor.Id} '{a.Name.Text}' / {b.Actor.Id} '{b.Name.Text}'"))),
        ];
        Assert.True(merged.Length == 0, string.Join("\n", merged));
    }

    [Fact]
    public void Every_name_is_alike_to_itself()
    {
        Prop.ForAll<NonNull<string>>(name =>
        {
            string folded = ActorNameKey.Fold(name.Get);
            Assert.True(ActorNameKey.Alike(folded, folded));
            Assert.Equal(folded, ActorNameKey.Fold(name.Get));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Alike_asks_both_ways_the_same()
    {
        string[] names = [.. Real.Knowledge.Actors.All.Take(400).Select(a => ActorNameKey.Fold(a.Name))];
        Assert.All(names, a => Assert.All(names, b => Assert.Equal(ActorNameKey.Alike(a, b), ActorNameKey.Alike(b, a))));
    }
}
