using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The lead or the one-stop unit sends parts of a dossier to other agencies.</summary>
public sealed class AskCooperationModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>The most agencies that are asked at a time; more are asked by a second slip.</summary>
    public const int MostAgencies = 4;

    /// <summary>One agency.</summary>
    public sealed class Row
    {
        /// <summary>The agency.</summary>
        public int? Agency { get; set; }

        /// <summary>What it is to do.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Work { get; set; }

        /// <summary>Working days, as typed: "2" or "1,5".</summary>
        public string? Days { get; set; }

        /// <summary>Number of the row whose agency needs the result next.</summary>
        public int? Feeds { get; set; }
    }

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>How they are asked.</summary>
        public CooperationMode Mode { get; set; }

        /// <summary>The agencies, in order.</summary>
        public List<Row> Rows { get; set; } = [];
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AskCooperation>();

    /// <summary>The agencies that may be asked.</summary>
    public IReadOnlyList<Choice> Agencies => [.. View.Now.Agencies.All
        .Where(a => a.Kind != AgencyKind.OneStop && a.HoldsOn(View.Now.Today) && a.Id != Step?.Unit).OrderBy(a => a.Level).ThenBy(a => a.Code)
        .Select(a => new Choice(a.Id.Value.ToString(CultureInfo.InvariantCulture), a.Name))];

    /// <summary>The other rows, for who needs a result next.</summary>
    public static IEnumerable<Choice> OthersThan(int row) => Enumerable.Range(0, MostAgencies).Where(i => i != row)
        .Select(i => new Choice((i + 1).ToString(CultureInfo.InvariantCulture), $"Cơ quan {i + 1}"));

    /// <summary>Sends the parts.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Fill();
        var asked = new List<AskedAgency>();
        for (var i = 0; i < Input.Rows.Count; i++)
            if (Input.Rows[i] is { Agency: { } agency } row)
            {
                if (!decimal.TryParse(row.Days?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days))
                    ModelState.AddModelError($"Input.Rows[{i}].Days", "Hãy nhập số ngày làm việc như 2 hoặc 1,5.");
                asked.Add(new AskedAgency(new AgencyId(agency), row.Work, days, Next(row.Feeds)));
            }
            else if (!string.IsNullOrWhiteSpace(Input.Rows[i].Work))
                ModelState.AddModelError($"Input.Rows[{i}].Agency", "Hãy chọn cơ quan làm việc này.");
        return Perform((id, step, hand) => across.Ask(id, step, Input.Mode, asked, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Domain.Law.Refusal OnForm(Domain.Law.Refusal no) => no.Field == nameof(AskCooperation.Asks) ? no with { Field = null } : no;

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        Fill();
        return Task.CompletedTask;
    }

    private AgencyId? Next(int? row) => row is >= 1 and <= MostAgencies && Input.Rows[row.Value - 1].Agency is { } id ? new AgencyId(id) : null;

    private void Fill()
    {
        while (Input.Rows.Count < MostAgencies)
            Input.Rows.Add(new Row());
    }
}
