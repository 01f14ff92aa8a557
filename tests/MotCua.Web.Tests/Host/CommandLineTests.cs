using MotCua.Web.Verbs;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class CommandLineTests
{
    private static CommandLine Read(params string[] words) => CommandLine.Read(words, VerbTable.All);

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    [InlineData("--demo")]
    [InlineData("--data x")]
    [InlineData("--demo --urls http://localhost:1")]
    public void No_verb_means_serve(string line)
    {
        var read = Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Null(read.Wrong);
        Assert.Equal("serve", read.Verb?.Name);
    }

    [Theory]
    [InlineData("backup a.tar.gz --data d --json")]
    [InlineData("--data d --json backup a.tar.gz")]
    [InlineData("backup --json a.tar.gz --data=d")]
    [InlineData("--json backup --data d -- a.tar.gz")]
    public void Options_stand_before_or_after_the_arguments(string line)
    {
        var read = Read(line.Split(' '));
        Assert.Null(read.Wrong);
        Assert.Equal("backup", read.Verb?.Name);
        Assert.Equal(["a.tar.gz"], read.Arguments);
        Assert.Equal(["d"], read.Options["data"]);
        Assert.True(read.Options.ContainsKey("json"));
    }

    [Fact]
    public void Two_dashes_end_the_options()
    {
        var read = Read("backup", "--", "--json");
        Assert.Equal(["--json"], read.Arguments);
        Assert.Empty(read.Options);
    }

    [Fact]
    public void A_single_dash_is_an_argument_like_any_other() => Assert.Equal(["-"], Read("backup", "-").Arguments);

    [Theory]
    [InlineData("seed --demo 20", "20")]
    [InlineData("--demo 20 seed", "20")]
    [InlineData("--demo=20 seed", "20")]
    [InlineData("--demo serve", "")]
    [InlineData("serve --demo", "")]
    public void An_option_takes_a_value_only_where_its_verb_says_so(string line, string value)
    {
        var read = Read(line.Split(' '));
        Assert.Null(read.Wrong);
        Assert.Equal([value], read.Options["demo"]);
    }

    [Theory]
    [InlineData("bakup x", "“bakup”", "“backup”")]
    [InlineData("serve --url=x", "“--url”", "“--urls”")]
    [InlineData("serve -x", "“-x”", "")]
    [InlineData("backup", "ít nhất 1", "backup FILE")]
    [InlineData("backup a b", "“b”", "backup FILE")]
    [InlineData("backup a --data", "--data", "DIR")]
    [InlineData("backup a --data b --data c", "--data", "một lần")]
    [InlineData("backup a --json=yes", "--json", "không nhận giá trị")]
    public async Task Wrong_use_is_told_in_one_sentence_and_ends_with_2(string line, string names, string helps)
    {
        var spoken = new Spoken();
        Assert.Equal(2, await spoken.Run(line.Split(' ')));
        var told = spoken.Error.ToString().TrimEnd().Split('\n');
        Assert.Equal(2, told.Length);
        Assert.Contains(names, told[0]);
        Assert.Contains(helps, string.Join(' ', told));
        Assert.StartsWith("Cách dùng: ", told[1]);
        Assert.Empty(spoken.Out.ToString());
    }

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("help"));
        Assert.All(VerbTable.All, v => Assert.Contains(v.Usage, spoken.Out.ToString()));
        Assert.Empty(spoken.Error.ToString());
    }

    [Theory]
    [InlineData("backup --help")]
    [InlineData("help backup")]
    [InlineData("backup -h")]
    public async Task Help_on_a_verb_says_how_it_is_written(string line)
    {
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run(line.Split(' ')));
        Assert.Contains("backup FILE", spoken.Out.ToString());
        Assert.DoesNotContain("restore FILE", spoken.Out.ToString());
    }

    [Fact]
    public void Names_of_verbs_and_their_options_are_distinct() => Assert.All(VerbTable.All, verb =>
    {
        Assert.Single(VerbTable.All, v => v.Name == verb.Name);
        Assert.Distinct(verb.Options.Concat(VerbOption.Common).Select(o => o.Name));
        Assert.StartsWith(verb.Name, verb.Usage);
    });
}
