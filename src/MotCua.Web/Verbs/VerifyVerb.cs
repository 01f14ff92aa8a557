using MotCua.App;
using MotCua.App.Papers;
using MotCua.App.Tracking;

namespace MotCua.Web.Verbs;

/// <summary>Row = fold for every dossier, hash chains, papers' digests, outbox against proofs.</summary>
public sealed class VerifyVerb : IVerb
{
    private const int Progress = 1000;

    private sealed record Document(int Dossiers, int Events, IReadOnlyList<Broken> Broken);

    /// <inheritdoc/>
    public string Name => "verify";

    /// <inheritdoc/>
    public string Usage => "verify";

    /// <inheritdoc/>
    public string Does => "kiểm tra toàn bộ nhật ký, dòng hồ sơ, tệp và tin gửi đi; trả mã 1 nếu có chỗ sai";

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var found = await new Verification(db, house.Files).Run(n =>
        {
            if (n % Progress == 0)
                line.Note($"Đã kiểm tra {n} hồ sơ…");
        }, stop);
        line.Print(new Document(found.Dossiers, found.Events, found.Broken));
        foreach (var broken in found.Broken)
            line.Say($"{broken.Where}: {broken.What}");
        if (found.Broken.Count > 0)
            return line.Refuse($"Tìm thấy {found.Broken.Count} chỗ sai trong {found.Dossiers} hồ sơ; hãy giữ nguyên dữ liệu và báo người phụ trách.");
        line.Say($"Đúng cả: {found.Dossiers} hồ sơ, {found.Events} sự kiện.");
        return 0;
    }
}
