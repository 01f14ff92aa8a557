using System.IO.Compression;
using System.Text;
using MotCua.App.Papers.Archive;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Documents;

/// <summary>The package of an electronic dossier for the archive of the agency.</summary>
public sealed class ArchiveTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REPO-08"), Requirement("R-DIG-18"), Requirement("R-REPO-06")]
    public async Task An_ended_dossier_is_handed_over_whole_under_its_own_code_and_can_still_be_read(Engine engine)
    {
        await using var shelf = await Shelf.Open(engine);
        var held = await shelf.Keep();
        var id = await shelf.Using(held);
        var ended = await shelf.Life.Ended(id);
        var clerk = await shelf.House.OfficerWith(Duty.Clerk, ended.Case.Competent);
        var line = Assert.Single(await Lines(shelf, clerk, false));
        Assert.Equal((ended.Case.Code.Value, new DateOnly(2027, 11, 17)), (line.Code, line.By!.Value));
        Assert.Null(await Hand(shelf, id, clerk));
        Assert.Empty(await Lines(shelf, clerk, false));
        Assert.NotNull(Assert.Single(await Lines(shelf, clerk, true)).Package);
        var view = (await shelf.Dossier(id, clerk))!;
        Assert.IsType<HandedToArchive>(view.Timeline[^1].Event);
        var (bytes, row, wrong) = (await shelf.With(db => Book(shelf, db).Open(view)))!.Value;
        Assert.Empty(wrong);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        Assert.Equal(row.Files + 1, zip.Entries.Count);
        var log = Read(zip, "du-lieu/nhat-ky.json");
        Assert.Contains("papers-reused", log, StringComparison.Ordinal);
        Assert.Contains(view.Timeline[0].Row.Hash, log, StringComparison.Ordinal);
        Assert.Contains("066190004812", Read(zip, "du-lieu/ho-so.json"), StringComparison.Ordinal);
        Assert.Contains(held.Code, Read(zip, "du-lieu/kho.json"), StringComparison.Ordinal);
        Assert.Contains($"\"{ended.Case.Code.Value}\"", Read(zip, PackageManifest.Entry), StringComparison.Ordinal);
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith("ket-qua/", StringComparison.Ordinal));
        Assert.Equal("archive.already", (await Hand(shelf, id, clerk))!.Code);
        Assert.Empty((await shelf.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-REPO-08")]
    public async Task A_changed_byte_a_missing_file_and_an_added_one_are_told()
    {
        await using var shelf = await Shelf.Open();
        var id = await shelf.Using(await shelf.Keep());
        await shelf.Life.Ended(id);
        var view = (await shelf.Dossier(id, shelf.Hanh))!;
        var package = new MemoryStream();
        await ArchivePackage.Write(package, view, [], shelf.House.Files);
        Assert.Empty(await ArchivePackage.Check(package));
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            var texts = zip.GetEntry("du-lieu/y-kien.json")!;
            using (var stream = texts.Open())
                stream.Write("x"u8);
            zip.GetEntry("du-lieu/kho.json")!.Delete();
            zip.CreateEntry("them.txt");
        }
        Assert.Equal(
            ["Thiếu tệp du-lieu/kho.json.", "Tệp du-lieu/y-kien.json đã bị sửa: mã băm không khớp.", "Tệp them.txt không có trong bảng kê."],
            (await ArchivePackage.Check(package)).Order(StringComparer.Ordinal));
        package.SetLength(package.Length / 2);
        Assert.Single(await ArchivePackage.Check(package));
    }

    [Fact]
    public async Task A_dossier_at_work_is_not_handed_over_and_only_the_clerk_of_the_agency_does_so()
    {
        await using var shelf = await Shelf.Open();
        var id = await shelf.Using(await shelf.Keep());
        var clerk = await shelf.House.OfficerWith(Duty.Clerk, (await shelf.Life.Now(id)).Case.Competent);
        Assert.Equal("archive.open", (await Hand(shelf, id, clerk))!.Code);
        await shelf.Life.Ended(id);
        Assert.Equal("duty.missing", (await Hand(shelf, id, shelf.Hanh))!.Code);
        Assert.Null((await shelf.Life.Now(id)).Archived);
    }

    private static async Task<Domain.Law.Refusal?> Hand(Shelf shelf, DossierId id, OfficerId by)
    {
        var view = await shelf.Dossier(id, by);
        return await shelf.With(db => Book(shelf, db).HandOver(view, "test"));
    }

    private static Task<IReadOnlyList<ArchiveLine>> Lines(Shelf shelf, OfficerId clerk, bool handed) =>
        shelf.With(db => Book(shelf, db).Lines(clerk, handed));

    private static ArchiveBook Book(Shelf shelf, MotCuaDb db) =>
        new(db, shelf.House.References, new Duties(db, shelf.House.Clock), shelf.House.Desk(db), shelf.House.Files);

    private static string Read(ZipArchive zip, string path)
    {
        using var text = new StreamReader(zip.GetEntry(path)!.Open(), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
