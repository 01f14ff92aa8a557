using MotCua.App.Access;
using MotCua.Domain.Agencies;

namespace MotCua.App.Reception;

/// <summary>A file of an attempt that an officer may see.</summary>
/// <param name="Identity">Whether its component shows who a person is.</param>
public sealed record AttemptFile(AttemptRow Attempt, AttemptFileRow Row, bool Identity)
{
    /// <summary>The reading of it, by the duty to receive.</summary>
    public Reading Reading(OfficerId officer, ReadingKind kind, string? purpose = null) => new(
        officer, new DutyGrant(officer, Duty.Receive, new AgencyId(Attempt.UnitId), default, null, ""), kind, Attempt.DossierId,
        $"attempt:{Attempt.Id:N} file:{Row.Id}", purpose);
}
