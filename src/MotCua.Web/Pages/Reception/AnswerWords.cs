using MotCua.App.Reception;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Reception;

/// <summary>Says how the clock of an online dossier stands.</summary>
public static class AnswerWords
{
    /// <summary>"Trả lời trước 24/11 16:40 (8 giờ làm việc); đã qua 4 giờ".</summary>
    public static string Of(AnswerClock clock, DateTimeOffset now) =>
        clock.Due < now ? $"Quá {clock.Hours} giờ làm việc từ {VietText.ShortInstant(clock.Due)}; hãy trả lời ngay"
        : clock.Warnings.LastOrDefault(w => w.At <= now) is { Hours: > 0 } passed
            ? $"Đã qua {passed.Hours} giờ làm việc; trả lời trước {VietText.ShortInstant(clock.Due)}"
        : $"Trả lời trước {VietText.ShortInstant(clock.Due)} ({clock.Hours} giờ làm việc)";
}
