using MotCua.App.Outbox;
using MotCua.App.Papers;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Says messages of the outbox in words.</summary>
public static class OutboxWords
{
    private const string Portal = "national-portal";

    /// <summary>Who gets it.</summary>
    public static string Receiver(OutboxRow message) => message.Receiver switch
    {
        "sms" => "Tin nhắn cho người nộp",
        "email" => "Thư điện tử cho người nộp",
        MotCua.App.Dossiers.OwnMessages.Receiver => "Hệ thống này",
        Portal => "Cổng Dịch vụ công quốc gia",
        var unit when unit.StartsWith("unit:", StringComparison.Ordinal) => $"Đơn vị {unit["unit:".Length..]}",
        var other => other,
    };

    /// <summary>What it says; for the portal the status by its own code.</summary>
    public static string Text(OutboxRow message, DossierView view) =>
        message.Receiver == Portal && view.Reference.NationalStatuses.TryGetValue(message.Text, out var national)
            ? $"Trạng thái {national.Code}: {national.Name}"
            : message.Text;
}
