using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Digitizing;

/// <summary>Takes in what came from the scanner: the file is checked and stored, and waits to be cut and read. Nobody waits for that.</summary>
public sealed class TakeScan(MotCuaDb db, ScanPlaces places, FileIntake intake, ScanBell bell, TimeProvider clock)
{
    /// <summary>Takes files.</summary>
    /// <param name="component">The component that all pages belong to; null where they are laid afterwards.</param>
    /// <returns>How many were taken, and one refusal for each other.</returns>
    public async Task<(int Taken, IReadOnlyList<Refusal> Refusals)> Do(
        Guid id, IReadOnlyList<(string Name, Func<Stream> Open)> some, string? component, OfficerId officer, CancellationToken cancel = default)
    {
        if (await places.Find(id, officer, cancel) is not { } place)
            return (0, [ScanPlaces.Unknown]);
        if (some.Count == 0)
            return (0, [new Refusal("scan.none", "Hãy chọn tệp vừa quét (PDF, JPG, PNG hoặc TIFF) rồi tải lên.", null, "files")]);
        var now = clock.GetUtcNow();
        var rules = FileRules.On(Vietnam.Day(now), place.Reference.Rules, place.Procedure.Code);
        var (taken, refusals) = (0, new List<Refusal>());
        foreach (var (name, open) in some)
        {
            await using var content = open();
            var (file, no) = await intake.Take(content, name, rules, 0, cancel);
            if (no is not null)
                refusals.Add(no with { Field = "files" });
            if (file is null)
                continue;
            db.Add(new ScanRow
            {
                Id = Guid.CreateVersion7(), DossierId = id, UnitId = place.Grant.Unit.Value, OfficerId = officer.Value, Digest = file.Digest,
                FileName = file.FileName, Size = file.Size, At = now.AddTicks(TimeSpan.TicksPerMillisecond * taken), State = ScanState.Waiting,
                Component = place.Component(component)?.Code,
            });
            taken++;
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (taken > 0)
            bell.Ring();
        return (taken, refusals);
    }
}
