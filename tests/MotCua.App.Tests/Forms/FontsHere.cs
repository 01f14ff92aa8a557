using MotCua.App.Papers.Forms;
using MotCua.Integrations.Forms;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>Tests that print need a font on the machine: without one they are skipped on a developer's machine and fail in CI.</summary>
internal static class FontsHere
{
    private static readonly SkiaFormPrinter Shared = new();

    public static IFormPrinter Printer()
    {
        try
        {
            Shared.Print(Papers.Template("refusal"), Papers.Refusal());
        }
        catch (NoFontException e) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(e.Message);
        }
        return Shared;
    }
}
