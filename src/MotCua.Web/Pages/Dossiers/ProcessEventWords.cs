using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Says in words what the process did by itself: waits, sub-processes, ways.</summary>
public static class ProcessEventWords
{
    /// <summary>The particulars of such an event; nothing for others.</summary>
    public static IEnumerable<string> Of(DossierEvent e, DossierView view) => e switch
    {
        WaitOpened w => Opened(w, view),
        WaitClosed w => [$"“{Name(w.Element, view)}”: {Terms.Of(w.How)}"],
        StepCancelled c => [$"“{Name(c.Element, view)}” không phải làm tiếp"],
        ScopeEntered s => [$"Vào “{Name(s.Element, view)}”"],
        ScopeLeft s => [$"Xong “{Name(s.Element, view)}”"],
        InputReached i => [i.Waiting == 0 ? $"“{Name(i.Element, view)}”: đã đủ các nhánh cần chờ"
            : $"“{Name(i.Element, view)}”: một nhánh đã đến, chờ các nhánh khác"],
        WayChosen c => [$"Hướng đã chọn: {string.Join("; ", c.Ways.Select(w => Way(w, view)))}"],
        _ => [],
    };

    /// <summary>What an open wait is, in one line.</summary>
    public static string Line(OpenWait wait, DossierView view) => wait.Kind switch
    {
        WaitKind.Timer => $"“{Name(wait.Element, view)}”: tự chuyển tiếp lúc {VietText.Instant(wait.Due ?? wait.Opened)}",
        WaitKind.Message => $"“{Name(wait.Element, view)}”: chờ thông báo từ bên ngoài, {view.Now.Agencies.NameOf(wait.Unit)} theo dõi",
        WaitKind.Service when wait.Receiver is { } to =>
            $"“{Name(wait.Element, view)}”: đã gửi {to}, chờ trả lời, {view.Now.Agencies.NameOf(wait.Unit)} theo dõi",
        WaitKind.Service => $"“{Name(wait.Element, view)}”: chưa nối hệ thống nhận, {view.Now.Agencies.NameOf(wait.Unit)} làm rồi xác nhận",
        WaitKind.Linked => LinkedWords.Wait(view),
        _ => $"Quy trình đã đi hết mà chưa trả kết quả; {view.Now.Agencies.NameOf(wait.Unit)} quyết định dừng hoặc chuyển quy trình",
    };

    /// <summary>Name of an element; its id where it has none.</summary>
    public static string Name(string element, DossierView view) =>
        element.Length == 0 ? "quy trình"
            : element == Linked.Element ? "các thủ tục trong nhóm" : view.Now.Process.Find(element) is { Name.Length: > 0 } e ? e.Name : element;

    private static IEnumerable<string> Opened(WaitOpened w, DossierView view)
    {
        yield return w.Kind == WaitKind.Ended ? "Quy trình đã đi hết mà chưa trả kết quả"
            : $"“{Name(w.Element, view)}”: {Terms.Of(w.Kind)}{(w.Message is { } message ? $" “{message}”" : "")}";
        if (w.Due is { } due)
            yield return $"Đến {VietText.Instant(due)}{(w.Host is null ? "" : ", tính cùng bước đang làm")}";
        if (w.Receiver is { } receiver)
            yield return $"Đã gửi: {receiver}";
    }

    private static string Way(string flow, DossierView view)
    {
        var way = view.Now.Process.Flows.FirstOrDefault(f => f.Id == flow);
        return way?.Name ?? (way is null ? flow : Name(way.To, view));
    }
}
