namespace MotCua.Web.Watch;

/// <summary>A form that the machine failed to take, to be sent again as it was.</summary>
/// <param name="Target">Path and query that it was sent to.</param>
/// <param name="Fields">Everything to be sent again, hidden.</param>
/// <param name="Typed">What people recognise of it: name and value.</param>
/// <param name="Files">Its files, which need not be chosen again.</param>
/// <param name="Lost">Files that could not be held and must be chosen again.</param>
public sealed record UntakenForm(
    string Target, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<(string Name, string Value)> Typed, IReadOnlyList<string> Files,
    IReadOnlyList<string> Lost);

/// <summary>Finds the form of a request that failed, without the database.</summary>
public interface IUntakenForms
{
    /// <summary>The form of the request; null where it brought none that may be shown again.</summary>
    Task<UntakenForm?> Of(HttpContext http);
}
