using MotCua.Domain.Law;

namespace MotCua.Domain.Time;

/// <summary>How something done stands to its limit, per step and in total (R-TIME-14).</summary>
[Term("kết quả so với thời hạn", Law = "TT 01/2018/TT-VPCP Đ.13")]
public enum LimitOutcome
{
    /// <summary>On a day before the due day.</summary>
    [Term("trước hạn")] Early,

    /// <summary>On the due day, not after the due moment: equal to the limit.</summary>
    [Term("đúng hạn")] OnTime,

    /// <summary>After the due moment.</summary>
    [Term("quá hạn")] Late,
}
