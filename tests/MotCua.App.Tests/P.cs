using Xunit; namespace MotCua.App.Tests; public class P { [Fact] public void One() => Assert.Equal(2, 1+1); }
