using MotCua.Domain.Law;

namespace MotCua.Planted.Terms;

/// <summary>Neither a term nor a reason for having none.</summary>
public sealed record Wordless(int Value);

/// <summary>A status whose member has no term.</summary>
[Term("trạng thái thử")]
public enum HalfNamed
{
    /// <summary>Named.</summary>
    [Term("có tên")] Named,
    /// <summary>Not named.</summary>
    Unnamed,
}

/// <summary>Two members of one term.</summary>
[Term("trạng thái trùng")]
public enum TwiceNamed
{
    /// <summary>One.</summary>
    [Term("một tên")] One,
    /// <summary>Other.</summary>
    [Term("một tên")] Other,
}

/// <summary>One of two types with the same term.</summary>
[Term("giấy trùng tên")]
public sealed record OnePaper;

/// <summary>The other of two types with the same term.</summary>
[Term("giấy trùng tên")]
public sealed record OtherPaper;

/// <summary>Both a term and a reason for having none.</summary>
[Term("vừa có vừa không"), NoTerm("both")]
public sealed record Both;

/// <summary>A reason that gives none.</summary>
[NoTerm(" ")]
public sealed record Unreasoned;

/// <summary>A term that is not written as the law writes it: in NFD.</summary>
[Term("giấy to\u031B\u0300")]
public sealed record Decomposed;

/// <summary>As it should be.</summary>
[Term("giấy đúng", Law = "NĐ 61/2018/NĐ-CP Đ.3")]
public sealed record Proper;

/// <summary>As it should be.</summary>
[NoTerm("a technical thing")]
public sealed record Technical;

/// <summary>Holds only functions: no thing of the law.</summary>
public static class Functions;
