using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>Readers of many threads share knowledge and indices: what one reads must not show in what another reads.</summary>
public sealed class ThreadTests
{
    [Fact]
    public void Threads_that_read_at_once_make_the_same_claims() =>
        Assert.Single(WholeEngine.ClaimsReadAtOnce(4).Distinct());
}
