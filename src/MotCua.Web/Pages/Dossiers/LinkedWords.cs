using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Says how the dossiers of a group of linked procedures stand.</summary>
public static class LinkedWords
{
    /// <summary>How one part stands, as its own row says; whether it waits for another as the group's record says.</summary>
    public static (string Words, Tone Tone) StandOf(DossierRow part, GroupPart record, Dossier group) => part.Status switch
    {
        DossierStatus.Stopped => ("Dừng giải quyết", Tone.No),
        DossierStatus.Returned => ("Đã trả kết quả", Tone.Ok),
        _ when part.Registered is not null => part.Decided == Outcome.Refused ? ("Từ chối giải quyết", Tone.No) : ("Có kết quả", Tone.Ok),
        DossierStatus.Received when record.Needs.Any(n => !group.Links.Ended.Exists(e => e.Dossier == n)) => ("Chờ thủ tục phải có trước", Tone.Hold),
        DossierStatus.AwaitingSupplement => (DossierModel.Term(part.Status), Tone.Hold),
        _ => (DossierModel.Term(part.Status), Tone.Go),
    };

    /// <summary>What an event of a group was, a sentence each.</summary>
    public static IEnumerable<string> Facts(DossierEvent e, DossierView view) => e switch
    {
        GroupFormed formed => formed.Parts.Select(p =>
            $"{view.Reference.Procedures.LastOrDefault(l => l.Code == p.Procedure)?.Name ?? p.Procedure}: hẹn {VietText.Instant(p.Due)}"),
        GroupJoined { Needs.Count: > 0 } => ["Bắt đầu khi có kết quả của thủ tục phải có trước"],
        GroupJoined => [],
        ChildNoted noted => [$"{Code(noted.Child, view)}: {Terms.Of(noted.Outcome)}"],
        ResultsGathered gathered => [$"Cả nhóm {Terms.Of(gathered.Outcome)}"],
        NeededCame came => [$"Thủ tục phải có trước: {Terms.Of(came.Outcome)}"],
        _ => [],
    };

    /// <summary>A declared value as people read it.</summary>
    public static string Declared(Domain.Catalogue.DeclaredKind kind, string value) => kind switch
    {
        Domain.Catalogue.DeclaredKind.Flag => value == "true" ? "Có" : "Không",
        Domain.Catalogue.DeclaredKind.Day => VietText.Day(DateOnly.ParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Domain.Catalogue.DeclaredKind.Number => VietText.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => value,
    };

    /// <summary>What is awaited in a group.</summary>
    public static string Wait(DossierView view) => view.Dossier.Links.Children.IsEmpty
        ? "Chờ kết quả của thủ tục phải có trước trong nhóm liên thông; hệ thống tự chuyển tiếp khi có kết quả"
        : $"Chờ các thủ tục thành phần: còn {view.Dossier.Links.Children.Count - view.Dossier.Links.Ended.Count} thủ tục chưa kết thúc";

    private static string Code(DossierId id, DossierView view) => view.Linked.FirstOrDefault(r => r.Id == id.Value)?.Code ?? "hồ sơ thành phần";
}
