using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>What is read and does not run, each with its reason.</summary>
internal sealed partial class Refusals
{
    private readonly ILookup<string, XElement> _roots;
    private readonly HashSet<string> _endless;
    private readonly HashSet<string> _startless;

    /// <summary>Learns what the file defines beside its processes.</summary>
    public Refusals(BpmnModel model)
    {
        _roots = model.Document.Root!.Elements().Where(e => e.Name.Namespace == BpmnNames.Model).ToLookup(e => e.Attribute("id")?.Value ?? "");
        _endless = Endless(model);
        _startless = [.. model.Processes.Where(p => !p.Starts.Any()).Select(p => p.Id)];
    }

    /// <summary>Why a node does not run; nothing where it does.</summary>
    public IEnumerable<string> Of(BpmnNode node)
    {
        if (Kind(node.Kind) is { } kind)
            yield return kind;
        if (node.Loop == LoopKind.Standard)
            yield return "Dấu lặp (standard loop) không chạy được; hãy vẽ vòng lặp bằng mũi tên quay lại từ điểm rẽ có điều kiện.";
        if (node.Loop == LoopKind.MultiInstance)
            yield return "Dấu nhiều lượt (multi-instance) không chạy được; hãy vẽ từng nhánh song song.";
        if (node.Compensates)
            yield return "Bước hoàn tác (compensation) không chạy được; hãy vẽ việc khắc phục thành một bước của luồng.";
        if (node.IsEventSubProcess)
            yield return "Tiểu quy trình khởi động bằng sự kiện không chạy được; hãy dùng sự kiện biên thông báo hoặc hẹn giờ gắn vào bước.";
        if (node.IsEvent && Event(node) is { } sentence)
            yield return sentence;
        if (node.Event == EventKind.Timer)
            foreach (var time in Timer(node))
                yield return time;
        if (node.Kind == NodeKind.CallActivity && Call(node) is { } call)
            yield return call;
    }

    private static string? Kind(NodeKind kind) => kind switch
    {
        NodeKind.ScriptTask => "Bước chạy mã (script task) không chạy được vì hệ thống không thực thi mã trong quy trình; "
            + "hãy thay bằng bước của cán bộ hoặc bước dịch vụ.",
        NodeKind.BusinessRuleTask => "Bước quy tắc nghiệp vụ (business rule task) không chạy được; "
            + "hãy ghi quy tắc thành điều kiện của nhánh rẽ hoặc thay bằng bước của cán bộ.",
        NodeKind.EventBasedGateway => "Điểm rẽ theo sự kiện (event-based gateway) không chạy được; hãy dùng bước có sự kiện biên thông báo hoặc hẹn giờ.",
        NodeKind.ComplexGateway => "Điểm rẽ phức hợp (complex gateway) không chạy được; hãy dùng điểm rẽ loại trừ, song song hoặc bao gồm.",
        NodeKind.Transaction => "Tiểu quy trình giao dịch (transaction) không chạy được; hãy dùng tiểu quy trình thường.",
        NodeKind.AdHoc => "Tiểu quy trình tùy ý (ad hoc) không chạy được; hãy nối các bước bên trong bằng mũi tên.",
        NodeKind.Choreography => "Bước phối hợp (choreography) chỉ đọc để biết, không chạy được.",
        _ => null,
    };

    private static string? Event(BpmnNode node) => node.Kind switch
    {
        NodeKind.StartEvent when node.Event is EventKind.None or EventKind.Message or EventKind.Timer => null,
        NodeKind.EndEvent when node.Event is EventKind.None or EventKind.Error or EventKind.Terminate => null,
        NodeKind.EndEvent when node.Event is EventKind.Message =>
            "Kết thúc bằng gửi thông báo không chạy được; hãy đặt bước gửi trước một điểm kết thúc thường.",
        NodeKind.CatchEvent or NodeKind.BoundaryEvent when node.Event is EventKind.Message or EventKind.Timer => null,
        NodeKind.ThrowEvent when node.Event is EventKind.Message => null,
        NodeKind.StartEvent => $"{Word(node.Event)} không khởi động được quy trình; chỉ dùng điểm bắt đầu thường, thông báo hoặc hẹn giờ.",
        NodeKind.EndEvent => $"{Word(node.Event)} không chạy được ở điểm kết thúc; chỉ dùng kết thúc thường, báo lỗi hoặc chấm dứt toàn bộ.",
        NodeKind.BoundaryEvent => $"{Word(node.Event)} không chạy được trên biên của bước; chỉ dùng thông báo hoặc hẹn giờ.",
        NodeKind.ThrowEvent => $"{Word(node.Event)} không chạy được giữa luồng; chỗ này chỉ gửi được thông báo.",
        _ => $"{Word(node.Event)} không chạy được giữa luồng; chỉ chờ được thông báo hoặc hẹn giờ.",
    };

