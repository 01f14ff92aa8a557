using MotCua.Web.Configuration;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class LeftoverTests
{
    [Fact]
    public void What_a_killed_process_left_half_written_goes_at_the_next_start_but_not_while_another_works_there()
    {
        using var folder = new Folder();
        var settings = new MotCuaSettings { Data = folder.Path };
        Assert.Null(DataFolder.Prepare(settings));
        Directory.CreateDirectory(folder[".tmp"]);
        string[] left = [Path.Combine(settings.Files, "a.part"), Path.Combine(folder[".tmp"], "ASPNETCORE_x.tmp")];
        var paper = Path.Combine(settings.Files, new string('a', 64));
        foreach (var path in left.Append(paper))
            File.WriteAllText(path, "giấy tờ");

        using (DataFolder.Share(settings))
            Assert.Equal(0, Leftovers.Remove(settings));
        Assert.All(left, path => Assert.True(File.Exists(path)));
        Assert.Equal(2, Leftovers.Remove(settings));
        Assert.All(left, path => Assert.False(File.Exists(path)));
        Assert.True(File.Exists(paper));
        using var held = DataFolder.Share(settings);
        Assert.NotNull(held);
    }
}
