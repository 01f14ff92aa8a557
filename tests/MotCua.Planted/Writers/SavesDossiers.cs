using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Dossiers;

namespace MotCua.Planted.Writers;

/// <summary>Touches a dossier's row and saves, past the desk.</summary>
public sealed class SavesDossiers(MotCuaDb db)
{
    /// <summary>Wrong.</summary>
    public async Task Do(Guid id)
    {
        db.Remove(await db.Set<DossierRow>().SingleAsync(d => d.Id == id));
        await db.SaveChangesAsync();
    }
}

/// <summary>Deletes open steps without loading them, past the desk.</summary>
public sealed class DeletesSteps(MotCuaDb db)
{
    /// <summary>Wrong.</summary>
    public Task<int> Do() => db.Set<DossierStepRow>().ExecuteDeleteAsync();
}

/// <summary>Changes what was written in the log.</summary>
public sealed class ChangesEvents
{
    /// <summary>Wrong.</summary>
    public static void Do(DossierEventRow row) => row.Data = "{}";
}

/// <summary>Reads dossiers only: right.</summary>
public sealed class ReadsDossiers(MotCuaDb db)
{
    /// <summary>Right.</summary>
    public Task<int> Do() => db.Set<DossierRow>().CountAsync();
}

/// <summary>Saves other rows only: right.</summary>
public sealed class SavesOthers(MotCuaDb db)
{
    /// <summary>Right.</summary>
    public Task<int> Do() => db.SaveChangesAsync();
}
