using System.ComponentModel.DataAnnotations;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Time;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>A procedure as the form has it.</summary>
public sealed class ProcedureForm
{
    internal const string TooLong = "Nội dung quá dài; hãy rút gọn.";

    /// <summary>The version that the form was filled from.</summary>
    public int Base { get; set; }

    /// <summary>The highest version there was.</summary>
    public int Seen { get; set; }

    /// <summary>What was shown before saving: its digest.</summary>
    public string? Previewed { get; set; }

    /// <summary>The fields that could be locked when the changes were shown.</summary>
    public List<CatalogueField> Offered { get; set; } = [];

    /// <summary>The fields to lock.</summary>
    public List<CatalogueField> Lock { get; set; } = [];

    /// <summary>The defect that is mended.</summary>
    public int? Defect { get; set; }

    /// <summary>Name.</summary>
    [StringLength(2000, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";

    /// <summary>Sector.</summary>
    [StringLength(300, ErrorMessage = TooLong)]
    public string Sector { get; set; } = "";

    /// <summary>The level that resolves it first of all.</summary>
    public Level CompetentLevel { get; set; }

    /// <summary>All levels that resolve it.</summary>
    public List<Level> Levels { get; set; } = [];

    /// <summary>How much can be done online.</summary>
    public OnlineLevel Online { get; set; }

    /// <summary>Why not more.</summary>
    [StringLength(2000, ErrorMessage = TooLong)]
    public string? OnlineReason { get; set; }

    /// <summary>Whose system takes it.</summary>
    public Routing Routing { get; set; }

    /// <summary>Where it may be filed.</summary>
    public BoundaryScope Scope { get; set; }

    /// <summary>The decision behind the scope.</summary>
    [StringLength(500, ErrorMessage = TooLong)]
    public string? ScopeBasis { get; set; }

    /// <summary>Whether paper is taken.</summary>
    public bool PaperAllowed { get; set; }

    /// <summary>By which text not.</summary>
    [StringLength(500, ErrorMessage = TooLong)]
    public string? PaperBasis { get; set; }

    /// <summary>The result is returned at once.</summary>
    public bool Immediate { get; set; }

    /// <summary>Cases, one a line.</summary>
    [StringLength(20_000, ErrorMessage = TooLong)]
    public string Cases { get; set; } = "";

    /// <summary>Components.</summary>
    public List<PaperFields> Papers { get; set; } = [];

    /// <summary>Limits.</summary>
    public List<LimitFields> Limits { get; set; } = [];

    /// <summary>Tariffs.</summary>
    public List<TariffFields> Tariffs { get; set; } = [];

    /// <summary>Result.</summary>
    [StringLength(2000, ErrorMessage = TooLong)]
    public string ResultName { get; set; } = "";

    /// <summary>Its code.</summary>
    [StringLength(100, ErrorMessage = TooLong)]
    public string ResultCode { get; set; } = "";

    /// <summary>Process.</summary>
    public string Process { get; set; } = "";

    /// <summary>Function of the department.</summary>
    public string Department { get; set; } = "";

    /// <summary>Legal bases, one a line.</summary>
    [StringLength(40_000, ErrorMessage = TooLong)]
    public string LegalBases { get; set; } = "";

    /// <summary>Keywords, one a line.</summary>
    [StringLength(4000, ErrorMessage = TooLong)]
    public string Keywords { get; set; } = "";

    /// <summary>The decision that announced it.</summary>
    [StringLength(500, ErrorMessage = TooLong)]
    public string Decision { get; set; } = "";

    /// <summary>Whether it was compared with the decision.</summary>
    public bool Verified { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Why.</summary>
    [StringLength(1000, ErrorMessage = TooLong)]
    public string Reason { get; set; } = "";

    /// <summary>The cases, as typed.</summary>
    internal IReadOnlyList<string> CaseNames => FormText.Lines(Cases);
}

/// <summary>A component as the form has it.</summary>
public sealed class PaperFields
{
    /// <summary>Leaves it out.</summary>
    public bool Remove { get; set; }

    /// <summary>Its number.</summary>
    [StringLength(20, ErrorMessage = ProcedureForm.TooLong)]
    public string Code { get; set; } = "";

    /// <summary>Name.</summary>
    [StringLength(4000, ErrorMessage = ProcedureForm.TooLong)]
    public string Name { get; set; } = "";

    /// <summary>Originals.</summary>
    public int? Originals { get; set; }

    /// <summary>Copies.</summary>
    public int? Copies { get; set; }

    /// <summary>Whether it must be handed in.</summary>
    public bool Required { get; set; }

    /// <summary>Only shown.</summary>
    public bool ShowOnly { get; set; }

    /// <summary>Case; empty for all.</summary>
    public string? Case { get; set; }

    /// <summary>Form.</summary>
    [StringLength(500, ErrorMessage = ProcedureForm.TooLong)]
    public string? Form { get; set; }

    /// <summary>Note.</summary>
    [StringLength(4000, ErrorMessage = ProcedureForm.TooLong)]
    public string? Note { get; set; }

    /// <summary>National code.</summary>
    [StringLength(100, ErrorMessage = ProcedureForm.TooLong)]
    public string? NationalCode { get; set; }

    /// <summary>Codes of results that may replace it, with commas between.</summary>
    [StringLength(2000, ErrorMessage = ProcedureForm.TooLong)]
    public string? ReplacedBy { get; set; }

    /// <summary>Forms to fill in, one a line: "name | address".</summary>
    [StringLength(8000, ErrorMessage = ProcedureForm.TooLong)]
    public string? Forms { get; set; }

    // A number alone is what an offered row begins with.
    internal bool IsEmpty => Remove || (FormText.Null(Name) is null && FormText.Null(Note) is null && FormText.Null(Form) is null);
}

/// <summary>A limit as the form has it.</summary>
public sealed class LimitFields
{
    /// <summary>Leaves it out.</summary>
    public bool Remove { get; set; }

    /// <summary>Channel; null for all.</summary>
    public Channel? Channel { get; set; }

    /// <summary>Case; empty for all.</summary>
    public string? Case { get; set; }

    /// <summary>How many: "16,5".</summary>
    public string? Amount { get; set; }

    /// <summary>Of what.</summary>
    public LimitUnit Unit { get; set; }

    /// <summary>Legal basis.</summary>
    [StringLength(1000, ErrorMessage = ProcedureForm.TooLong)]
    public string LegalBasis { get; set; } = "";

    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }

    internal bool IsEmpty => Remove || (FormText.Null(Amount) is null && FormText.Null(LegalBasis) is null);
}

/// <summary>A tariff as the form has it.</summary>
public sealed class TariffFields
{
    /// <summary>Leaves it out.</summary>
    public bool Remove { get; set; }

    /// <summary>Name.</summary>
    [StringLength(1000, ErrorMessage = ProcedureForm.TooLong)]
    public string Name { get; set; } = "";

    /// <summary>Fee or charge.</summary>
    public TariffKind Kind { get; set; }

    /// <summary>Amount.</summary>
    public Dong? Amount { get; set; }

    /// <summary>For one of what.</summary>
    [StringLength(60, ErrorMessage = ProcedureForm.TooLong)]
    public string Per { get; set; } = "";

    /// <summary>Channel; null for all.</summary>
    public Channel? Channel { get; set; }

    /// <summary>Legal basis.</summary>
    [StringLength(1000, ErrorMessage = ProcedureForm.TooLong)]
    public string LegalBasis { get; set; } = "";

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }

    internal bool IsEmpty => Remove || (FormText.Null(Name) is null && Amount is null && FormText.Null(LegalBasis) is null);
}
