using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Digitizing;

/// <summary>Takes the data of a paper that the officer confirmed or typed (R-DIG-08, R-DIG-09). What was typed is kept also where it is not whole.</summary>
public sealed class CheckPaper(MotCuaDb db, ScanPlaces places, KeepPapers keep, TimeProvider clock)
{
    /// <summary>The fields, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["type", "title", "number", "notation", "date", "issuer", "owner_name", "owner_id", "abstract", "valid_until", "scope"];

    /// <summary>Saves what is typed; confirms it where it is whole.</summary>
    /// <param name="confirm">False keeps it only.</param>
    /// <returns>Why it was not confirmed; null if it was, or was only to be kept.</returns>
    public async Task<Refusal?> Do(
        Guid id, Guid paperId, IReadOnlyDictionary<string, string> typed, bool confirm, OfficerId officer, CancellationToken cancel = default)
    {
        if (await places.Find(id, officer, cancel) is not { } place
            || await db.Set<ScanPaperRow>().FirstOrDefaultAsync(p => p.Id == paperId && p.DossierId == id, cancel) is not { } paper)
            return ScanPlaces.Unknown;
        // The counter confirms what it received, the agency what it resolved (R-DIG-17).
        if (paper.Component == ScanPlace.Result ? !place.Resolves : !place.Receives)
            return ScanPlaces.Unknown;
        if (paper.Code is not null)
            return new Refusal("digitize.kept", "Giấy tờ này đã cấp mã và lưu kho nên không sửa dữ liệu ở đây được. Hãy số hóa lại nếu có sai sót.");
        paper.Typed = JsonSerializer.Serialize(typed, Json.Stored);
        paper.Version++;
        var (facts, owner, no) = Read(typed, place.Owner);
        no ??= FactsCheck.Of(facts, owner) is { } wrong ? wrong with { Field = FieldOf(wrong.Field) } : null;
        if (confirm && no is null)
            (paper.Facts, paper.Owner, paper.CheckedAt, paper.CheckedBy) =
                (ScanPaperState.Written(facts), ScanPaperState.Written(owner), clock.GetUtcNow(), officer.Value);
        if (await ScanSaves.Crossed(db, cancel) is { } crossed)
            return crossed;
        if (confirm && no is null)
            await keep.Try(paperId, cancel);
        return confirm ? no : null;
    }

    /// <summary>What is typed as data.</summary>
    internal static (DocumentFacts Facts, DocumentOwner Owner, Refusal? No) Read(IReadOnlyDictionary<string, string> typed, Party party)
    {
        Refusal? no = null;
        string? Text(string field) => VietnameseText.Clean(typed.GetValueOrDefault(field));
        DateOnly? Day(string field)
        {
            if (Text(field) is not { } text)
                return null;
            if (DateOnly.TryParseExact(
                text, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            no ??= new Refusal("digitize.day", $"Ngày “{text}” chưa đúng. Hãy nhập như 06/03/2024.", null, field);
            return null;
        }
        var facts = new DocumentFacts(
            Text("type") ?? "", Text("title") ?? "", Text("number"), Text("notation"), Day("date"), Text("issuer"), Text("abstract"), Day("valid_until"),
            Text("scope"));
        var number = Text("owner_id");
        var isParty = number is not null ? number == party.Number : VietnameseText.Fold(Text("owner_name") ?? "") == VietnameseText.Fold(party.Name);
        var kind = number is null ? IdentityKind.None : isParty ? party.IdentityKind : KindOf(number);
        return (facts, new DocumentOwner(kind, number, Text("owner_name") ?? "", isParty ? party.Birth : null), no);
    }

    private static IdentityKind KindOf(string number) => number.Length switch
    {
        12 when number.All(char.IsAsciiDigit) => IdentityKind.CitizenNumber,
        9 when number.All(char.IsAsciiDigit) => IdentityKind.OldNumber,
        10 or 13 or 14 when char.IsAsciiDigit(number[0]) => IdentityKind.TaxCode,
        _ => IdentityKind.Passport,
    };

    private static string? FieldOf(string? property) => property switch
    {
        nameof(DocumentFacts.Type) => "type", nameof(DocumentFacts.Title) => "title", nameof(DocumentFacts.Number) => "number",
        nameof(DocumentFacts.Notation) => "notation", nameof(DocumentFacts.Issuer) => "issuer", nameof(DocumentFacts.Abstract) => "abstract",
        nameof(DocumentFacts.ValidUntil) => "valid_until", nameof(DocumentFacts.Scope) => "scope", nameof(DocumentOwner.Name) => "owner_name",
        _ => property,
    };
}
