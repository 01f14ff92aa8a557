using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Papers;

/// <summary>What may be used again, and where a document stands on a day.</summary>
public sealed class ReuseCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);
    private static readonly DocumentOwner Oanh = new(IdentityKind.CitizenNumber, "066190004812", "Lê Thị Kim Oanh", new DateOnly(1990, 3, 14));
    private static readonly ReuseQuestion Good = new("Giấy chứng nhận kết hôn", Oanh, "UBND phường Buôn Ma Thuột", new DocumentState(null, null, null), false);

    [Fact]
    [Requirement("R-REPO-05")]
    public void A_document_of_the_owner_that_an_authority_issued_and_that_is_in_force_may_be_used() => Assert.Null(Why(Good));

    [Fact]
    [Requirement("R-REPO-05")]
    public void Each_refusal_says_why_and_what_to_do()
    {
        Assert.Equal("reuse.shown", Why(Good with { ShownOnly = true })!.Code);
        Assert.Equal("reuse.annulled", Why(Good with { State = new DocumentState(null, null, Vietnam.Instant(Today, TimeOnly.MinValue)) })!.Code);
        Assert.Contains("thu hồi từ 17/11/2026", Why(Good with { State = new DocumentState(null, null, Vietnam.Instant(Today, TimeOnly.MinValue)) })!.Sentence);
        Assert.Equal("reuse.replaced", Why(Good with { State = new DocumentState(null, Guid.NewGuid(), null) })!.Code);
        Assert.Equal("reuse.issuer", Why(Good with { Issuer = "Công ty Ba Sao" })!.Code);
        Assert.Equal("reuse.issuer", Why(Good with { Issuer = " " })!.Code);
    }

    [Fact]
    [Requirement("R-REPO-05")]
    public void The_last_day_still_counts_and_the_next_does_not()
    {
        Assert.Null(Why(Good with { State = new DocumentState(Today, null, null) }));
        Assert.Equal("reuse.expired", Why(Good with { State = new DocumentState(Today.AddDays(-1), null, null) })!.Code);
        Assert.Equal(DocumentStanding.InForce, new DocumentState(Today, null, null).On(Today));
        Assert.Equal(DocumentStanding.Expired, new DocumentState(Today, null, null).On(Today.AddDays(1)));
    }

    [Fact]
    [Requirement("R-REPO-05")]
    public void Nothing_of_another_persons_document_is_told_not_even_its_name()
    {
        var why = Why(Good with { Owner = Oanh with { Number = "066190004813" }, ShownOnly = true })!;
        Assert.Equal("reuse.owner", why.Code);
        Assert.DoesNotContain("kết hôn", why.Sentence);
    }

    [Fact]
    public void Without_a_number_owners_are_one_by_name_and_day_of_birth_alone()
    {
        var child = new DocumentOwner(IdentityKind.None, null, "Y Khương Êban", new DateOnly(2026, 10, 1));
        Assert.True(ReuseCheck.IsSame(child, child with { Name = "y khuong eban" }));
        Assert.False(ReuseCheck.IsSame(child, child with { Birth = null }));
        Assert.False(ReuseCheck.IsSame(child with { Birth = null }, child with { Birth = null }));
        Assert.False(ReuseCheck.IsSame(child, Oanh with { Name = child.Name, Birth = child.Birth }));
        Assert.False(ReuseCheck.IsSame(Oanh, Oanh with { Kind = IdentityKind.Passport }));
    }

    private static Refusal? Why(ReuseQuestion wanted) => ReuseCheck.Of(wanted, Oanh, issuer => issuer.StartsWith("ubnd ", StringComparison.Ordinal), Today);
}
