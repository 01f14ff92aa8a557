using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>A serif font family in four styles with every letter of Vietnamese, Ê Đê, Gia Rai and M'Nông.</summary>
internal sealed class SerifFamily
{
    // NĐ 30/2020/NĐ-CP, Phụ lục I asks for Times New Roman: Tinos and Liberation Serif have its widths.
    // Old editions of Liberation Serif (1.x, Debian 12) have no Vietnamese and are passed over.
    private static readonly string[][] Names =
    [
        ["Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"],
        ["LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"],
        ["times", "timesbd", "timesi", "timesbi"],
        ["NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic"],
        ["DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"],
    ];

    private const string Letters =
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
        + "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
        + "ČčĔĕĬĭŎŏŬŭÑñƀɃ\u0306" + "0123456789 \u00A0.,:;/()-–—…'’“”%&@+";

    private readonly FontFace[] faces;

    private SerifFamily(FontFace[] faces) => this.faces = faces;

    /// <summary>The face of a style.</summary>
    public FontFace this[FontStyle style] => faces[(int)style];

    /// <summary>The first complete family of the folders: a family earlier in the list wins over a folder earlier in the list,
    /// except that the first folder (the application's own) is asked for every family before the system is.</summary>
    /// <exception cref="NoFontException">None is complete.</exception>
    public static SerifFamily Find(IReadOnlyList<string> folders)
    {
        var own = Files(folders.Take(1));
        var system = Files(folders.Skip(1));
        foreach (var files in new[] { own, system })
            foreach (var names in Names)
                if (Load(names, files) is { } family)
                    return family;
        throw new NoFontException(folders);
    }

    /// <summary>"Fonts" beside the application, then the system's folders that are there.</summary>
    public static IReadOnlyList<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var system = Environment.GetFolderPath(Environment.SpecialFolder.Fonts, Environment.SpecialFolderOption.DoNotVerify);
        string[] folders =
        [
            Path.Combine(AppContext.BaseDirectory, "Fonts"), "/usr/local/share/fonts", "/usr/share/fonts",
            Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"), system, "/Library/Fonts", "/System/Library/Fonts",
        ];
        return [.. folders.Where((f, i) => f.Length > 0 && (i == 0 || Directory.Exists(f))).Distinct()];
    }

    private static SerifFamily? Load(string[] names, Dictionary<string, string> files)
    {
        var faces = new FontFace[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (!files.TryGetValue(names[i], out var path))
                return null;
            var bytes = File.ReadAllBytes(path);
            if (TrueTypeFile.TryRead(bytes) is not { } file)
                return null;
            faces[i] = new(path, bytes, file);
            if (Letters.Any(l => !faces[i].Has(l)))
                return null;
        }
        return new(faces);
    }

    /// <summary>Path by file name without ".ttf"; the first in ordinal order of paths where a name stands twice.</summary>
    private static Dictionary<string, string> Files(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in folders.Where(Directory.Exists))
            foreach (var path in Directory.EnumerateFiles(folder, "*.ttf", options).Order(StringComparer.Ordinal))
                found.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return found;
    }
}