    private static string Word(EventKind kind) => kind switch
    {
        EventKind.None => "Sự kiện không ghi loại",
        EventKind.Message => "Sự kiện thông báo (message)",
        EventKind.Timer => "Sự kiện hẹn giờ (timer)",
        EventKind.Error => "Sự kiện lỗi (error)",
        EventKind.Escalation => "Sự kiện báo cấp trên (escalation)",
        EventKind.Cancel => "Sự kiện hủy giao dịch (cancel)",
        EventKind.Compensation => "Sự kiện hoàn tác (compensation)",
        EventKind.Conditional => "Sự kiện theo điều kiện (conditional)",
        EventKind.Link => "Sự kiện nối (link)",
        EventKind.Signal => "Sự kiện tín hiệu (signal)",
        EventKind.Terminate => "Sự kiện chấm dứt (terminate)",
        _ => "Sự kiện gồm nhiều loại (multiple)",
    };

    private IEnumerable<string> Timer(BpmnNode node)
    {
        var times = node.Source.Elements(BpmnNames.Model + "timerEventDefinition").Elements()
            .Where(e => e.Name.LocalName is "timeDate" or "timeDuration" or "timeCycle").ToList();
        if (node.Source.Element(BpmnNames.Model + "eventDefinitionRef") is not null)
            times = [.. Shared(node).Elements().Where(e => e.Name.LocalName is "timeDate" or "timeDuration" or "timeCycle")];
        if (times is not [var time] || time.Value.Trim().Length == 0)
        {
            yield return "Sự kiện hẹn giờ chưa ghi đến lúc nào hoặc sau bao lâu; hãy ghi một thời điểm (2026-03-31T17:00:00) hoặc một khoảng (PT24H, P2D).";
            yield break;
        }
        var text = time.Value.Trim();
        var right = time.Name.LocalName switch
        {
            "timeDate" => Moment().IsMatch(text),
            "timeDuration" => Duration().IsMatch(text),
            _ => Cycle().IsMatch(text),
        };
        if (!right)
            yield return $"Thời gian “{(text.Length > 60 ? text[..60] + "…" : text)}” của sự kiện hẹn giờ không theo ISO 8601; "
                + "hãy ghi như 2026-03-31T17:00:00, PT24H, P2D hoặc R3/PT8H.";
    }

    private IEnumerable<XElement> Shared(BpmnNode node) => node.Source.Elements(BpmnNames.Model + "eventDefinitionRef")
        .SelectMany(r => _roots[BpmnText.Local(r.Value) ?? ""]).Where(e => e.Name.LocalName == "timerEventDefinition");

    private string? Call(BpmnNode node)
    {
        if (node.Called is not { } called)
            return "Bước gọi quy trình chưa ghi quy trình nào được gọi (calledElement).";
        if (_roots[called].Any(e => e.Name.LocalName is "globalScriptTask" or "globalBusinessRuleTask"))
            return $"Bước gọi “{called}”, là bước chạy mã hoặc quy tắc nghiệp vụ, nên không chạy được.";
        if (_startless.Contains(called))
            return $"Quy trình được gọi “{called}” trong tệp này không có điểm bắt đầu nên không chạy được.";
        return _endless.Contains(called) ? $"Quy trình được gọi “{called}” gọi vòng quanh về chính mình nên không bao giờ xong." : null;
    }

    /// <summary>Processes of the file whose calls lead round in a circle: what is left when those that call nothing are taken away, again and again.</summary>
    private static HashSet<string> Endless(BpmnModel model)
    {
        var calls = model.Processes.GroupBy(p => p.Id).ToDictionary(
            g => g.Key, g => g.SelectMany(p => p.All).SelectMany(s => s.Nodes).Select(n => n.Called).OfType<string>().ToHashSet());
        foreach (var called in calls.Values)
            called.IntersectWith(calls.Keys);
        var callers = calls.SelectMany(c => c.Value.Select(called => (called, c.Key))).ToLookup(c => c.called, c => c.Key);
        var queue = new Queue<string>(calls.Where(c => c.Value.Count == 0).Select(c => c.Key));
        while (queue.TryDequeue(out var done))
            foreach (var caller in callers[done])
                if (calls[caller].Remove(done) && calls[caller].Count == 0)
                    queue.Enqueue(caller);
        return [.. calls.Where(c => c.Value.Count > 0).Select(c => c.Key)];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^R\d*/P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Cycle();
}
