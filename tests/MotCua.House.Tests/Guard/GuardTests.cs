using Xunit;
using Xunit.Sdk;

namespace MotCua.House.Tests.Guard;

/// <summary>The guards look at this house, and their exceptions can only become fewer.</summary>
public sealed class GuardTests
{
    [Fact]
    public void The_guards_read_the_files_and_floors_of_this_house()
    {
        foreach (var path in new[] { "MotCua.slnx", "run", ".ci/run", "data/law/rules.csv", "src/MotCua.Domain/MotCua.Domain.csproj", "GLOSSARY.md" })
            Assert.Contains(Sources.All, f => f.Path == path);
        Assert.DoesNotContain(Sources.All, f => f.Path.Contains("/obj/", StringComparison.Ordinal) || f.Path.Contains("/bin/", StringComparison.Ordinal));
        Assert.True(Sources.Product.Count > 200 && Sources.CSharp.Count > Sources.Product.Count);
        foreach (var floor in Rooms.House.Floors.Keys)
            Assert.Contains(Rooms.House.Read(floor).Types, u => u.By.Namespace?.StartsWith(floor, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void An_exception_is_allowed_once_it_is_listed_and_counted()
    {
        Breach[] found = [new("A", "is wrong"), new("B", "is wrong")];
        HouseRule.HoldsBut(found, 2, "A", "B");
        Assert.Contains("B: is wrong", Failure(() => HouseRule.HoldsBut(found, 1, "A")));
        Assert.Contains("C: breaks nothing any more", Failure(() => HouseRule.HoldsBut(found, 3, "A", "B", "C")));
        Assert.Contains("the number only goes down", Failure(() => HouseRule.HoldsBut(found, 3, "A", "B")));
        Assert.Contains("A: is wrong", Failure(() => HouseRule.Holds(found)));
    }

    private static string Failure(Action act) => Assert.ThrowsAny<XunitException>(act).Message;
}
