using MotCua.App.Papers.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Repository = MotCua.App.Papers.Documents.Repository;

namespace MotCua.Web.Tests.Documents;

/// <summary>Puts documents into the repository of an office.</summary>
internal static class Held
{
    /// <summary>Registering a marriage again asks for a copy of the old certificate.</summary>
    public const string Again = "1.004746";

    /// <summary>A marriage certificate of the person that <see cref="Life.Typed"/> types.</summary>
    public static async Task<HeldDocument> Keep(
        Office office, string title = "Giấy chứng nhận kết hôn", DateOnly? until = null, string number = "066190004812", string code = "26000001")
    {
        var bytes = SampleFiles.Pdf();
        var (digest, _) = await office.House.Files.Put(new MemoryStream(bytes), default);
        var held = new HeldDocument(
            Guid.CreateVersion7(), $"{number}-KQ.G15.000032-{code}",
            new DocumentOwner(IdentityKind.CitizenNumber, number, "Nguyễn Thị Ngọc Ưởng", new DateOnly(1990, 3, 14)),
            new DocumentFacts("KQ.G15.000032", title, "12", "GCNKH", new DateOnly(2015, 5, 20), "UBND phường Buôn Ma Thuột", null, until, null),
            DocumentOrigin.BackFile, DocumentValue.Digitized, digest, "application/pdf", 1, null, null, false)
        {
            Agency = await office.Life.UnitId("H15.12"),
        };
        await using var db = office.House.Db();
        Repository.Keep(db, held, office.House.Clock.GetUtcNow(), (await office.House.Officer("hanh.tn")).Value);
        await db.SaveChangesAsync();
        return held;
    }

    /// <summary>A dossier of that person.</summary>
    public static Task<(DossierId Id, string Code)> Dossier(Office office) => office.Received(Again);
}
