using Casus.Claims;
using Casus.Tests.Corpus;
using Casus.Tests.Language;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>The sentences by which every pattern proves itself.</summary>
public class PatternExampleTests(ITestOutputHelper output)
{
    /// <summary>Share of yes: and no: sentences that must hold. The rest fail where the parser misreads them; `casus check` lists them.</summary>
    private const double Floor = 0.97;

    [Fact]
    public void Patterns_hold_in_their_own_sentences()
    {
        IReadOnlyList<ExampleFailure> failures = PatternExamples.Check(WholeEngine.Knowledge, Read);
        foreach (ExampleFailure failure in failures)
        {
            output.WriteLine(failure.ToString());
        }

        int sentences = WholeEngine.Knowledge.Patterns.Sum(p => p.Yes.Length + p.No.Length);
        Assert.True(failures.Count <= (1 - Floor) * sentences, $"{failures.Count} of {sentences} sentences fail; see the output.");
    }

    // One sentence may be too little to tell its language by.
    private static Reading Read(string text) =>
        WholeEngine.ReadText("example", text, null) is { Reading: { } reading } ? reading : new Reader(WholeEngine.Knowledge, RepositoryModel.Model, RepositoryModel.Mentions).Code(WholeEngine.ReadText("example", text, null).Article);

    [Fact]
    public void Every_path_and_word_set_is_known() => Assert.Empty(Coder.PatternProblems(WholeEngine.Knowledge));

    [Fact]
    public void Every_pattern_has_an_example_and_a_counterexample() =>
        Assert.All(WholeEngine.Knowledge.Patterns, p => Assert.True(p.Yes.Length > 0 && p.No.Length > 0, p.Id));
}
