using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.App.Reception;

namespace MotCua.Web.Pages.Reception;

/// <summary>The reception form as the browser sent it.</summary>
internal static partial class PostedForm
{
    private static readonly HashSet<string> Apart = ["do", "seen", "slips", "reception-unit"];

    /// <summary>Everything typed, by field name.</summary>
    public static TypedForm Typed(IFormCollection form) => new(form.Where(f => Field().IsMatch(f.Key) && !Apart.Contains(f.Key))
        .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray()));

    /// <summary>The files, each with its component. A picker in which nothing was chosen sends a nameless empty part.</summary>
    public static IReadOnlyList<OfferedFile> Files(IFormCollection form) =>
    [
        .. from file in form.Files
           where file.FileName.Length > 0 || file.Length > 0
           let component = AttachFiles.ComponentOf(file.Name)
           where component is not null
           select new OfferedFile(component, file.FileName, file.OpenReadStream),
    ];

    /// <summary>A hidden whole number; null if it is none.</summary>
    public static int? Number(IFormCollection form, string name) =>
        int.TryParse(form[name].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9.\-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
