using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>Whether a component is digitized.</summary>
[Term("phạm vi số hóa", Law = "NĐ 107/2021/NĐ-CP Đ.1.11")]
public enum DigitizingScope
{
    /// <summary>It must be.</summary>
    [Term("phải số hóa")] Must,
    /// <summary>Only if the applicant asks for it and pays (R-DIG-03, R-FEE-11).</summary>
    [Term("số hóa khi người nộp yêu cầu")] OnRequest,
    /// <summary>It may not be (R-DIG-04, R-DIG-16).</summary>
    [Term("không số hóa")] Not,
}

/// <summary>What the rows of a day say about digitizing.</summary>
/// <param name="NotForms">Forms of a paper that are not digitized.</param>
/// <param name="NotChannels">Channels whose papers are not digitized: they are electronic already.</param>
/// <param name="Classes">Classes that must be: "result" of an earlier procedure, "component" for every other component.</param>
/// <param name="Secret">Codes of components that are secret.</param>
[NoTerm("rows of a day")]
public sealed record ScopeRules(
    IReadOnlyList<string> NotForms, IReadOnlyList<string> NotChannels, IReadOnlyList<string> Classes, IReadOnlyList<string> Secret)
{
    /// <summary>The class of a paper that is the result of an earlier procedure.</summary>
    public const string Result = "result";

    /// <summary>The class of any other component.</summary>
    public const string Component = "component";

    /// <summary>What holds for a component, and why it may not be digitized; null where it may.</summary>
    /// <param name="component">Its code.</param>
    /// <param name="isResult">It is the result of an earlier procedure.</param>
    /// <param name="form">In which form it was taken.</param>
    /// <param name="channel">How the dossier was filed, by the name of the channel.</param>
    public (DigitizingScope Scope, Refusal? Why) Of(string component, bool isResult, PaperForm form, string channel)
    {
        const string law = "TT 01/2023/TT-VPCP Đ.2; TT 03/2025/TT-VPCP Đ.5.2";
        if (NotChannels.Contains(channel))
            return (DigitizingScope.Not, new Refusal("scope.online", "Hồ sơ nộp trực tuyến đã là bản điện tử nên không quét lại.", law));
        if (Secret.Contains(component))
            return (DigitizingScope.Not, new Refusal("scope.secret", "Giấy tờ này thuộc bí mật nhà nước nên không số hóa.", law));
        if (NotForms.Contains(form.ToString()))
            return (DigitizingScope.Not, new Refusal("scope.form", $"Giấy tờ nộp là {Terms.Of(form)} nên không số hóa.", law));
        return (Classes.Contains(isResult ? Result : Component) ? DigitizingScope.Must : DigitizingScope.OnRequest, null);
    }
}
