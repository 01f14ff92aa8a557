using MotCua.Domain.Agencies;

namespace MotCua.Domain.Tests.Agencies;

/// <summary>A few units before and after 1/7/2025, small enough to see through. Names are real; codes and some of what became of them are not.</summary>
internal static class SmallCountry
{
    public static readonly DateOnly Reform = new(2025, 7, 1), Today = new(2026, 11, 17);

    public static readonly UnitBook Book = new(
    [
        Old("66", "Tỉnh Đắk Lắk", UnitKind.Province, null), Old("54", "Tỉnh Phú Yên", UnitKind.Province, null),
        Old("75", "Tỉnh Đồng Nai", UnitKind.Province, null),
        Old("643", "Thành phố Buôn Ma Thuột", UnitKind.DistrictCity, "66"), Old("657", "Huyện Cư Kuin", UnitKind.District, "66"),
        Old("651", "Huyện Ea Kar", UnitKind.District, "66"), Old("561", "Huyện Sông Hinh", UnitKind.District, "54"),
        Old("647", "Huyện Buôn Đôn", UnitKind.District, "66"),
        Old("24118", "Phường Tân Lập", UnitKind.Ward, "643"), Old("24370", "Xã Ea Bar", UnitKind.Commune, "647"),
        Old("22213", "Xã Ea Bar", UnitKind.Commune, "561"),
        Old("24373", "Thị trấn Ea Kar", UnitKind.Township, "651"), Old("24403", "Xã Cư Huê", UnitKind.Commune, "651"),
        Old("24541", "Xã Ea Tiêu", UnitKind.Commune, "657"), Old("24561", "Xã Dray Bhăng", UnitKind.Commune, "657"),
        Old("24538", "Xã Hòa Phú", UnitKind.Commune, "643"),
        New("22015", "Phường 1", UnitKind.Ward, "66"),
        New("66", "Tỉnh Đắk Lắk", UnitKind.Province, null), New("75", "Tỉnh Đồng Nai", UnitKind.Province, null, new DateOnly(2026, 4, 29)),
        new("75", "Thành phố Đồng Nai", UnitKind.City, null, new DateOnly(2026, 4, 30), null, "NQ 30/2026/QH16", false),
        New("24121", "Phường Tân Lập", UnitKind.Ward, "66"), New("24373", "Xã Ea Kar", UnitKind.Commune, "66"),
        New("24370", "Xã Ea Nuôl", UnitKind.Commune, "66"),
        New("22207", "Xã Ea Bá", UnitKind.Commune, "66"), New("22222", "Xã Ea Ly", UnitKind.Commune, "66"),
        New("24540", "Xã Ea Ktur", UnitKind.Commune, "66"),
        New("24559", "Xã Dray Bhăng", UnitKind.Commune, "66"), New("24538", "Xã Hòa Phú", UnitKind.Commune, "66"),
        New("24305", "Xã Ea H'Leo", UnitKind.Commune, "66"),
        New("25357", "Xã Tân Khai", UnitKind.Commune, "75", new DateOnly(2026, 4, 29)), New("25360", "Xã Ea Kar", UnitKind.Commune, "75"),
        new("25357", "Phường Tân Khai", UnitKind.Ward, "75", new DateOnly(2026, 4, 30), null, "NQ 237/NQ-UBTVQH16", false),
    ],
    [
        Went("66", "66"), Went("54", "66"), Went("75", "75"), Went("24118", "24121"), Went("24370", "24370"), Went("22213", "22207", split: true),
        Went("22213", "22222", split: true), Went("24373", "24373"), Went("24403", "24373"), Went("24541", "24540"), Went("24561", "24559", split: true),
        Went("24538", "24538"),
    ]);

    public static AddressReading Read(string address, string? home = "66") => new AddressReader(Book, Today, home).Read(address);

    private static AdministrativeUnit Old(string code, string name, UnitKind kind, string? parent) =>
        new(code, name, kind, parent, AdministrativeUnit.LongAgo, Reform.AddDays(-1), "chưa xác minh", false);

    private static AdministrativeUnit New(string code, string name, UnitKind kind, string? parent, DateOnly? to = null) =>
        new(code, name, kind, parent, Reform, to, "NQ 1660/NQ-UBTVQH15", true);

    private static UnitSuccession Went(string old, string now, bool split = false) => new(old, now, Reform, split, "NQ 1660/NQ-UBTVQH15", true);
}
