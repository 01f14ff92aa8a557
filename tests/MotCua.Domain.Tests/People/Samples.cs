using MotCua.Domain.People;

namespace MotCua.Domain.Tests.People;

/// <summary>Fictitious parties.</summary>
internal static class Samples
{
    internal static readonly DateOnly Today = new(2026, 11, 23);
    internal static readonly HashSet<string> Provinces = ["001", "066", "079", "096"];

    internal static readonly Party Person = new(
        PartyKind.Person, "H'Ngát Byă", IdentityKind.CitizenNumber, "066190000123", null, null, new DateOnly(1990, 5, 14), 1990, Sex.Female,
        "Buôn Ako Dhông, phường Tân Lập, tỉnh Đắk Lắk", "0912345678", "hngat@vidu.vn");

    internal static readonly Party Organisation = new(
        PartyKind.Organisation, "Công ty TNHH Cà phê Thử Nghiệm", IdentityKind.TaxCode, "0100109106", null, null, null, null, null,
        "12 Y Jút, phường Buôn Ma Thuột, tỉnh Đắk Lắk", null, null);

    internal static readonly Party StateBody = new(
        PartyKind.StateBody, "Ủy ban nhân dân xã Thử Nghiệm", IdentityKind.AgencyCode, "H15.12.01", null, null, null, null, null, "Xã Thử Nghiệm", null, null);
}
