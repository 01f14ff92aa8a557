using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>Proposes what must be recorded of a paper (R-DIG-09) from the words read on it, by the layout of NĐ 30/2020 and of the forms of each kind.
/// Only what is legible and plausible is proposed; the rest is left to the officer.</summary>
[NoTerm("handling of scans")]
public static class FieldReader
{
    /// <summary>Reads the fields of one paper.</summary>
    /// <param name="pages">Its pages in order.</param>
    public static PaperFields Read(IReadOnlyList<ReadPage> pages)
    {
        var paper = new Paper(pages);
        if (paper.Title is not { } title)
            return new PaperFields(default, default, default, default, DateReader.Read(paper), default, default, default, default, default, default);
        var (number, notation) = NumberReader.Read(paper);
        var date = DateReader.Read(paper);
        var subject = AbstractReader.Read(paper);
        var (owner, id) = OwnerReader.Read(paper, subject.Value);
        return new PaperFields(
            ReadField.Of(title.Code, title.Sure), ReadField.Of(title.Words, title.Sure), number, notation, date, IssuerReader.Read(paper),
            owner, id, subject, ValidityReader.Until(paper, date), ValidityReader.Scope(paper));
    }
}
