using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Words;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The one-stop unit takes the papers that complete a dossier.</summary>
public sealed class AcceptSupplementModel(DossierReader reader, HandleDossier handle, Uploads uploads) : ActPage(reader)
{
    private const int MostPapers = 200;

    /// <summary>What is typed of one component.</summary>
    public sealed class Fields
    {
        /// <summary>"yes", "no", or nothing where none was brought.</summary>
        public string? Passes { get; set; }

        /// <summary>In which form.</summary>
        public PaperForm Form { get; set; }

        /// <summary>How many.</summary>
        [Range(1, 999, ErrorMessage = "Số bản phải từ 1 đến 999.")]
        public int Count { get; set; } = 1;

        /// <summary>The original is to be given back.</summary>
        public bool GiveBack { get; set; }

        /// <summary>A remark.</summary>
        [StringLength(500, ErrorMessage = TooLong)]
        public string? Note { get; set; }

        /// <summary>Files just sent.</summary>
        public List<IFormFile> Files { get; set; } = [];

        /// <summary>Files that came with the form before.</summary>
        public List<string> Held { get; set; } = [];
    }

    /// <summary>What is typed, by code of the component.</summary>
    [BindProperty]
    public Dictionary<string, Fields> Input { get; set; } = [];

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AcceptSupplement>();

    /// <summary>The components of the dossier's procedure and case.</summary>
    public IReadOnlyList<RequiredPaper> Components => [.. View.Now.Procedure.PapersFor(View.Dossier.Case.CaseName)];

    /// <summary>What was asked for; null once erased.</summary>
    public string? Asked => View.Dossier.Case.Supplement is { } text ? View.TextOf(text) : null;

    /// <summary>What may be attached.</summary>
    public FileRules Rules => Uploads.RulesOf(View);

    /// <summary>Whether a component was brought, and passes.</summary>
    public static IReadOnlyList<Choice> Checks { get; } = [new("", "Không bổ sung"), new("yes", "Đạt"), new("no", "Không đạt")];

    /// <summary>What is typed of a component.</summary>
    public Fields Of(RequiredPaper paper) => Input.GetValueOrDefault(paper.Code) ?? new Fields
    {
        Form = paper.ShowOnly ? PaperForm.Shown : paper.Originals > 0 ? PaperForm.Original : PaperForm.Photocopy,
        Count = Math.Max(1, paper.Originals + paper.Copies),
    };

    /// <summary>The files held for a component, with their sealed notes.</summary>
    public IEnumerable<(string Note, StoredFile File)> HeldOf(RequiredPaper paper) =>
        from note in Of(paper).Held
        let file = uploads.Open(note)
        where file is not null
        select (note, file);

    /// <summary>Takes the papers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Count > MostPapers)
            return BadRequest();
        return await Perform((id, _, hand) => handle.AcceptSupplement(id, [.. Components.Where(IsBrought).Select(Paper)], hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <summary>Takes in what was sent with the form, so that no file has to be sent twice, whatever else is wrong.</summary>
    protected override async Task TakeIn(CancellationToken cancel)
    {
        foreach (var paper in Components)
        {
            if (Input.GetValueOrDefault(paper.Code) is not { } typed)
                continue;
            foreach (var sent in typed.Files)
            {
                var (file, no) = await uploads.Take(sent, null, View, cancel);
                if (no is not null)
                    ModelState.AddModelError($"Input[{paper.Code}].Files", no.Sentence);
                else if (file is not null)
                    typed.Held.Add(uploads.Hold(file));
            }
            if (typed.Passes is not ("yes" or "no") && typed.Held.Count > 0)
                ModelState.AddModelError($"Input[{paper.Code}].Passes", $"Đã có tệp của “{paper.Name}”. Hãy ghi Đạt hoặc Không đạt.");
        }
    }

    /// <inheritdoc/>
    protected override Refusal OnForm(Refusal no) => no with { Field = null };

    private bool IsBrought(RequiredPaper paper) => Of(paper).Passes is "yes" or "no";

    private SupplementPaper Paper(RequiredPaper paper)
    {
        var typed = Of(paper);
        return new SupplementPaper(
            paper.Code, typed.Form, typed.Count, typed.Passes == "yes", typed.GiveBack, VietnameseText.Clean(typed.Note),
            [.. HeldOf(paper).Select(h => h.File)]);
    }
}
