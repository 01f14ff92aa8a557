using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.App.Papers.Documents;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;

namespace MotCua.App.Reception;

/// <summary>What taking came to.</summary>
/// <param name="Taken">Names of the components that now stand.</param>
public sealed record TookHeld(IReadOnlyList<string> Taken, IReadOnlyList<Refusal> Refusals);

/// <summary>Takes documents of the owner's repository into an attempt, by reference: no bytes are copied, and the row names where they come from
/// (R-REPO-04).</summary>
public sealed class TakeHeld(MotCuaDb db, ReferenceCache references, Attempts attempts, IFileStore files, TimeProvider clock)
{
    private static readonly Refusal NotTheirs = new("reuse.owner",
        "Giấy tờ này không thuộc chủ hồ sơ nên không dùng được. Hãy kiểm tra số định danh của chủ hồ sơ.", "NĐ 45/2020/NĐ-CP Đ.16");

    private static readonly Refusal Nothing = new("reuse.nothing", "Trong kho không còn giấy tờ nào dùng được cho hồ sơ này. Hãy nhận giấy tờ từ người nộp.");

    private static readonly Refusal Gone = new("reuse.gone", "Chưa mở được bản lưu của giấy tờ này trong kho. Hãy nhận giấy tờ từ người nộp và báo quản trị.");

    /// <summary>Takes one document, or all that may be taken.</summary>
    /// <param name="document">Which; null for all.</param>
    public async Task<TookHeld> Do(Guid id, Guid? document, OfficerId officer, CancellationToken cancel = default)
    {
        if (await attempts.Find(id, officer, cancel) is not { } attempt)
            return new TookHeld([], [Attempts.Unknown]);
        if (!Attempts.IsOpen(attempt.State))
            return new TookHeld([], [Attempts.Ended(attempt.State)]);
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var procedure = await references.Procedure(db, attempt.Procedure, today, cancel)
            ?? await references.Procedure(db, attempt.Procedure, attempt.ProcedureVersion, cancel);
        var typed = TypedForm.FromJson(attempt.Typed);
        var form = ReceptionForm.Read(typed, procedure, new AgencyId(attempt.UnitId), attempt.Files, reference, today);
        var offers = await HeldOffers.Of(db, form, reference, today, cancel);
        var wanted = document is { } one ? offers.All.Where(o => o.Document.Id == one).Take(1).ToList() : [.. offers.Free];
        if (wanted.Count == 0)
            return new TookHeld([], [document is null ? Nothing : NotTheirs]);
        var refusals = wanted.Select(o => o.Why).OfType<Refusal>().ToList();
        var taken = new List<string>();
        foreach (var offer in wanted.Where(o => o.Why is null))
            if (await Take(id, offer, officer, cancel) is { } no)
                refusals.Add(no);
            else
            {
                taken.Add(offer.Paper.Name);
                typed = typed.With(Says(offer.Paper.Code));
            }
        if (taken.Count > 0)
            await attempts.Save(id, typed, [], null, officer, cancel);
        return new TookHeld(taken, refusals);
    }

    private async Task<Refusal?> Take(Guid id, HeldOffer offer, OfficerId officer, CancellationToken cancel)
    {
        var document = offer.Document;
        long size;
        await using (var bytes = files.Open(document.Digest))
        {
            if (bytes is null)
                return Gone;
            size = bytes.Length;
        }
        // The same bytes that somebody uploaded by hand give way to the document.
        if (offer.SameFile is { } same)
            await attempts.Remove(id, same, officer, cancel);
        return await attempts.Attach(id, [new AttemptFileRow
        {
            Component = offer.Paper.Code, Digest = document.Digest, FileName = FileName(document), MediaType = document.MediaType, Size = size,
            DocumentId = document.Id,
        }], officer, cancel);
    }

    /// <summary>What a component says that comes from the repository: an electronic paper that passes.</summary>
    private static (string, string)[] Says(string component) =>
    [
        ($"paper.{component}.form", nameof(PaperForm.Electronic)), ($"paper.{component}.count", "1"), ($"paper.{component}.passes", "yes"),
        ($"paper.{component}.give-back", ""), ($"paper.{component}.reason", ""), ($"paper.{component}.note", ""),
    ];

    private static string FileName(HeldDocumentRow document)
    {
        var name = new string([.. document.Title.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',')]);
        return $"{(name.Length > 80 ? name[..80] : name).Trim()}.{(document.MediaType == "application/pdf" ? "pdf" : document.MediaType.Split('/')[^1])}";
    }
}
