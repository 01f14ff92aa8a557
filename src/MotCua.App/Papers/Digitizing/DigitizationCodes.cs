using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Papers.Digitizing;

/// <summary>The two codes of a digitized paper.</summary>
/// <param name="Result">Digitization-result code (R-DIG-10).</param>
/// <param name="Document">Code of the document in the archive's order (R-DIG-23).</param>
public sealed record PaperCodes(string Result, string Document);

/// <summary>Gives the codes of digitized papers from numbers without gaps.</summary>
public static class DigitizationCodes
{
    /// <summary>Draws a number in the caller's transaction and writes both codes.</summary>
    public static async Task<PaperCodes> Draw(
        MotCuaDb db, ReferenceData reference, Agency agency, DocumentOwner owner, string type, DateOnly day, CancellationToken cancel) =>
        Of(reference, agency, owner, type, day, await Numbers.Draw(db, KeepDigitized.Series(day), cancel));

    /// <summary>Both codes with a number that was drawn.</summary>
    public static PaperCodes Of(ReferenceData reference, Agency agency, DocumentOwner owner, string type, DateOnly day, long n)
    {
        var scopes = RuleScopes.Of(reference.Agencies, agency.Id);
        return new PaperCodes(
            DigitizationCode.Format(reference.Rules.Text("digitize.code", day, scopes), owner.Number, type, agency.Code, day, n),
            DigitizationCode.Format(reference.Rules.Text("digitize.doc-code", day, scopes), owner.Number, type, agency.Code, day, n));
    }
}
