using CsCheck;
using MotCua.Domain.People;
using Xunit;

namespace MotCua.Domain.Tests.People;

public sealed class PartyTests
{
    private static PartyCheck Check(Party party) => Party.Check(party, Samples.Today, Samples.Provinces);

    private static string Only(Party party)
    {
        var refusal = Assert.Single(Check(party).Refusals);
        Assert.EndsWith(".", refusal.Sentence);
        return refusal.Field!;
    }

    [Fact]
    public void A_complete_party_of_each_kind_passes()
    {
        Assert.All(new[] { Samples.Person, Samples.Organisation, Samples.StateBody }, party =>
        {
            var check = Check(party);
            Assert.Empty(check.Refusals);
            Assert.Empty(check.Warnings);
        });
    }

    [Fact]
    public void A_name_and_an_address_are_needed()
    {
        Assert.Equal(nameof(Party.Name), Only(Samples.Person with { Name = " " }));
        Assert.Equal(nameof(Party.Name), Only(Samples.Person with { Name = "Nguyễn Văn 9" }));
        Assert.Equal(nameof(Party.Name), Only(Samples.Organisation with { Name = "123" }));
        Assert.Equal(nameof(Party.Name), Only(Samples.Person with { Name = new string('a', 201) }));
        Assert.Equal(nameof(Party.Address), Only(Samples.Person with { Address = "" }));
        Assert.Empty(Check(Samples.Organisation with { Name = "Công ty 27/7" }).Refusals);
    }

    [Fact]
    public void A_number_or_the_reason_for_none_is_needed()
    {
        Assert.Equal(nameof(Party.Number), Only(Samples.Person with { Number = null }));
        var none = Samples.Person with { IdentityKind = IdentityKind.None, Number = null };
        Assert.Equal(nameof(Party.NoNumberReason), Only(none));
        Assert.Equal(nameof(Party.NoNumberReason), Only(none with { NoNumberReason = "  " }));
        Assert.Empty(Check(none with { NoNumberReason = "Đang làm thẻ căn cước lần đầu" }).Refusals);
    }

    [Fact]
    public void A_passport_needs_its_nationality()
    {
        var foreigner = Samples.Person with { IdentityKind = IdentityKind.Passport, Number = "P0123456" };
        Assert.Equal(nameof(Party.Nationality), Only(foreigner));
        Assert.Empty(Check(foreigner with { Nationality = "LAO" }).Refusals);
    }

    [Theory]
    [InlineData(PartyKind.Person, IdentityKind.TaxCode)]
    [InlineData(PartyKind.Person, IdentityKind.AgencyCode)]
    [InlineData(PartyKind.Organisation, IdentityKind.CitizenNumber)]
    [InlineData(PartyKind.StateBody, IdentityKind.TaxCode)]
    [InlineData((PartyKind)9, IdentityKind.None)]
    public void A_kind_of_number_that_a_party_cannot_have_is_refused(PartyKind kind, IdentityKind identity) =>
        Assert.Equal(nameof(Party.IdentityKind), Only(Samples.Person with { Kind = kind, IdentityKind = identity }));

    [Fact]
    public void An_organisation_cannot_file_under_a_persons_number() =>
        Assert.Equal("number.tax.person", Check(Samples.Organisation with { Number = "066190000123" }).Refusals.Single().Code);

    [Fact]
    public void A_birth_cannot_lie_ahead()
    {
        var person = Samples.Person with { IdentityKind = IdentityKind.OldNumber, Number = "240123456" };
        Assert.Equal(nameof(Party.Birth), Only(person with { Birth = Samples.Today.AddDays(1), BirthYear = null }));
        Assert.Equal(nameof(Party.BirthYear), Only(person with { Birth = null, BirthYear = 2027 }));
        Assert.Equal(nameof(Party.BirthYear), Only(person with { BirthYear = 1989 }));
        Assert.Empty(Check(person with { Birth = Samples.Today, BirthYear = null }).Refusals);
        Assert.Contains(Check(person with { Birth = null, BirthYear = 1890 }).Warnings, w => w.Contains("1890"));
    }

    [Fact]
    public void Contradictions_with_the_number_only_warn()
    {
        var check = Check(Samples.Person with { Number = "999090000123", Birth = new DateOnly(1991, 1, 1), BirthYear = 1991 });
        Assert.Empty(check.Refusals);
        Assert.Equal(3, check.Warnings.Count);
    }

    [Fact]
    public void A_telephone_number_and_an_address_are_checked_where_given()
    {
        Assert.Equal(nameof(Party.Phone), Only(Samples.Person with { Phone = "12" }));
        Assert.Equal(nameof(Party.Email), Only(Samples.Person with { Email = "a@b" }));
        Assert.Empty(Check(Samples.Person with { Phone = " ", Email = "" }).Refusals);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var fields = Check(Samples.Person with { Name = "", Address = "", Number = "1", Phone = "1", Email = "1" }).Refusals.Select(r => r.Field);
        Assert.Equal(["Name", "Address", "Number", "Phone", "Email"], fields);
    }

    [Fact]
    public void A_tidy_party_has_every_field_in_its_stored_form()
    {
        var tidy = (Samples.Person with
        {
            Name = "  H'Nga\u0301t   Byă ", Number = "066 190 000 123", Phone = "+84 912 345 678", Email = "hngat@VIDU.vn", Nationality = "LAO",
            BirthYear = null, NoNumberReason = "thừa",
        }).Tidy();
        Assert.Equal(Samples.Person, tidy);
        Assert.Equal("0100109106-001", (Samples.Organisation with { Number = "0100109106 001" }).Tidy().Number);
        Assert.Equal("H15.01.02", (Samples.StateBody with { Number = "000.02.01.h15" }).Tidy().Number);
        Assert.Null((Samples.Organisation with { Sex = Sex.Male, Birth = Samples.Today }).Tidy().Sex);
    }

    [Fact]
    public void What_cannot_be_read_stays_as_typed()
    {
        var tidy = (Samples.Person with { Phone = "0912", Email = "a@b" }).Tidy();
        Assert.Equal(("0912", "a@b"), (tidy.Phone, tidy.Email));
    }

    [Fact]
    public void Persons_are_sorted_by_given_name_and_organisations_as_written()
    {
        var an = Samples.Person with { Name = "Vũ An" };
        var binh = Samples.Person with { Name = "Bùi Bình" };
        Assert.True(string.CompareOrdinal(an.SortKey, binh.SortKey) < 0);
        Assert.True(string.CompareOrdinal(
            (Samples.Organisation with { Name = "Công ty Vũ An" }).SortKey, (Samples.Organisation with { Name = "Công ty Bùi Bình" }).SortKey) > 0);
    }

    [Fact]
    public void No_input_breaks_the_check_and_tidying_twice_changes_nothing() =>
        Gen.Select(Gen.Enum<PartyKind>(), Gen.Enum<IdentityKind>(), Gen.String, Gen.String, Gen.Int[-5, 3000], Gen.String)
            .Sample((kind, identity, name, number, year, contact) =>
            {
                var party = new Party(kind, name, identity, number, name, contact, null, year, Sex.Male, name, contact, contact);
                Party.Check(party, Samples.Today, Samples.Provinces);
                return party.Tidy().Tidy() == party.Tidy();
            });
}
