using MotCua.App.Dossiers;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Work;

/// <summary>Which rows a list begins with; filters narrow it.</summary>
[Term("danh sách hồ sơ")]
public enum WorkView
{
    /// <summary>Open steps of the officer's units.</summary>
    [Term("việc của đơn vị")] Unit,
    /// <summary>Open steps that wait for the officer himself.</summary>
    [Term("việc của tôi")] Mine,
    /// <summary>Dossiers on which the officer has acted.</summary>
    [Term("tôi đã xử lý")] Done,
    /// <summary>All dossiers in which his units have or had a part, open or closed.</summary>
    [Term("tất cả của đơn vị")] All,
}

/// <summary>How a dossier stands against its limit.</summary>
[Term("tình trạng thời hạn")]
public enum DueState
{
    /// <summary>The limit runs and does not end soon.</summary>
    [Term("còn hạn")] Running,
    /// <summary>It ends within the working days of the rule work.due-soon.working-days.</summary>
    [Term("sắp đến hạn")] Soon,
    /// <summary>It has ended and there is no result.</summary>
    [Term("quá hạn")] Overdue,
    /// <summary>It stands still until the applicant has supplemented.</summary>
    [Term("chờ bổ sung")] Waiting,
    /// <summary>The clock stands still for a reason of the closed list; nothing is late meanwhile.</summary>
    [Term("tạm dừng tính hạn")] Paused,
    /// <summary>The result was there in time.</summary>
    [Term("đã xong đúng hạn")] InTime,
    /// <summary>The result came too late.</summary>
    [Term("đã xong sau hạn")] TooLate,
}

/// <summary>In which order a list stands.</summary>
[NoTerm("an order of rows")]
public enum WorkSort
{
    /// <summary>What is most urgent first.</summary>
    Due,
    /// <summary>Received last, first.</summary>
    Newest,
    /// <summary>Received first, first.</summary>
    Oldest,
    /// <summary>By code.</summary>
    Code,
}

/// <summary>Days from and to, both within; null where open.</summary>
public readonly record struct Days(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether anything is asked.</summary>
    public bool Any => From is not null || To is not null;

    /// <summary>The first instant within.</summary>
    public DateTimeOffset Start => From is { } from ? Vietnam.Instant(from, TimeOnly.MinValue) : DateTimeOffset.MinValue;

    /// <summary>The first instant beyond.</summary>
    public DateTimeOffset End => To is { } to && to < DateOnly.MaxValue ? Vietnam.Instant(to.AddDays(1), TimeOnly.MinValue) : DateTimeOffset.MaxValue;
}

/// <summary>A follow-up book: what a one-stop unit received in a year (R-FORM-11).</summary>
public readonly record struct BookOf(int Unit, int Year)
{
    /// <summary>Its days.</summary>
    public Days Days => new(new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
}

/// <summary>What an officer asks for. Everything that is given must hold at once; null asks nothing.</summary>
public sealed record WorkQuery(WorkView View = WorkView.Unit)
{
    /// <summary>Words of code, names and procedure, without tones.</summary>
    public string? Words { get; init; }
    /// <summary>The unit: of the open step, or one with a part in the dossier.</summary>
    public int? Unit { get; init; }
    /// <summary>Kind of an open step.</summary>
    public StepKind? Step { get; init; }
    /// <summary>Status.</summary>
    public DossierStatus? Status { get; init; }
    /// <summary>How it stands against its limit.</summary>
    public DueState? Due { get; init; }
    /// <summary>Sector of the procedure, as written.</summary>
    public string? Sector { get; init; }
    /// <summary>Procedure code.</summary>
    public string? Procedure { get; init; }
    /// <summary>Words of a name without tones; or, with a digit in it, a whole number.</summary>
    public string? Person { get; init; }
    /// <summary>A part of the code.</summary>
    public string? Code { get; init; }
    /// <summary>Filed how.</summary>
    public Channel? Channel { get; init; }
    /// <summary>An officer: who holds the step; in lists of dossiers also who has acted.</summary>
    public int? Officer { get; init; }
    /// <summary>Received.</summary>
    public Days Received { get; init; }
    /// <summary>Promised.</summary>
    public Days Appointment { get; init; }
    /// <summary>Result registered.</summary>
    public Days Result { get; init; }
    /// <summary>Result handed over.</summary>
    public Days Returned { get; init; }
    /// <summary>Follow-up book.</summary>
    public BookOf? Book { get; init; }
    /// <summary>Order; null = the usual one of the view.</summary>
    public WorkSort? Sort { get; init; }

    /// <summary>Whether its rows are open steps rather than dossiers.</summary>
    public bool OfSteps => View is WorkView.Unit or WorkView.Mine;

    /// <summary>The order in force.</summary>
    public WorkSort Order => Sort ?? (OfSteps ? WorkSort.Due : WorkSort.Newest);

    /// <summary>Whether a person is looked up by number.</summary>
    public bool LooksUp => Person is not null && Person.Any(char.IsAsciiDigit);
}

/// <summary>A row of a list: one open step, or one dossier with the step that tells most about it.</summary>
/// <param name="Step">Null where no step is open.</param>
/// <param name="Officer">Name of the officer who has the step; null for nobody.</param>
public sealed record WorkItem(DossierRow Dossier, DossierStepRow? Step, string OwnerName, string? Officer, DueState? Due);

/// <summary>A page of a list; rows are not counted beyond it.</summary>
/// <param name="After">The place of the last row, where more follow.</param>
/// <param name="Before">The place of the first row, where others stand before it.</param>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, string? After, string? Before);
