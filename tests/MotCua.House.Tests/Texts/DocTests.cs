using MotCua.House.Tests.Guard;
using Xunit;

namespace MotCua.House.Tests.Texts;

/// <summary>What is public says what it is.</summary>
public sealed class DocTests
{
    [Fact]
    public void What_is_public_says_what_it_is() => HouseRule.Holds(DocRules.Silent(Sources.Product));

    [Fact]
    public void Planted_silence_is_seen()
    {
        const string told = """
            /// <summary>Told.</summary>
            public sealed class Told
            {
                /// <inheritdoc/>
                public override string ToString() => "";

                private void Inner() { }

                private sealed class Hidden { public int Open; }
            }
            """;
        HouseRule.Reports(
            DocRules.Silent(
            [
                new SourceFile("a.cs", "namespace A; public sealed class Silent;"),
                new SourceFile("b.cs", "/// <summary>T</summary>\npublic class T { public int P { get; } }"),
                new SourceFile("c.cs", "/// <summary>I</summary>\npublic interface I { void M(); }"), new SourceFile("d.cs", told),
                new SourceFile("f1.cs", "/// <summary>F</summary>\npublic partial class F;"), new SourceFile("f2.cs", "public partial class F;"),
                new SourceFile("g.cs", "public partial class G;"), new SourceFile("e.cs", "internal sealed class E { public void M() { } }"),
            ]),
            "a.cs", "b.cs", "c.cs", "g.cs");
    }
}
