using System.Text;
using MotCua.Web.Configuration;

namespace MotCua.Web.Tests.Host;

/// <summary>Writes docs/CONFIGURATION.md out of the table of keys.</summary>
public static class ConfigurationManual
{
    public static string Text()
    {
        var defaults = new MotCuaSettings();
        var text = new StringBuilder("""
            # Configuration

            Written by `./test --write` from `src/MotCua.Web/Configuration/SettingKeys.cs`. `./run config` prints the same with the values in force.

            A value comes from, in this order: the option of the command line (`--data`, `--db`, `--urls`, `--demo`), the variable `MOTCUA_…`,
            `motcua.json` in the data folder, the default. A key that is not listed here, or a value that is not accepted, stops the start with
            one sentence. Nothing of law is configured here: limits, fees, holidays, forms and code patterns are dated rows of the database.

            ```json
            {
              "systemName": "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh …",
              "sessionMinutes": 30,
              "proxies": ["10.0.0.5"]
            }
            ```

            | key | variable | meaning | accepted | default |
            |---|---|---|---|---|

            """);
        foreach (var key in SettingKeys.All)
            text.Append($"| {(key.InFile ? $"`{key.Name}`" : "– (`--data`)")} | `{key.Variable}` "
                + $"| {key.Meaning} | {key.Accepts} | {Default(key, defaults)} |\n");
        return text.Replace("\r", "").ToString();
    }

    private static string Default(SettingKey key, MotCuaSettings defaults) =>
        key.Name == "data" ? "`var/` in the project" : key.Read(defaults) is { Length: > 0 } value ? $"`{value}`" : "–";
}
