using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.People;

/// <summary>What a party must say of itself, rule by rule.</summary>
internal static class PartyRules
{
    private const int LongestName = 200, LongestAddress = 500, LongestReason = 500, OldestAge = 120;

    private static readonly Dictionary<PartyKind, IdentityKind[]> Kinds = new()
    {
        [PartyKind.Person] = [IdentityKind.CitizenNumber, IdentityKind.OldNumber, IdentityKind.Passport, IdentityKind.None],
        [PartyKind.Organisation] = [IdentityKind.TaxCode, IdentityKind.AgencyCode, IdentityKind.None],
        [PartyKind.StateBody] = [IdentityKind.AgencyCode, IdentityKind.None],
    };

    internal static string? TidyNumber(Party party)
    {
        var number = party.IdentityKind switch
        {
            IdentityKind.TaxCode => TaxCode.Check(party.Number).Number,
            IdentityKind.AgencyCode => AgencyCode.Check(party.Number).Number,
            _ => NumberCheck.Bare(party.Number),
        };
        return number.Length == 0 ? null : number;
    }

    internal static PartyCheck Check(Party party, DateOnly today, IReadOnlySet<string> provinces)
    {
        var refusals = new List<Refusal>();
        var warnings = new List<string>();
        refusals.AddRange(NameAndAddress(party));
        refusals.AddRange(Identity(party, today, provinces, warnings));
        refusals.AddRange(Birth(party, today, warnings));
        if (party.Phone is { } phone && PhoneNumber.Check(phone).Refusal is { } badPhone)
            refusals.Add(badPhone);
        if (party.Email is { } email && EmailAddress.Check(email).Refusal is { } badEmail)
            refusals.Add(badEmail);
        return new PartyCheck(refusals, warnings);
    }

    private static IEnumerable<Refusal> NameAndAddress(Party party)
    {
        var person = party.Kind == PartyKind.Person;
        if (party.Name.Length == 0)
            yield return No("party.name", nameof(Party.Name), person ? "Hãy nhập họ và tên như trên giấy tờ." : "Hãy nhập tên doanh nghiệp, tổ chức, cơ quan.");
        else if (person && !VietnameseText.IsName(party.Name))
            yield return No("party.name.letters", nameof(Party.Name),
                "Họ và tên chỉ gồm chữ cái, khoảng trắng, dấu ’, dấu chấm và dấu gạch nối. Hãy nhập lại.");
        else if (!party.Name.Any(char.IsLetter))
            yield return No("party.name.letters", nameof(Party.Name), "Tên phải có chữ cái. Hãy nhập tên đầy đủ.");
        if (party.Name.Length > LongestName)
            yield return No("party.name.long", nameof(Party.Name), $"Tên dài quá {LongestName} ký tự. Hãy nhập ngắn lại.");
        if (party.Address.Length == 0)
            yield return No("party.address", nameof(Party.Address), "Hãy nhập địa chỉ.");
        else if (party.Address.Length > LongestAddress)
            yield return No("party.address.long", nameof(Party.Address), $"Địa chỉ dài quá {LongestAddress} ký tự. Hãy nhập ngắn lại.");
    }

    private static IEnumerable<Refusal> Identity(Party party, DateOnly today, IReadOnlySet<string> provinces, List<string> warnings)
    {
        if (!Kinds.TryGetValue(party.Kind, out var kinds) || !kinds.Contains(party.IdentityKind))
        {
            yield return No("party.identity-kind", nameof(Party.IdentityKind),
                $"Loại “{Terms.Of(party.IdentityKind)}” không dùng cho {Terms.Of(party.Kind)}. Hãy chọn loại khác.");
            yield break;
        }
        if (party.IdentityKind == IdentityKind.None)
        {
            if (party.NoNumberReason is null)
                yield return No("party.no-number-reason", nameof(Party.NoNumberReason), "Hãy ghi lý do chưa có số định danh, giấy tờ.");
            else if (party.NoNumberReason.Length > LongestReason)
                yield return No("party.no-number-reason.long", nameof(Party.NoNumberReason), $"Lý do dài quá {LongestReason} ký tự. Hãy nhập ngắn lại.");
            yield break;
        }
        var check = Number(party, today, provinces);
        warnings.AddRange(check.Warnings);
        if (check.Refusal is { } bad)
            yield return bad;
        if (party is { IdentityKind: IdentityKind.Passport, Nationality: null })
            yield return No("party.nationality", nameof(Party.Nationality), "Hãy chọn quốc tịch ghi trên hộ chiếu.");
    }

    private static NumberCheck Number(Party party, DateOnly today, IReadOnlySet<string> provinces) => party.IdentityKind switch
    {
        IdentityKind.CitizenNumber => CitizenNumber.Check(party.Number ?? "", party.BirthYear, party.Sex, provinces),
        IdentityKind.OldNumber => OldIdentityNumber.Check(party.Number, today),
        IdentityKind.Passport => Passport.Check(party.Number, party.Nationality),
        IdentityKind.TaxCode => TaxCode.Check(party.Number),
        _ => AgencyCode.Check(party.Number),
    };

    private static IEnumerable<Refusal> Birth(Party party, DateOnly today, List<string> warnings)
    {
        if (party.Birth > today)
            yield return No("party.birth.future", nameof(Party.Birth), "Ngày sinh ở sau hôm nay. Hãy nhập lại.");
        else if (party.BirthYear > today.Year)
            yield return No("party.birth.future", nameof(Party.BirthYear), "Năm sinh ở sau năm nay. Hãy nhập lại.");
        else if (party is { Birth: { } day, BirthYear: { } year } && day.Year != year)
            yield return No("party.birth.year", nameof(Party.BirthYear), "Năm sinh khác với ngày sinh. Hãy nhập lại một trong hai.");
        else if (today.Year - party.BirthYear > OldestAge)
            warnings.Add($"Theo năm sinh {party.BirthYear} thì người này hơn {OldestAge} tuổi. Hãy đối chiếu với giấy tờ.");
    }

    private static Refusal No(string code, string field, string sentence) => new(code, sentence, null, field);
}
