using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>What a dossier waits for outside any step.</summary>
[Term("loại chờ của quy trình")]
public enum WaitKind
{
    /// <summary>A moment.</summary>
    [Term("chờ đến giờ hẹn")] Timer,
    /// <summary>A message of an outside agency or system.</summary>
    [Term("chờ thông báo từ bên ngoài")] Message,
    /// <summary>The answer of a system that was asked.</summary>
    [Term("chờ hệ thống khác trả lời")] Service,
    /// <summary>The process has ended and nothing was handed over: the lead unit stops the dossier or moves it to another process.</summary>
    [Term("quy trình đã kết thúc, chờ quyết định")] Ended,
    /// <summary>Other dossiers of the same group: the parts of the whole, or the result that one of them must have first.</summary>
    [Term("chờ các thủ tục thành phần")] Linked,
}

/// <summary>How a wait came to its end.</summary>
[Term("cách kết thúc việc chờ")]
public enum WaitEnd
{
    /// <summary>The moment came.</summary>
    [Term("đến giờ hẹn")] Fired,
    /// <summary>The message came.</summary>
    [Term("đã nhận thông báo")] Received,
    /// <summary>The system answered.</summary>
    [Term("hệ thống khác đã trả lời")] Answered,
    /// <summary>An officer said, with a reason, that it is done.</summary>
    [Term("cán bộ xác nhận")] ByHand,
    /// <summary>It is not needed any more.</summary>
    [Term("không còn cần chờ")] Cancelled,
}

/// <summary>A named wait: one token of the process that no officer of ours completes by a step.</summary>
/// <param name="Unit">The unit that looks after it.</param>
/// <param name="Due">For timers: when it goes off.</param>
/// <param name="Host">For a wait on the border of a step or sub-process: its token.</param>
/// <param name="Parent">Token of the sub-process around it; 0 for none.</param>
/// <param name="Receiver">For services: who was asked through the outbox; null: nobody is connected.</param>
/// <param name="Left">How often it goes off yet, this time included.</param>
[Term("việc đang chờ")]
public sealed record OpenWait(
    Token Token, string Element, WaitKind Kind, AgencyId Unit, DateTimeOffset Opened, DateTimeOffset? Due, Token? Host, int Parent, string? Receiver,
    int Left);

/// <summary>A sub-process that is open.</summary>
/// <param name="Parent">Token of the sub-process around it; 0 for none.</param>
[NoTerm("part of a list of steps")]
public sealed record OpenScope(string Element, int Parent);

/// <summary>The process waits for something outside.</summary>
/// <param name="Account">How the moment of a timer was counted; null where nothing was counted.</param>
[Term("bắt đầu chờ"), Stored("wait-opened")]
public sealed record WaitOpened(
    Token Token, string Element, WaitKind Kind, AgencyId Unit, DateTimeOffset At, DateTimeOffset? Due, DueDateAccount? Account, Token? Host = null,
    int Parent = 0, string? Receiver = null, string? Message = null, int Left = 1) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Open = d.Open with
        {
            Waits = d.Open.Waits.Add(new OpenWait(Token, Element, Kind, Unit, At, Due, Host, Parent, Receiver, Left)),
            NextToken = Math.Max(d.Open.NextToken, Token.Value + 1),
            // A system that was asked has begun.
            Passed = Kind == WaitKind.Service ? d.Open.Passed?.AsBegun() : d.Open.Passed,
        },
    };
}

/// <summary>A wait has come to its end.</summary>
/// <param name="Note">What came, in words kept beside the log; null where nobody wrote any.</param>
[Term("kết thúc việc chờ"), Stored("wait-closed")]
public sealed record WaitClosed(Token Token, string Element, WaitEnd How, TextId? Note = null) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d)
    {
        var open = d.Open with { Waits = d.Open.Waits.RemoveAll(w => w.Token == Token) };
        return d with { Open = How == WaitEnd.Cancelled ? open : open.Begun() };
    }
}

/// <summary>A step was taken away before it was completed: an event on its border, or the end of its part of the process.</summary>
[Term("bước bị ngắt giữa chừng"), Stored("step-cancelled")]
public sealed record StepCancelled(Token Token, string Element) : DossierEvent
{
    /// <inheritdoc/>
    public override Token? Changes => Token;

    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => 
        d with { Open = (d.Open with { Steps = d.Open.Steps.RemoveAll(s => s.Token == Token) }).Begun() };
}

/// <summary>A sub-process has begun.</summary>
[Term("vào tiểu quy trình"), Stored("scope-entered")]
public sealed record ScopeEntered(Token Token, string Element, int Parent) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with
    {
        Open = d.Open with
        {
            Scopes = d.Open.Scopes.SetItem(Token.Value, new OpenScope(Element, Parent)), NextToken = Math.Max(d.Open.NextToken, Token.Value + 1),
        },
    };
}

/// <summary>A sub-process has ended.</summary>
[Term("ra khỏi tiểu quy trình"), Stored("scope-left")]
public sealed record ScopeLeft(Token Token, string Element) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Open = d.Open with { Scopes = d.Open.Scopes.Remove(Token.Value) } };
}

/// <summary>A branch waits at one input of a join.</summary>
/// <param name="Flow">Id of the flow by which it came.</param>
/// <param name="Parent">Token of the sub-process around it; 0 for none.</param>
/// <param name="Waiting">How many wait there now; 0: they went on.</param>
[Term("một nhánh đến điểm gộp"), Stored("input-reached")]
public sealed record InputReached(string Element, string Flow, int Parent, int Waiting) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d)
    {
        var input = Marking.Input(Parent, Flow);
        return d with { Open = d.Open with { Joins = Waiting == 0 ? d.Open.Joins.Remove(input) : d.Open.Joins.SetItem(input, Waiting) } };
    }
}

/// <summary>The officer chose by which ways it goes on, when he completed his step.</summary>
/// <param name="Ways">Ids of the flows.</param>
[Term("đã chọn hướng đi tiếp"), Stored("way-chosen")]
public sealed record WayChosen(Token Token, IReadOnlyList<string> Ways) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}
