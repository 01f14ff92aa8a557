using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Privacy;

/// <summary>What was done to the data of a person at his request.</summary>
[Term("việc chỉnh sửa, xóa dữ liệu cá nhân", Law = "Luật 91/2025/QH15 (chưa đọc toàn văn)")]
public enum PartyChange
{
    /// <summary>Put right.</summary>
    [Term("chỉnh sửa dữ liệu cá nhân")] Corrected,
    /// <summary>Erased.</summary>
    [Term("xóa dữ liệu cá nhân")] Erased,
}

/// <summary>That the data of a person was changed: who, when, on what ground, which fields; never what they held.</summary>
[NoTerm("the record of a PartyChange")]
public sealed class PartyChangeRow
{
    /// <summary>Row number.</summary>
    public long Id { get; set; }
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>The person in it.</summary>
    public Guid PartyId { get; set; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who.</summary>
    public int OfficerId { get; set; }
    /// <summary>What.</summary>
    public PartyChange Change { get; set; }
    /// <summary>The request: number and day.</summary>
    public required string Basis { get; set; }
    /// <summary>Names of the fields.</summary>
    public required string Fields { get; set; }
}

/// <summary>Corrects or erases the data of a person in one dossier at his request. The log of the dossier holds no data of persons, so it stays
/// whole.</summary>
public sealed class CorrectParty(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    /// <summary>The longest ground that is kept.</summary>
    public const int LongestBasis = 500;

    private static readonly Refusal NotYours = new("party.duty",
        "Chỉ người phụ trách Bộ phận Một cửa nơi tiếp nhận hồ sơ được sửa hoặc xóa dữ liệu cá nhân. Hãy chuyển yêu cầu cho người đó.");

    private static readonly Refusal NoBasis = new("party.basis",
        "Chưa ghi căn cứ. Hãy ghi số, ngày của yêu cầu và người yêu cầu là chủ thể dữ liệu hay người đại diện.", null, "Basis");

    private static readonly Refusal TooLong = new("party.basis.long", $"Căn cứ dài quá {LongestBasis} ký tự. Hãy viết ngắn lại.", null, "Basis");

    private static readonly Refusal StillOpen = new("party.open",
        "Hồ sơ chưa giải quyết xong nên chưa xóa được dữ liệu của người nộp. Hãy chờ hồ sơ kết thúc, hoặc chỉ chỉnh sửa phần sai.");

    /// <summary>Whether an officer may do so in a dossier.</summary>
    public static bool May(DossierView view) => view.Now.By.Officer is { } officer
        && view.Now.Holds(officer, Duty.HeadOneStop, view.Dossier.Case.Reception);

    /// <summary>Puts the data of a person right.</summary>
    /// <param name="basis">The request.</param>
    /// <returns>Why not; empty when it is done.</returns>
    public async Task<IReadOnlyList<Refusal>> Correct(DossierView view, Guid party, Party right, string basis, CancellationToken cancel = default)
    {
        if (Cannot(view, party, basis) is { } no)
            return [no];
        var reference = await references.Get(db, cancel);
        right = right.Tidy();
        var check = Party.Check(right, view.Now.Today, reference.Provinces);
        if (check.Refusals.Count > 0)
            return check.Refusals;
        var row = await db.Set<PartyRow>().FirstAsync(p => p.Id == party, cancel);
        var before = row.ToParty();
        if (right.Address != before.Address)
            right = right with { Residence = TypedAddress.Of(right.Address, reference, view.Dossier.Case.Reception, view.Now.Today).Residence };
        Put(row, right);
        await Save(view, row, PartyChange.Corrected, basis, string.Join(", ", Changed(before, right)), cancel);
        return [];
    }

    /// <summary>Erases the data of a person in a dossier that is closed, also where it was typed before the reception.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<Refusal?> Erase(DossierView view, Guid party, string basis, CancellationToken cancel = default)
    {
        if ((Cannot(view, party, basis) ?? (view.Dossier.IsClosed ? null : StillOpen)) is { } no)
            return no;
        var row = await db.Set<PartyRow>().FirstAsync(p => p.Id == party, cancel);
        Put(row, row.ToParty() with
        {
            Name = "", Number = null, NoNumberReason = "đã xóa theo yêu cầu", Nationality = null, Birth = null, BirthYear = null, Sex = null,
            Address = "", Phone = null, Email = null, Residence = null,
        });
        row.Authorisation = null;
        var dossier = view.Dossier.Id.Value;
        foreach (var text in await db.Set<TextRow>().Where(t => t.DossierId == dossier && t.Kind == "return-address").ToListAsync(cancel))
            text.Body = null;
        // The dossier is closed: no process asks for what was declared any more.
        foreach (var declared in await db.Set<DossierDeclaredRow>().Where(d => d.DossierId == dossier).ToListAsync(cancel))
            declared.Value = null;
        foreach (var attempt in await db.Set<AttemptRow>().Include(a => a.Slips).Where(a => a.DossierId == dossier).ToListAsync(cancel))
        {
            (attempt.Typed, attempt.OwnerName, attempt.OwnerKey) = (TypedForm.Empty.ToJson(), null, null);
            attempt.Version++;
            foreach (var slip in attempt.Slips)
                (slip.Text, slip.Printed) = ("", "");
        }
        await Save(view, row, PartyChange.Erased, basis, "tất cả", cancel);
        return null;
    }

    /// <summary>What was done in a dossier, latest first.</summary>
    public async Task<IReadOnlyList<PartyChangeRow>> Of(Guid dossier, CancellationToken cancel = default) =>
        await db.Set<PartyChangeRow>().AsNoTracking().Where(c => c.DossierId == dossier).OrderByDescending(c => c.Id).ToListAsync(cancel);

    private static Refusal? Cannot(DossierView view, Guid party, string basis) =>
        !May(view) || view.Parties.All(p => p.Id != party) ? NotYours
        : string.IsNullOrWhiteSpace(basis) ? NoBasis
        : basis.Length > LongestBasis ? TooLong
        : null;

    private async Task Save(DossierView view, PartyRow row, PartyChange change, string basis, string fields, CancellationToken cancel)
    {
        db.Add(new PartyChangeRow
        {
            DossierId = row.DossierId, PartyId = row.Id, At = clock.GetUtcNow(), OfficerId = view.Now.By.Officer!.Value.Value, Change = change,
            Basis = basis.Trim(), Fields = fields,
        });
        var parties = await db.Set<PartyRow>().Where(p => p.DossierId == row.DossierId).ToListAsync(cancel);
        var (owner, submitter) = (parties.First(p => p.Id == view.Dossier.Case.Owner.Value), parties.First(p => p.Id == view.Dossier.Case.Submitter.Value));
        var search = await db.Set<DossierSearchRow>().FirstAsync(s => s.DossierId == row.DossierId, cancel);
        search.OwnerName = owner.Name.Length > 0 ? owner.Name : "(đã xóa)";
        search.SortKey = owner.ToParty().SortKey;
        search.Folded = VietnameseText.Fold(
            $"{view.Dossier.Case.Code.Value} {owner.Name} {submitter.Name} {view.Dossier.Case.Procedure} {view.Now.Procedure.Name}");
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static void Put(PartyRow row, Party p)
    {
        (row.Name, row.IdentityKind, row.Number, row.NoNumberReason, row.Nationality) = (p.Name, p.IdentityKind, p.Number, p.NoNumberReason, p.Nationality);
        (row.Birth, row.BirthYear, row.Sex, row.Address, row.Phone, row.Email) = (p.Birth, p.BirthYear, p.Sex, p.Address, p.Phone, p.Email);
        row.Place(p.Residence);
    }

    private static IEnumerable<string> Changed(Party a, Party b)
    {
        if (a.Name != b.Name)
            yield return "họ và tên";
        if (a.Number != b.Number || a.IdentityKind != b.IdentityKind)
            yield return "số định danh";
        if (a.Birth != b.Birth || a.BirthYear != b.BirthYear)
            yield return "ngày sinh";
        if (a.Sex != b.Sex)
            yield return "giới tính";
        if (a.Address != b.Address)
            yield return "địa chỉ";
        if (a.Phone != b.Phone)
            yield return "điện thoại";
        if (a.Email != b.Email)
            yield return "thư điện tử";
    }
}

internal sealed class PrivacyTables : IEntityTypeConfiguration<PartyChangeRow>
{
    public void Configure(EntityTypeBuilder<PartyChangeRow> row)
    {
        row.ToTable("party_changes");
        row.HasIndex(c => c.DossierId);
    }
}
