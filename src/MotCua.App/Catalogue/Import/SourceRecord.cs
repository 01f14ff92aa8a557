using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue.Import;

/// <summary>A component as a source names it.</summary>
public sealed record SourcePaper(
    string Name, string? Code, int Originals, int Copies, bool Required, IReadOnlyList<FormFile> Forms, IReadOnlyList<string> ReplacedBy);

/// <summary>A case with its components.</summary>
/// <param name="Name">Empty for the only one.</param>
/// <param name="Unparsed">Text whose components could not be told apart.</param>
public sealed record SourceCase(string Name, IReadOnlyList<SourcePaper> Papers, string? Unparsed);

/// <summary>A way to file as a source writes it.</summary>
/// <param name="Number">The limit's number, or whatever stands in its place.</param>
/// <param name="Unit">The limit's unit as written.</param>
public sealed record SourceWay(Channel? Channel, string ChannelText, string? Number, string? Unit, IReadOnlyList<WrittenFee> Fees, string Note);

/// <summary>What one source says of a procedure, in one form for all sources. Empty means that the source says nothing.</summary>
/// <param name="Code">Trimmed.</param>
/// <param name="WrittenCode">As written; null where it is the same.</param>
/// <param name="Online">Whether all of it can be done online; null where the source does not say.</param>
/// <param name="Anywhere">Whether it may be filed outside the competent unit; null where the source does not say.</param>
public sealed record SourceRecord(
    string Code, string? WrittenCode, string Name, NamedAgency? Agency, string Decision, IReadOnlyList<Level> Levels, IReadOnlyList<NamedAgency> Sectors,
    IReadOnlyList<string> Subjects, IReadOnlyList<NamedAgency> Executing, IReadOnlyList<NamedAgency> Authority, string Coordinating,
    string ReceivingAddress, IReadOnlyList<WrittenStep> Steps, IReadOnlyList<SourceWay> Ways, IReadOnlyList<SourceCase> Cases,
    IReadOnlyList<ProcedureResult> Results, IReadOnlyList<LegalText> LegalTexts, string Conditions, string Related, IReadOnlyList<string> Events,
    IReadOnlyList<string> Keywords, bool? Online, bool? Anywhere, string Type, string State, string Address)
{
    /// <summary>A record that says nothing but its code and name.</summary>
    public static SourceRecord Of(string code, string? written, string name) => new(
        code, written, name, null, "", [], [], [], [], [], "", "", [], [], [], [], [], "", "", [], [], null, null, "", "", "");
}

/// <summary>A record with where and when it was read.</summary>
/// <param name="Seen">Day of the crawl; the day of the import where the source has none.</param>
/// <param name="Origin">File and line, for people.</param>
public sealed record ReadRecord(SourceRecord Record, ProcedureSource Source, DateOnly Seen, string Origin);

/// <summary>What cannot be stored at all.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Line">From 1.</param>
public sealed record RejectedRecord(string File, int Line, string? Code, string Reason);
