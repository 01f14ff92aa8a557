using MotCua.App.Agencies;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Agencies;

/// <summary>What is typed of an officer.</summary>
public sealed class OfficerFieldsInput
{
    /// <summary>Name for sign-in.</summary>
    public string? UserName { get; set; }

    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Whom he works for.</summary>
    public StaffKind Staff { get; set; }

    /// <summary>The unit he belongs to.</summary>
    public int? Unit { get; set; }

    /// <summary>Counter.</summary>
    public string? Counter { get; set; }

    /// <summary>Phone at work.</summary>
    public string? Phone { get; set; }

    /// <summary>Fields that he is in charge of.</summary>
    public string? Fields { get; set; }

    /// <summary>The version that the form was made for.</summary>
    public int Version { get; set; }

    /// <summary>As the use case takes it.</summary>
    public OfficerFields ToFields() => new(UserName, Name, Title, Staff, new AgencyId(Unit ?? 0), Counter, Phone, Fields);

    /// <summary>What an account says.</summary>
    public static OfficerFieldsInput Of(OfficerRow row) => new()
    {
        UserName = row.UserName, Name = row.Name, Title = row.Title, Staff = row.Staff, Unit = row.UnitId, Counter = row.Counter, Phone = row.Phone,
        Fields = row.Fields, Version = row.Version,
    };
}

/// <summary>A form about an officer, new or known.</summary>
/// <param name="IsNew">Whether the name for sign-in is still to be chosen.</param>
public sealed record OfficerForm(OfficerFieldsInput Input, IReadOnlyList<Choice> Units, bool IsNew);
