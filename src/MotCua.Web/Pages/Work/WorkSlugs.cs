using MotCua.App.Work;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.Web.Pages.Work;

/// <summary>The short Vietnamese words that stand for choices in the address of a list.</summary>
internal static class WorkSlugs
{
    public static readonly IReadOnlyList<(WorkView Value, string Slug)> Views =
        [(WorkView.Mine, "toi"), (WorkView.Unit, "don-vi"), (WorkView.Done, "da-lam"), (WorkView.All, "tat-ca")];

    public static readonly IReadOnlyList<(StepKind Value, string Slug)> Steps =
    [
        (StepKind.HandOver, "chuyen"), (StepKind.Handle, "xu-ly"), (StepKind.Approve, "duyet"), (StepKind.Register, "vao-so"), (StepKind.Return, "tra"),
    ];

    public static readonly IReadOnlyList<(DueState Value, string Slug)> Due =
    [
        (DueState.Overdue, "qua-han"), (DueState.Soon, "sap-han"), (DueState.Running, "con-han"), (DueState.Waiting, "cho-bo-sung"),
        (DueState.Paused, "tam-dung"), (DueState.InTime, "xong-dung-han"), (DueState.TooLate, "xong-sau-han"),
    ];

    public static readonly IReadOnlyList<(DossierStatus Value, string Slug)> Statuses =
    [
        (DossierStatus.Received, "tiep-nhan"), (DossierStatus.InProcess, "dang-xu-ly"), (DossierStatus.AwaitingSupplement, "cho-bo-sung"),
        (DossierStatus.WithdrawalRequested, "xin-rut"), (DossierStatus.Stopped, "dung"), (DossierStatus.ResultReady, "co-ket-qua"),
        (DossierStatus.Returned, "da-tra"),
    ];

    public static readonly IReadOnlyList<(Channel Value, string Slug)> Channels =
        [(Channel.Direct, "truc-tiep"), (Channel.Online, "truc-tuyen"), (Channel.Postal, "buu-chinh")];

    public static readonly IReadOnlyList<(WorkSort Value, string Slug)> Sorts =
        [(WorkSort.Due, "han"), (WorkSort.Newest, "moi"), (WorkSort.Oldest, "cu"), (WorkSort.Code, "ma")];

    /// <summary>The value of a slug; null if there is none.</summary>
    public static T? Find<T>(IReadOnlyList<(T Value, string Slug)> of, string? slug) where T : struct =>
        of.Where(x => x.Slug == slug).Select(x => (T?)x.Value).FirstOrDefault();

    /// <summary>The slug of a value.</summary>
    public static string Of<T>(IReadOnlyList<(T Value, string Slug)> of, T value) where T : struct =>
        of.First(x => EqualityComparer<T>.Default.Equals(x.Value, value)).Slug;
}
