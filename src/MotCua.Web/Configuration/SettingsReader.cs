using System.Text.Json;
using MotCua.Domain.Law;

namespace MotCua.Web.Configuration;

/// <summary>What was read: the settings and where each value came from, or the refusal.</summary>
/// <param name="Settings">The settings; the defaults where something was refused.</param>
/// <param name="Sources">Key → "option", "environment" or "file"; a key that is absent has its default.</param>
/// <param name="Refused">Why the settings cannot be used; null when they can.</param>
public sealed record SettingsReading(MotCuaSettings Settings, IReadOnlyDictionary<string, string> Sources, Refusal? Refused);

/// <summary>Reads settings: an option of the command line wins over MOTCUA_*, that over motcua.json, that over the default.</summary>
public static class SettingsReader
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "motcua.json";

    private const string Folder = "data";
    private const string Prefix = "MOTCUA_";
    private const string TestPrefix = "MOTCUA_TEST_";

    /// <summary>Reads all sources; never throws for what a person wrote.</summary>
    /// <param name="options">Key → value as given on the command line.</param>
    /// <param name="environment">The variables of the process.</param>
    public static SettingsReading Read(IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> environment)
    {
        var reading = new Reading();
        reading.TakeVariables(environment, k => k.Name == Folder);
        reading.TakeOptions(options, name => name == Folder);
        reading.TakeFile();
        reading.TakeVariables(environment, k => k.Name != Folder);
        reading.TakeOptions(options, name => name != Folder);
        return new(reading.Refused is null ? reading.Settings : new MotCuaSettings(), reading.Sources, reading.Refused);
    }

    /// <summary>The variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);

    private sealed class Reading
    {
        public MotCuaSettings Settings { get; private set; } = new();

        public Dictionary<string, string> Sources { get; } = [];

        public Refusal? Refused { get; private set; }

        public void TakeOptions(IReadOnlyDictionary<string, string> options, Func<string, bool> wanted)
        {
            foreach (var (name, value) in options.Where(o => wanted(o.Key)))
                Set(SettingKeys.Find(name), name, value, "option", $"tùy chọn --{name}");
        }

        public void TakeVariables(IReadOnlyDictionary<string, string> environment, Func<SettingKey, bool> wanted)
        {
            foreach (var (name, value) in environment.Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                if (name.StartsWith(TestPrefix, StringComparison.Ordinal))
                    continue;
                var key = SettingKeys.All.FirstOrDefault(k => k.Variable == name);
                if (key is null || wanted(key))
                    Set(key, name, value, "environment", $"biến môi trường {name}");
            }
        }

        public void TakeFile()
        {
            if (Refused is not null || !System.IO.File.Exists(Settings.File))
                return;
            var (values, why) = SettingsFile.Parse(Settings.File);
            Refused = why;
            foreach (var (name, value) in values)
                Set(SettingKeys.All.FirstOrDefault(k => k.Name == name && k.InFile), name, value, "file", $"khóa “{name}” trong {Settings.File}");
        }

        private void Set(SettingKey? key, string name, string value, string source, string place)
        {
            if (Refused is not null)
                return;
            if (key is null)
                Refused = Unknown(name, source, place);
            else if (key.Write(Settings, value) is { } settings)
                (Settings, Sources[key.Name]) = (settings, source);
            else
                Refused = new("settings.bad-value", $"Giá trị của {place} không dùng được; hãy ghi {key.Accepts}.", Field: key.Name);
        }

        private static Refusal Unknown(string name, string source, string place)
        {
            var known = source == "environment"
                ? SettingKeys.All.Select(k => k.Variable)
                : SettingKeys.All.Where(k => k.InFile || source == "option").Select(k => k.Name);
            return new("settings.unknown-key",
                $"Không có cấu hình nào tên như {place}; tên gần nhất là “{Nearest.Of(name, known)}”, lệnh config liệt kê tất cả.", Field: name);
        }
    }
}
