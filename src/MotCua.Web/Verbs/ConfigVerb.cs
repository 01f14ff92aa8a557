using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Prints every setting with its meaning and the value in force.</summary>
public sealed class ConfigVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "config";

    /// <inheritdoc/>
    public string Usage => "config";

    /// <inheritdoc/>
    public string Does => "in mọi khóa cấu hình, ý nghĩa và giá trị đang dùng";

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop)
    {
        line.Say($"Tệp cấu hình: {line.Settings.File}{(File.Exists(line.Settings.File) ? "" : " (chưa có)")}");
        foreach (var key in SettingKeys.All)
        {
            var shown = key.Shown(line.Settings);
            line.Say($"\n{key.Name} = {(shown.Length > 0 ? shown : "(trống)")}   [{Source(line, key)}; biến {key.Variable}]");
            line.Say($"    {key.Meaning}; nhận {key.Accepts}.");
        }
        var defaults = new MotCuaSettings();
        line.Print(SettingKeys.All.Select(k => new
        {
            k.Name,
            k.Variable,
            k.Meaning,
            k.Accepts,
            Default = k.Shown(defaults),
            Value = k.Shown(line.Settings),
            Source = line.Reading.Sources.GetValueOrDefault(k.Name, "default"),
        }));
        return Task.FromResult(line.Reading.Refused is { } refused ? line.Refuse(refused.Sentence) : 0);
    }

    private static string Source(VerbLine line, SettingKey key) => line.Reading.Sources.GetValueOrDefault(key.Name) switch
    {
        "option" => "từ dòng lệnh",
        "environment" => "từ biến môi trường",
        "file" => "từ tệp",
        _ => "mặc định",
    };
}
