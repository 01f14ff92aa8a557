namespace MotCua.Web.Configuration;

/// <summary>What a value may be.</summary>
public enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Text that is never printed in full.</summary>
    Secret,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>yes or no.</summary>
    YesNo,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Several texts, separated by ";" (in the file also a JSON array).</summary>
    List,
}

/// <summary>One key of motcua.json, the same as one variable MOTCUA_*.</summary>
/// <param name="Name">As in the file: "sessionMinutes".</param>
/// <param name="Kind">What the value may be.</param>
/// <param name="Meaning">What it does, in Vietnamese, for the person who runs the system.</param>
/// <param name="Read">The value in force, as text; empty where none is set.</param>
/// <param name="Write">The settings with this value; null when the value is not acceptable.</param>
/// <param name="Accepts">What is acceptable, in Vietnamese, for the refusal and the manual.</param>
public sealed record SettingKey(
    string Name,
    SettingKind Kind,
    string Meaning,
    Func<MotCuaSettings, string> Read,
    Func<MotCuaSettings, string, MotCuaSettings?> Write,
    string Accepts)
{
    /// <summary>False where the key makes sense only outside the file (the folder of the file itself).</summary>
    public bool InFile { get; init; } = true;

    /// <summary>The variable: MOTCUA_SESSION_MINUTES.</summary>
    public string Variable { get; } = "MOTCUA_" + string.Concat(Name.Select(Upper));

    /// <summary>The value in force, fit for a screen: a secret shows only that it is set.</summary>
    public string Shown(MotCuaSettings settings) =>
        Kind == SettingKind.Secret && Read(settings).Length > 0 ? "(đã đặt)" : Read(settings);

    private static string Upper(char letter) => char.IsUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString();
}
