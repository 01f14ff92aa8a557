using Microsoft.AspNetCore.Mvc;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>Gives an officer a duty on a basis, or proposes it.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class GiveDutyModel(StaffReader staff, GrantDuties grants) : OfficerPage(staff)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The duty.</summary>
        public Duty? Duty { get; set; }

        /// <summary>The unit.</summary>
        public int? Unit { get; set; }

        /// <summary>How he comes to it.</summary>
        public GrantKind Kind { get; set; }

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? To { get; set; }

        /// <summary>Number of the decision.</summary>
        public string? Basis { get; set; }

        /// <summary>Its day.</summary>
        public DateOnly? BasisDay { get; set; }

        /// <summary>Years of service in the field.</summary>
        public int? Years { get; set; }

        /// <summary>Whether the qualification suits.</summary>
        public bool Qualified { get; set; }

        /// <summary>Why it departs from a standard.</summary>
        public string? Reason { get; set; }
    }

    private static readonly Dictionary<GrantKind, string> Notes = new()
    {
        [GrantKind.Official] = "Giữ nhiệm vụ từ ngày bắt đầu.",
        [GrantKind.Secondment] = "Cơ quan khác cử đến, có thời hạn.",
        [GrantKind.Backup] = "Chỉ vào danh sách; khi được cử làm thay mới có quyền.",
    };

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The kinds to choose from, with what they mean.</summary>
    public IEnumerable<Choice> Kinds => Choice.Of<GrantKind>().Select(c => c with { Note = Notes[Enum.Parse<GrantKind>(c.Value)] });

    /// <summary>Which duties need a second person.</summary>
    public string TwoPersons => string.Join(", ", Rules.TwoPersons.Select(d => Terms.Of(d)));

    /// <summary>What the law says of terms.</summary>
    public string TermHint => $"Cử đến: từ {Rules.ShortestMonths} đến {Rules.LongestMonths} tháng ({Rules.Law.Secondment}).";

    /// <summary>What the law says of service.</summary>
    public string YearsHint => $"Tiếp nhận, trả kết quả tại Bộ phận Một cửa: ít nhất {Rules.Years} năm ({Rules.Law.Service}).";

    private AssignmentRules Rules => AssignmentRules.On(Reached.Today, Reached.Reference.Rules, "");

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Load("Giao nhiệm vụ", cancel))
            return NotFound();
        Input.From = Reached.Today;
        Input.Unit = View.Officer.UnitId;
        return Page();
    }

    /// <summary>Gives the duty.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Load("Giao nhiệm vụ", cancel))
            return NotFound();
        if (Input.Duty is null)
            ModelState.AddModelError("Input.Duty", "Hãy chọn nhiệm vụ.");
        if (Input.Unit is null)
            ModelState.AddModelError("Input.Unit", "Hãy chọn đơn vị.");
        if (Input.From is null && ModelState["Input.From"] is not { Errors.Count: > 0 })
            ModelState.AddModelError("Input.From", "Hãy ghi ngày bắt đầu.");
        if (!ModelState.IsValid)
            return Page();
        var given = await grants.Give(Me, new OfficerId(OfficerId), new DutyFields(
            Input.Duty!.Value, new AgencyId(Input.Unit!.Value), Input.Kind, Input.From!.Value, Input.To, Input.Basis, Input.BasisDay, Input.Years,
            Input.Qualified, Input.Reason), cancel);
        if (!given.Done)
        {
            Refuse(given.Refusals);
            return Page();
        }
        TempData["Done"] = given.Waits
            ? $"Đã đề nghị giao “{Terms.Of(Input.Duty.Value)}”. Có hiệu lực khi người thứ hai phê duyệt."
            : $"Đã giao “{Terms.Of(Input.Duty.Value)}” cho {View.Officer.Name}.";
        return Redirect(Href);
    }
}
