using MotCua.App.Papers.Forms;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.App.Print;

/// <summary>The words that several papers share: the heading, the applicant.</summary>
internal static class Letterhead
{
    /// <summary>Heading values of a paper of a unit or agency.</summary>
    /// <param name="type">Type of the form, for its number pattern: "receipt".</param>
    public static Dictionary<string, string> Of(string type, AgencyId unit, long? number, DateOnly issued, ReferenceData reference)
    {
        var agency = reference.Agencies.Find(unit);
        var parent = agency?.Parent is { } p ? reference.Agencies.Find(p) : null;
        return new Dictionary<string, string>
        {
            [FormKeys.ParentAgency] = parent?.Name ?? "",
            [FormKeys.Unit] = Short(agency?.Name ?? "", parent?.Place),
            [FormKeys.UnitShort] = ShortSign(agency),
            [FormKeys.Number] = Number(number),
            [FormKeys.NumberAndSymbol] = Pattern(type, issued, reference).Replace("{n}", Number(number)).Replace("{unit}", ShortSign(agency)),
            [FormKeys.Place] = agency?.Place ?? "",
            [FormKeys.Date] = FormPhrases.Day(issued),
            [FormKeys.ReceivingUnit] = agency?.Name ?? "",
        };
    }

    private static string Number(long? number) => number is { } n ? FormPhrases.Count((int)n) : "…";

    /// <summary>TTPVHCC for a centre, BPTNTKQ for a section that receives and returns (R-FORM-21).</summary>
    private static string ShortSign(Agency? agency) =>
        agency is { Level: not Level.Ministry } && !agency.Name.StartsWith("Bộ phận", StringComparison.OrdinalIgnoreCase) ? "TTPVHCC" : "BPTNTKQ";

    /// <summary>The pattern of a type's number on the day: the rule holds "receipt={n}/{unit}|supplement={n}/PBS-{unit}|…" (R-FORM-21).</summary>
    private static string Pattern(string type, DateOnly issued, ReferenceData reference) =>
        reference.Rules.Text("form.number", issued).Split('|').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == type)?[1] ?? "{n}";

    /// <summary>Values of the applicant.</summary>
    public static void Applicant(Dictionary<string, string> values, Party party)
    {
        values[FormKeys.ApplicantName] = party.Name;
        values[FormKeys.ApplicantAddress] = party.Address;
        Put(values, FormKeys.ApplicantIdentifier, party.Number);
        Put(values, FormKeys.ApplicantPhone, party.Phone);
        Put(values, FormKeys.ApplicantEmail, party.Email);
    }

    /// <summary>Sets a value unless it is empty.</summary>
    public static void Put(Dictionary<string, string> values, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            values[key] = value;
    }

    /// <summary>The unit without the name of the place, which stands in the line above.</summary>
    private static string Short(string unit, string? place) =>
        unit.StartsWith("Trung tâm Phục vụ hành chính công", StringComparison.Ordinal) && place is not null ? "Trung tâm Phục vụ hành chính công" : unit;
}

/// <summary>The words of a Mẫu 02 or 03 given at the counter.</summary>
internal sealed class SlipWords(
    Reception.SlipContent slip, ReferenceData reference, IReadOnlyDictionary<int, Agencies.OfficerRow> officers, Issuer issuer, DateTimeOffset now)
{
    public FormContent Content()
    {
        var values = Letterhead.Of(slip.Form, slip.Unit, slip.Number, Vietnam.Day(slip.At), reference);
        Letterhead.Applicant(values, slip.Owner);
        values[FormKeys.Request] = slip.ProcedureName;
        values[FormKeys.ProcedureCode] = slip.Procedure;
        values[FormKeys.Reason] = slip.Basis is null ? slip.Reason : $"{slip.Reason} (Căn cứ: {slip.Basis})";
        var officer = PaperWords.Signer(
            officers.GetValueOrDefault(slip.Officer.Value)?.Name, slip.InPlaceOf is { } absent ? officers.GetValueOrDefault(absent.Value)?.Name : null);
        values[FormKeys.ContactName] = officer is null ? values[FormKeys.ReceivingUnit] : $"{officer}, {values[FormKeys.ReceivingUnit]}";
        Letterhead.Put(values, FormKeys.ContactPhone, reference.Agencies.Find(slip.Unit)?.Phone);
        var title = slip.Form == "supplement" ? "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" : "Phiếu từ chối tiếp nhận giải quyết hồ sơ";
        var signature = new FormSignature(officer);
        return new FormContent
        {
            Code = $"{FormPhrases.Count((int)slip.Number)}-{Vietnam.Day(slip.At):yyMMdd}", CreatedAt = now, Author = values[FormKeys.ReceivingUnit],
            Sample = issuer.Sample, Values = values,
            Lists = slip.Items.Count == 0 ? [] : new Dictionary<string, IReadOnlyList<string>> { [FormKeys.Requirements] = slip.Items },
            Signatures = new Dictionary<string, FormSignature>
            {
                [slip.Form == "supplement" ? FormKeys.Guide : FormKeys.Receiver] = signature,
            },
            Qr = new QrPayload("", slip.Procedure, slip.Owner.Number ?? "", title, issuer.Name, now),
        };
    }
}
