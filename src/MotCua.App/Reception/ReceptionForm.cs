using System.Globalization;
using System.Text.Json;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>What was typed into a form, by field name, exactly as typed.</summary>
public sealed class TypedForm(IReadOnlyDictionary<string, string[]> values)
{
    /// <summary>Nothing typed.</summary>
    public static readonly TypedForm Empty = new(new Dictionary<string, string[]>());

    /// <summary>Every field.</summary>
    public IReadOnlyDictionary<string, string[]> Values => values;

    /// <summary>The cleaned value of a field; null if it is empty.</summary>
    public string? this[string name] => values.TryGetValue(name, out var v) && v.Length > 0 ? VietnameseText.Clean(v[^1]) : null;

    /// <summary>The value of a field as it was typed; "" if there is none.</summary>
    public string Raw(string name) => values.TryGetValue(name, out var v) && v.Length > 0 ? v[^1] : "";

    /// <summary>All values of a field with several.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name, []);

    /// <summary>Whether a box is ticked.</summary>
    public bool Is(string name) => Raw(name) is "true" or "on";

    /// <summary>A choice; the default where nothing or something unknown was typed.</summary>
    public T Choice<T>(string name, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(this[name], out var value) && Enum.IsDefined(value) ? value : otherwise;

    /// <summary>A whole number; null if it is none.</summary>
    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>As stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(values, Json.Stored);

    /// <summary>From the stored text.</summary>
    public static TypedForm FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Json.Stored) ?? []);

    /// <summary>The same with some fields replaced.</summary>
    public TypedForm With(params IEnumerable<(string Name, string Value)> changes)
    {
        var copy = new Dictionary<string, string[]>(values);
        foreach (var (name, value) in changes)
            copy[name] = [value];
        return new TypedForm(copy);
    }
}

/// <summary>A component as typed.</summary>
/// <param name="Why">Why it does not pass: words for the slip; null if it passes.</param>
public sealed record TypedPaper(RequiredPaper Paper, TakenPaper Taken, string? Why, IReadOnlyList<AttemptFileRow> Files);

/// <summary>A fee line as typed.</summary>
public sealed record TypedFee(Tariff Tariff, int Count)
{
    /// <summary>Amount of the line.</summary>
    public Dong Sum => new(Tariff.Amount.Amount * Count);
}

