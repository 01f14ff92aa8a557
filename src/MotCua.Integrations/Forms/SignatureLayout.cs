using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>The signatures side by side: heading, hint or line of the electronic signature, room, name.</summary>
internal static class SignatureLayout
{
    private const float RoomForHand = 36;
    private const float RoomElectronic = 8;

    public static Box Build(SignaturesBlock block, FormContent content, TextSetter text, PageSetup page, float size)
    {
        var half = page.Body / 2;
        var blocks = block.Signers.Select(s => Signer(s, content.Signatures.GetValueOrDefault(s.Role), text, half - 8, size)).ToList();
        var names = blocks.Max(b => b.Top.Sum(Height) + b.Room);
        var recipients = Recipients(block, content, text, half - 8, size);
        return new(Math.Max(names + blocks.Max(b => b.Name.Sum(Height)), recipients.Sum(Height)), (pen, y, _) =>
        {
            Draw(pen, recipients, 0, y, null);
            for (var i = 0; i < blocks.Count; i++)
            {
                var x = blocks.Count == 1 ? half : i * half;
                Draw(pen, blocks[i].Top, x, y, half);
                Draw(pen, blocks[i].Name, x, y + names, half);
            }
        })
        { Before = 8 };
    }

    /// <summary>"Nơi nhận:" in bold italics, then a line for each, smaller (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9).</summary>
    private static IReadOnlyList<Line> Recipients(SignaturesBlock block, FormContent content, TextSetter text, float width, float size)
    {
        var lines = (block.Recipients ?? []).Select(r => FormText.Fill(r, content.Values, WhenEmpty.LeaveOut)).OfType<string>().ToList();
        if (lines.Count == 0)
            return [];
        return
        [
            text.One("Nơi nhận:", FontStyle.BoldItalic, size - 1),
            .. lines.SelectMany((r, i) => text.Break([new($"- {r}{(i + 1 < lines.Count ? ";" : ".")}")], Math.Min(11, size - 2), width)),
        ];
    }

    private static (IReadOnlyList<Line> Top, float Room, IReadOnlyList<Line> Name) Signer(
        FormSigner signer, FormSignature? signature, TextSetter text, float width, float size)
    {
        var electronic = signature is { Electronic: true } ? signer.Electronic : null;
        IReadOnlyList<Line> top =
        [
            .. text.Balance([new(signer.Heading, FontStyle.Bold)], size, width),
            .. text.Balance([new(electronic ?? signer.Hint, FontStyle.Italic)], size - 0.5f, width),
        ];
        var name = signature?.Name is { Length: > 0 } given ? text.Balance([new(given, FontStyle.Bold)], size, width) : [];
        return (top, electronic is null ? RoomForHand : RoomElectronic, name);
    }

    private static void Draw(Pen pen, IReadOnlyList<Line> lines, float x, float y, float? width)
    {
        foreach (var line in lines)
        {
            pen.Text(line, width is { } all ? x + (all - line.Width) / 2 : x, y + line.Size * FormLayout.Ascent);
            y += Height(line);
        }
    }

    private static float Height(Line line) => line.Size * FormLayout.Leading;
}
