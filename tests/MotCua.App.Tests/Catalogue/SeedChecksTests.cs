using MotCua.App.Tests.Reference;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Processes;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

public sealed class SeedChecksTests
{
    [Fact]
    public void What_the_product_ships_passes_the_checks_of_an_administrators_edit()
    {
        foreach (var version in SeedFiles.Procedures)
        {
            List<ProcessDefinition> processes = [.. SeedFiles.Processes.Where(p => p.From <= version.From && (p.To is null || p.To >= version.From))];
            var wrong = Checks.Of(version, processes).Where(f => f.Blocks || f.Said.Code is "procedure.code" or "procedure.process-long");
            Assert.True(!wrong.Any(), $"{version.Code} v{version.Version}: {string.Join(" ", wrong.Select(f => f.Said.Sentence))}");
        }
    }
}
