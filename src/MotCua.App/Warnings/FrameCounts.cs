using MotCua.App.Dossiers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Warnings;

/// <summary>What the frame of every page counts for an officer.</summary>
/// <param name="Mine">Steps that wait for him.</param>
/// <param name="ToReturn">Results of his units that wait to be collected.</param>
/// <param name="Asked">Questions that wait for his units.</param>
/// <param name="Unread">Warnings that he has not read.</param>
/// <param name="Told">Instructions that wait for him.</param>
public sealed record Frame(int Mine, int ToReturn, int Asked, int Unread, int Told);

/// <summary>Counts for the frame, in one round trip, once for a request.</summary>
public sealed class FrameCounts(MotCuaDb db, WorkList work, Reaches reaches, TimeProvider clock)
{
    private (int Officer, Frame Frame)? counted;

    /// <summary>The counts of an officer.</summary>
    /// <param name="duties">His duties of today.</param>
    public async Task<Frame> Of(OfficerId officer, IReadOnlyList<DutyGrant> duties, CancellationToken cancel = default)
    {
        // A page and its frame ask the same.
        if (reaches.Knows && counted is { } before && before.Officer == officer.Value)
            return before.Frame;
        var (reach, read) = (await reaches.Of(officer.Value, cancel), new Bundle(db));
        var mine = read.Count(work.Waiting(reach, WorkFilter.Mine));
        var back = read.Count(work.Waiting(reach, WorkFilter.ToReturn));
        var asked = read.Count(ConsultationList.Asked(db, duties));
        var unread = read.Count(WarningList.Unread(db, officer.Value, Vietnam.Day(clock.GetUtcNow())));
        var told = read.Count(InstructionList.Waiting(db, officer));
        await read.Run(cancel);
        counted = (officer.Value, new Frame(mine.Value, back.Value, asked.Value, unread.Value, told.Value));
        return counted.Value.Frame;
    }
}
