using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Law;

namespace MotCua.App.Digitizing;

/// <summary>Saves what an officer did to a paper on the line.</summary>
internal static class ScanSaves
{
    /// <summary>Saves; a refusal where somebody else changed the same paper meanwhile.</summary>
    /// <param name="keeps">Whether the rows are still needed after it.</param>
    public static async Task<Refusal?> Crossed(MotCuaDb db, CancellationToken cancel, bool keeps = false)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            if (!keeps)
                db.ChangeTracker.Clear();
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("digitize.crossed", "Giấy tờ này vừa được người khác cập nhật. Hãy tải lại trang, kiểm tra rồi lưu lại.");
        }
    }
}
