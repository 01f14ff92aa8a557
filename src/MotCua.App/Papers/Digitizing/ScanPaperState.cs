using System.Text.Json;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Papers.Digitizing;

/// <summary>Reads a paper of the line out of its rows.</summary>
public static class ScanPaperState
{
    /// <summary>The paper as the domain sees it: every step that its row says is done has gone the way of the line.</summary>
    /// <param name="pages">Its pages, with the digest of the file that each came in.</param>
    /// <exception cref="InvalidOperationException">The row leaves a step out.</exception>
    public static DigitizedPaper Of(ScanPaperRow row, IEnumerable<(ScanPageRow Page, string Source)> pages)
    {
        var laid = pages.OrderBy(p => p.Page.Place).Select(p => new LaidPage(p.Source, p.Page.Number, p.Page.Picture, p.Page.Quarters, p.Page.Again)).ToList();
        var paper = new DigitizedPaper(row.Id, laid, row.Sides);
        if (row.Signed is not { } signed)
            return paper;
        paper = Done(paper.Sign(new SignedCopy(signed, row.SignedPages, row.SignedAt!.Value, row.Serial ?? "")));
        if (row.CheckedAt is null)
            return paper;
        paper = Done(paper.Extract(Facts(row)!, Owner(row)!));
        if (row.Code is not { } code)
            return paper;
        paper = Done(paper.GiveCode(code));
        return row.KeptAt is null ? paper : Done(paper.Keep(row.Id));
    }

    /// <summary>The data confirmed; null where it is not.</summary>
    public static DocumentFacts? Facts(ScanPaperRow row) => row.Facts is { } facts ? JsonSerializer.Deserialize<DocumentFacts>(facts, Json.Stored) : null;

    /// <summary>The owner confirmed; null where he is not.</summary>
    public static DocumentOwner? Owner(ScanPaperRow row) => row.Owner is { } owner ? JsonSerializer.Deserialize<DocumentOwner>(owner, Json.Stored) : null;

    /// <summary>As it is stored.</summary>
    public static string Written<T>(T value) => JsonSerializer.Serialize(value, Json.Stored);

    private static DigitizedPaper Done((DigitizedPaper Paper, Domain.Law.Refusal? No) step) =>
        step.No is { } no ? throw new InvalidOperationException($"The paper's row leaves a step out: {no.Code}") : step.Paper;
}