/// <summary>Reads what was typed at reception. Nothing that was typed is changed; what is wrong comes back as refusals that name their field.</summary>
public sealed record ReceptionForm(
    ProcedureVersion Procedure, string? CaseName, Channel Channel, AgencyId Support, AgencyId Reception, AgencyId Competent,
    Party Owner, bool SubmitterIsOwner, Party Submitter, string? Authorisation, IReadOnlyList<TypedPaper> Papers,
    IReadOnlyList<TypedFee> Fees, ReturnChannel ReturnChannel, AgencyId ReturnUnit, IReadOnlyList<string> Notices, bool WithReceipt,
    int Sets, IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Warnings)
{
    /// <summary>What the applicant owes.</summary>
    public Dong Charged => Fees.Aggregate(Dong.Zero, (sum, f) => sum + f.Sum);

    /// <summary>By what the same owner is known again: his number, else his folded name.</summary>
    public string OwnerKey => Owner.Number is { Length: > 0 } n ? n : VietnameseText.Fold(Owner.Name);

    /// <summary>Reads a form.</summary>
    /// <param name="reference">Today's rows.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static ReceptionForm Read(
        TypedForm typed, ProcedureVersion procedure, AgencyId unit, IReadOnlyList<AttemptFileRow> files, ReferenceData reference, DateOnly today)
    {
        var refusals = new List<Refusal>();
        var caseName = procedure.Cases.Count == 0 ? null : typed["case"];
        if (procedure.Cases.Count > 0 && (caseName is null || !procedure.Cases.Contains(caseName)))
            refusals.Add(new Refusal("form.case", "Hãy chọn trường hợp của thủ tục.", null, "case"));
        var channel = typed.Choice("channel", Channel.Direct);
        var owner = ReadParty(typed, "owner", out var ownerRefusals);
        refusals.AddRange(ownerRefusals);
        var same = typed.Is("submitter.same");
        var submitter = owner;
        if (!same)
        {
            submitter = ReadParty(typed, "submitter", out var submitterRefusals);
            refusals.AddRange(submitterRefusals);
        }
        var warnings = CheckParty(owner, "owner", reference, today, refusals);
        if (!same)
        {
            warnings.AddRange(CheckParty(submitter, "submitter", reference, today, refusals));
            if (typed["authorisation"] is null)
                refusals.Add(new Refusal("form.authorisation", "Người nộp thay phải có giấy tờ ủy quyền. Hãy ghi loại, số và ngày của giấy tờ đó.",
                    "NĐ 118/2025/NĐ-CP Đ.15", "authorisation"));
        }
        var competent = Unit(typed, "competent", reference) ?? DefaultCompetent(procedure, unit, reference, today);
        var papers = procedure.PapersFor(caseName).Select(p => ReadPaper(typed, p, files, reference, today, refusals)).ToList();
        return new ReceptionForm(
            procedure, caseName, channel, Unit(typed, "support", reference) ?? unit, unit, competent, owner, same, submitter,
            same ? null : typed["authorisation"], papers, ReadFees(typed, procedure, channel, today, refusals),
            typed.Choice("return.channel", ReturnChannel.AtUnit), Unit(typed, "return.unit", reference) ?? unit,
            [.. typed.All("notice").Where(n => n is "sms" or "email").Distinct()],
            !procedure.Immediate || typed.Is("receipt"), ReadSets(typed, refusals), refusals, warnings);
    }

    /// <summary>The agency that is competent by default: the committee of the receiving unit where the level fits, else the only one at that level.</summary>
    public static AgencyId DefaultCompetent(ProcedureVersion procedure, AgencyId unit, ReferenceData reference, DateOnly today)
    {
        var candidates = reference.Agencies.CompetentAt(procedure.CompetentLevel, today).ToList();
        var parent = reference.Agencies.Find(unit)?.Parent;
        return candidates.Find(a => a.Id == parent)?.Id ?? candidates.FirstOrDefault()?.Id ?? default;
    }

    private static Party ReadParty(TypedForm typed, string who, out List<Refusal> refusals)
    {
        refusals = [];
        DateOnly? birth = null;
        int? year = null;
        if (typed[$"{who}.birth"] is { } text)
        {
            if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
                year = y;
            else if (VietnameseFormat.TryParseDay(text, out var day))
                birth = day;
            else
                refusals.Add(new Refusal("form.birth", "Ngày sinh chưa đúng. Hãy nhập như 22/11/1990, hoặc chỉ năm sinh như 1990.", null, $"{who}.birth"));
        }
        var kind = typed.Choice(who + ".kind", PartyKind.Person);
        var identity = kind switch
        {
            PartyKind.Organisation => IdentityKind.TaxCode,
            PartyKind.StateBody => IdentityKind.AgencyCode,
            _ => typed.Choice(who + ".identity", IdentityKind.CitizenNumber),
        };
        var sex = Enum.TryParse<Sex>(typed[$"{who}.sex"], out var s) ? s : (Sex?)null;
        return new Party(
            kind, typed[$"{who}.name"] ?? "", identity, identity == IdentityKind.None ? null : typed[$"{who}.number"],
            identity == IdentityKind.None ? typed[$"{who}.no-number"] : null,
            identity == IdentityKind.Passport ? typed[$"{who}.nationality"] : null, birth, year ?? birth?.Year, sex,
            typed[$"{who}.address"] ?? "", typed[$"{who}.phone"], typed[$"{who}.email"]);
    }

    private static List<string> CheckParty(Party party, string who, ReferenceData reference, DateOnly today, List<Refusal> refusals)
    {
        var check = Party.Check(party, today, reference.Provinces);
        refusals.AddRange(check.Refusals.Select(r => r with { Field = FieldOf(who, r.Field) }));
        return [.. check.Warnings];
    }

    private static string FieldOf(string who, string? property) => who + "." + property switch
    {
        nameof(Party.Number) or nameof(Party.IdentityKind) => "number",
        nameof(Party.NoNumberReason) => "no-number",
        nameof(Party.Birth) or nameof(Party.BirthYear) => "birth",
        { } p => p.ToLowerInvariant(),
        null => "name",
    };

    private static TypedPaper ReadPaper(
        TypedForm typed, RequiredPaper paper, IReadOnlyList<AttemptFileRow> files, ReferenceData reference, DateOnly today, List<Refusal> refusals)
    {
        var name = $"paper.{paper.Code}";
        bool? passes = typed[$"{name}.passes"] switch { "yes" => true, "no" => false, _ => null };
        var attached = files.Where(f => f.Component == paper.Code).ToList();
        var form = typed.Choice($"{name}.form", paper.ShowOnly ? PaperForm.Shown : paper.Originals > 0 ? PaperForm.Original : PaperForm.Photocopy);
        var count = typed.Number($"{name}.count") ?? Math.Max(1, paper.Originals + paper.Copies);
        if (typed[$"{name}.count"] is { } c && (typed.Number($"{name}.count") is not { } n || n is < 0 or > 999))
            refusals.Add(new Refusal("form.count", $"Số bản “{c}” chưa đúng. Hãy nhập số từ 0 đến 999.", null, $"{name}.count"));
        string? why = null;
        if (passes == false)
        {
            var reason = reference.ReasonsOf("fail-paper", today).FirstOrDefault(r => r.Code == typed[$"{name}.reason"])?.Text;
            why = string.Join("; ", new[] { reason, typed[$"{name}.note"] }.Where(t => t is not null));
            if (why.Length == 0)
                refusals.Add(new Refusal("form.why", $"Hãy ghi vì sao giấy tờ “{paper.Name}” không đạt.", "NĐ 61/2018/NĐ-CP Đ.17.1", $"{name}.note"));
        }
        return new TypedPaper(paper, new TakenPaper(
            paper.Code, form, count, passes, typed.Is($"{name}.give-back"), [.. attached.Select(f => f.Digest)]), why, attached);
    }

    private static List<TypedFee> ReadFees(TypedForm typed, ProcedureVersion procedure, Channel channel, DateOnly today, List<Refusal> refusals)
    {
        var fees = new List<TypedFee>();
        foreach (var (tariff, i) in procedure.TariffsOn(today, channel).Select((t, i) => (t, i)))
        {
            if (typed[$"fee.{i}.count"] is { } text && (typed.Number($"fee.{i}.count") is not { } n || n > 9999))
                refusals.Add(new Refusal("form.fee", $"Số lượng “{text}” chưa đúng. Hãy nhập số từ 0 đến 9999.", null, $"fee.{i}.count"));
            fees.Add(new TypedFee(tariff, typed.Number($"fee.{i}.count") ?? (typed.Values.ContainsKey($"fee.{i}.count") ? 0 : 1)));
        }
        return fees;
    }

    private static int ReadSets(TypedForm typed, List<Refusal> refusals)
    {
        if (typed["sets"] is null)
            return 1;
        if (typed.Number("sets") is { } n and >= 1 and <= 99)
            return n;
        refusals.Add(new Refusal("form.sets", "Số bộ hồ sơ phải từ 1 đến 99. Hãy nhập lại.", null, "sets"));
        return 1;
    }

    private static AgencyId? Unit(TypedForm typed, string field, ReferenceData reference) =>
        typed.Number(field) is { } id && reference.Agencies.Find(new AgencyId(id)) is { } agency ? agency.Id : null;
}
