using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>Sex, as identity papers state it.</summary>
[Term("giới tính")]
public enum Sex
{
    /// <summary>Male.</summary>
    [Term("nam")] Male,
    /// <summary>Female.</summary>
    [Term("nữ")] Female,
}

/// <summary>By which number a party is identified.</summary>
[Term("loại giấy tờ định danh")]
public enum IdentityKind
{
    /// <summary>Personal identification number, 12 digits.</summary>
    [Term("số định danh cá nhân", Law = "Luật Căn cước 2023 Đ.12")] CitizenNumber,
    /// <summary>The identity card number of the old rules, 9 digits.</summary>
    [Term("chứng minh nhân dân 9 số", Law = "NĐ 05/1999/NĐ-CP")] OldNumber,
    /// <summary>Passport, of any country.</summary>
    [Term("hộ chiếu")] Passport,
    /// <summary>No paper yet; the reason is kept.</summary>
    [Term("chưa có giấy tờ")] None,
    /// <summary>Tax code of an organisation, with its branch where there is one.</summary>
    [Term("mã số thuế", Law = "Luật Quản lý thuế 2019 Đ.30")] TaxCode,
    /// <summary>Identifier of an agency.</summary>
    [Term("mã định danh cơ quan", Law = "QĐ 20/2020/QĐ-TTg")] AgencyCode,
}

/// <summary>What kind of party files a dossier.</summary>
[Term("đối tượng thực hiện thủ tục")]
public enum PartyKind
{
    /// <summary>A person.</summary>
    [Term("công dân")] Person,
    /// <summary>An enterprise or another organisation.</summary>
    [Term("doanh nghiệp, tổ chức")] Organisation,
    /// <summary>A state body.</summary>
    [Term("cơ quan nhà nước")] StateBody,
}
