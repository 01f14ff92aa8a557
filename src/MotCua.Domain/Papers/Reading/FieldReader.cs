using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>x</summary>
[NoTerm("handling of scans")]
public static class FieldReader
{
    /// <summary>x</summary>
    public static PaperFields Read(IReadOnlyList<ReadPage> pages) => new(default, default, default, default, default, default, default, default, default, default, default);
}
