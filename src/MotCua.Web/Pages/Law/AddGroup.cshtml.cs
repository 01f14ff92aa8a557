using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Adds a group of linked procedures, or the next version of one.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class AddGroupModel(Amend amend, LawReader reader) : AmendPage(amend)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The code of the group.</summary>
        public string Procedure { get; set; } = "";

        /// <summary>Who published it.</summary>
        public GroupPublisher Publisher { get; set; }

        /// <summary>The procedures, one a line.</summary>
        public string Members { get; set; } = "";

        /// <summary>First day.</summary>
        public DateOnly? From { get; set; }

        /// <summary>Last day.</summary>
        public DateOnly? To { get; set; }

        /// <summary>The text.</summary>
        public string Basis { get; set; } = "";

        /// <summary>Whether it was read.</summary>
        public bool Verified { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Shows an empty form, or the last group under a code.</summary>
    public async Task OnGetAsync(string? code, CancellationToken cancel)
    {
        if ((await reader.Reference(cancel)).Groups.LastOrDefault(g => g.Procedure == code) is { } group)
            Input = new Fields { Procedure = group.Procedure, Publisher = group.Publisher, Members = AddGroup.Write(group) };
    }

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.From is null && ModelState.IsValid)
            ModelState.AddModelError("Input.From", "Hãy nhập ngày bắt đầu áp dụng.");
        return await Send(
            new AddGroup(Input.Procedure ?? "", Input.Publisher, Input.Members ?? "", Input.Basis ?? "", Input.From ?? default, Input.To, Input.Verified),
            "/danh-muc/nhom-lien-thong", cancel);
    }
}
