using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Catalogue;
using MotCua.App.Demonstration;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Loads data/; with --demo also fictitious dossiers, made by performing acts through the desk under a moved clock.</summary>
public sealed class SeedVerb : IVerb
{
    private const int Most = 1_000_000;
    private const int DaysBack = 400;

    private sealed record Document(int Procedures, int Agencies, int Dossiers);

    /// <inheritdoc/>
    public string Name => "seed";

    /// <inheritdoc/>
    public string Usage => "seed [--demo N] [--from DAY]";

    /// <inheritdoc/>
    public string Does => "nạp bộ dữ liệu đi kèm; --demo N làm thêm N hồ sơ hư cấu từ ngày --from (mặc định 400 ngày trước) đến nay";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("demo", "N"), new("from", "DAY")];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var count = 0;
        if (line.Option("demo") is { } n && (!int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count > Most))
            return line.Wrong($"Số hồ sơ “{n}” chưa đúng; hãy viết số từ 0 đến {Most}.");
        var now = TimeProvider.System.GetUtcNow();
        var from = Vietnam.Day(now).AddDays(-DaysBack);
        if (line.Option("from") is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out from))
            return line.Wrong($"Ngày “{day}” chưa đúng; hãy viết như 2026-01-31.");
        await using var house = await House.Open(line, stop);
        if ((house.Refusal ?? (count > 0 ? await house.DemoOfficers(stop) : null)) is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var first = (await house.References.Get(db, stop)).Rules.Regimes[0].From;
        if (from < first || from > Vietnam.Day(now))
            return line.Refuse($"Ngày bắt đầu phải từ {first:yyyy-MM-dd} đến hôm nay; hãy chọn lại --from.");
        var made = count == 0 ? 0 : await Lives(house, line, count, from, now, stop);
        var document = new Document(
            await db.Set<ProcedureRow>().Select(p => p.Code).Distinct().CountAsync(stop), await db.Set<AgencyRow>().CountAsync(stop), made);
        line.Print(document);
        line.Say($"Có {document.Procedures} thủ tục, {document.Agencies} cơ quan; đã làm thêm {document.Dossiers} hồ sơ trình diễn.");
        return 0;
    }

    private static async Task<int> Lives(House house, VerbLine line, int count, DateOnly from, DateTimeOffset now, CancellationToken stop)
    {
        var clock = new MovedClock(Vietnam.Instant(from, new TimeOnly(7, 30)));
        var lives = new DemoLives(clock, house.Stage(clock, "seed"), DemoPeople.Load(ProductFolder.SeedFolder));
        return await lives.Make(count, from, now, done =>
        {
            if (done % 100 == 0)
                line.Note($"Đã nhận {done}/{count} hồ sơ trình diễn…");
        }, stop);
    }
}
