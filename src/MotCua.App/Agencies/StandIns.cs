namespace MotCua.App.Agencies;

/// <summary>What an officer does for absent ones.</summary>
public static class StandIns
{
    /// <summary>Duties of absent officers that an officer does for them on a day: approved, not taken back, within the scope, and still held by
    /// the absent one.</summary>
    public static IQueryable<DutyGrantRow> Of(MotCuaDb db, int substitute, DateOnly day)
    {
        var grants = db.Set<DutyGrantRow>();
        return grants.Where(g => g.From <= day && (g.To == null || g.To >= day) && db.Set<SubstitutionRow>().Any(s =>
            s.SubstituteId == substitute && s.AbsentId == g.OfficerId && s.Approved && s.From <= day && s.To >= day
            && (s.RevokedFrom == null || s.RevokedFrom > day) && s.Scope.Any(d => d.Duty == g.Duty && d.UnitId == g.UnitId)));
    }
}
