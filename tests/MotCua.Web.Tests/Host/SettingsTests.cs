using System.Text.Json;
using MotCua.Testing;
using MotCua.Web.Configuration;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class SettingsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SettingsReading Read(string? file = null, Dictionary<string, string>? environment = null, params (string, string)[] options)
    {
        if (file is not null)
            File.WriteAllText(_folder[SettingsReader.FileName], file);
        var given = options.ToDictionary(o => o.Item1, o => o.Item2);
        given["data"] = _folder.Path;
        return SettingsReader.Read(given, environment ?? []);
    }

    [Fact]
    public void Without_anything_the_defaults_hold()
    {
        var reading = Read();
        Assert.Null(reading.Refused);
        Assert.Equal(new MotCuaSettings { Data = _folder.Path }, reading.Settings with { Proxies = new MotCuaSettings().Proxies });
        Assert.True(reading.Settings.Embedded);
        Assert.True(reading.Settings.Demonstration);
    }

    [Fact]
    public void An_option_wins_over_a_variable_and_that_over_the_file()
    {
        const string file = """{ "sessionMinutes": 20, "requestLimitMb": 20, "connections": 20 } // tệp""";
        var reading = Read(file, new() { ["MOTCUA_REQUEST_LIMIT_MB"] = "30", ["MOTCUA_URLS"] = "http://localhost:1" }, ("urls", "http://localhost:2"));
        Assert.Null(reading.Refused);
        Assert.Equal((20, 30, "http://localhost:2"), (reading.Settings.SessionMinutes, reading.Settings.RequestLimitMb, reading.Settings.Urls));
        Assert.Equal("file", reading.Sources["connections"]);
        Assert.Equal("environment", reading.Sources["requestLimitMb"]);
        Assert.Equal("option", reading.Sources["urls"]);
    }

    [Theory]
    [InlineData("""{ "sesionMinutes": 20 }""", "sesionMinutes", "“sessionMinutes”")]
    [InlineData("""{ "holidays": [] }""", "holidays", "config")]
    [InlineData("""{ "data": "/x" }""", "data", "config")]
    [InlineData("""{ "sessionMinutes": 2 }""", "sessionMinutes", "từ 5 đến 1440")]
    [InlineData("""{ "sessionMinutes": "nhiều" }""", "sessionMinutes", "từ 5 đến 1440")]
    [InlineData("""{ "sessionMinutes": { "a": 1 } }""", "sessionMinutes", "số")]
    [InlineData("""{ "demo": "maybe" }""", "demo", "auto, on hoặc off")]
    [InlineData("""{ "db": "not a connection" }""", "db", "Host=")]
    [InlineData("""{ "urls": "localhost" }""", "urls", "http://")]
    [InlineData("""{ "proxies": ["10.0.0.1", "proxy"] }""", "proxies", "IP")]
    [InlineData("""{ "systemName": " " }""", "systemName", "120")]
    [InlineData("""{ "demo": "on", "demo": "off" }""", "motcua.json", "JSON")]
    [InlineData("{\n \"demo\": \n", "motcua.json", "dòng 3")]
    [InlineData("[]", "motcua.json", "đối tượng")]
    public void What_cannot_be_used_is_refused_in_one_sentence(string file, string names, string helps)
    {
        var sentence = Read(file).Refused?.Sentence;
        Assert.NotNull(sentence);
        Assert.Contains(names, sentence);
        Assert.Contains(helps, sentence);
        Assert.EndsWith(".", sentence);
    }

    [Fact]
    public void An_unknown_variable_is_refused_with_the_nearest_one()
    {
        var refused = Read(environment: new() { ["MOTCUA_SYSTEMNAME"] = "x" }).Refused;
        Assert.Equal("settings.unknown-key", refused?.Code);
        Assert.Contains("“MOTCUA_SYSTEM_NAME”", refused?.Sentence);
    }

    [Fact]
    public void Variables_of_the_tests_and_of_others_are_let_be() =>
        Assert.Null(Read(environment: new() { ["MOTCUA_TEST_DB"] = "x", ["PATH"] = "/bin" }).Refused);

    [Fact]
    public void A_list_may_be_an_array_and_a_switch_a_truth_value()
    {
        var settings = Read("""{ "proxies": ["10.0.0.1", "::1"], "logExceptionText": true, "db": null, }""").Settings;
        Assert.Equal(["10.0.0.1", "::1"], settings.Proxies);
        Assert.True(settings.LogExceptionText);
        Assert.True(settings.Embedded);
    }

    [Fact]
    public void On_PostgreSQL_there_is_no_demonstration_unless_asked_for()
    {
        const string db = "Host=localhost;Database=motcua";
        Assert.False(Read(options: ("db", db)).Settings.Demonstration);
        Assert.True(Read(options: [("db", db), ("demo", "on")]).Settings.Demonstration);
        Assert.False(Read("""{ "demo": "off" }""").Settings.Demonstration);
    }

    [Fact]
    public void Every_key_reads_back_what_it_writes() => Assert.All(SettingKeys.All, key =>
    {
        var settings = new MotCuaSettings();
        Assert.NotNull(key.Write(settings, key.Read(settings)));
        Assert.Equal(key.Read(settings), key.Read(key.Write(settings, key.Read(settings))!));
        Assert.Matches("^MOTCUA_[A-Z0-9]+(_[A-Z0-9]+)*$", key.Variable);
    });

    [Fact]
    public async Task Config_prints_every_key_and_no_password()
    {
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("config", "--data", _folder.Path, "--db", "Host=h;Password=quỳnh"));
        Assert.All(SettingKeys.All, k => Assert.Contains(k.Meaning, spoken.Out.ToString()));
        Assert.DoesNotContain("quỳnh", spoken.Out.ToString());
        var json = new Spoken();
        Assert.Equal(0, await json.Run("config", "--json", "--data", _folder.Path));
        var told = JsonDocument.Parse(json.Out.ToString()).RootElement.EnumerateArray().Select(k => k.GetProperty("name").GetString());
        Assert.Equal(SettingKeys.All.Select(k => k.Name), told);
    }

    [Fact]
    public async Task Config_still_lists_the_keys_where_the_file_is_refused()
    {
        await File.WriteAllTextAsync(_folder[SettingsReader.FileName], """{ "sesion": 1 }""", TestContext.Current.CancellationToken);
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("config", "--data", _folder.Path));
        Assert.Contains("sessionMinutes", spoken.Out.ToString());
        Assert.Contains("“sesion”", spoken.Error.ToString());
        Assert.Equal(1, await new Spoken().Run("clean", "--data", _folder.Path));
    }

    [Fact]
    public void The_manual_of_the_keys_is_up_to_date()
    {
        var path = Path.Combine(ProductFolder.Root, "docs", "CONFIGURATION.md");
        var made = ConfigurationManual.Text();
        if (Tool.Write)
            File.WriteAllText(path, made);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == made, "docs/CONFIGURATION.md differs from the keys; run ./test --write");
    }
}
