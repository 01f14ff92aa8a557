using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Digitizing;
using MotCua.App.Papers;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Reading;
using MotCua.App.Papers.Signing;
using MotCua.App.Tests.Signing;
using MotCua.Integrations.Digitizing;
using MotCua.Integrations.Forms;
using MotCua.Integrations.Ocr;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Testing;
using SkiaSharp;
using Xunit;

namespace MotCua.App.Tests.Digitizing;

/// <summary>A digitizing bench in a test house: real pictures, real reader, real signatures.</summary>
internal sealed class Bench : IDisposable
{
    public Bench(TestHouse house)
    {
        House = house;
        Room = new SigningRoom();
        // The key is not valid before it was made.
        house.Clock.SetUtcNow(SigningRoom.Now.AddMinutes(10));
    }

    public TestHouse House { get; }

    public SigningRoom Room { get; }

    public ColourPages Pictures { get; } = new(new OcrLimits());

    public TesseractPages Reader { get; } = new(new OcrLimits());

    public SignCopy Copies => new(
        new SearchableCopy(), new PadesSigner(), new PdfSignatureCheck(new CertificateTrust(Room.Trust, TestKey.Authority(Room.Keys)), House.Clock), House.Files);

    public DigitizeDocument Digitize(MotCuaDb db) => new(db, House.References, House.Files, Pictures, Reader, Copies);

    public ScanPlaces Places(MotCuaDb db) => new(db, House.References, new Duties(db, House.Clock), House.Desk(db), House.Clock);

    public TakeScan Take(MotCuaDb db) => new(db, Places(db), new FileIntake(House.Files), new ScanBell(), House.Clock);

    public ReadScans Queue(MotCuaDb db, IPageReader? reader = null) => new(db, House.Files, Pictures, reader ?? Reader, House.Clock);

    public LayPages Lay(MotCuaDb db) => new(db, Places(db), new ScanBell(), House.Clock);

    public KeepPapers Keep(MotCuaDb db) => new(db, House.References, House.Desk(db));

    public CheckPaper Check(MotCuaDb db) => new(db, Places(db), Keep(db), House.Clock);

    public ScanReader Read(MotCuaDb db, IPageReader? reader = null) =>
        new(db, Places(db), House.Files, reader ?? Reader, new ReadingLog(db, House.Clock));

    public SignPapers Sign(MotCuaDb db, IOfficerKeys? keys = null, SignCopy? copies = null) => new(
        db, Places(db), Read(db), copies ?? Copies, keys ?? new OfficerKeys(Path.Combine(Room.Folder, "officers"), Room.Key, Room.Keys, House.Clock), Keep(db),
        House.Clock);

    public Task<ISigningSession> Key() => Room.Key.Open(null, 10, TestContext.Current.CancellationToken);

    /// <summary>A page of print at 200 dpi, as JPEG.</summary>
    /// <param name="lines">What stands on it; none makes a blank page.</param>
    public static byte[] Page(params string[] lines)
    {
        using var bitmap = new SKBitmap(1654, 2339);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var face = SKTypeface.FromFamilyName("DejaVu Serif") ?? SKTypeface.Default;
        using var font = new SKFont(face, 34);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (var i = 0; i < lines.Length; i++)
            canvas.DrawText(lines[i], 160, 240 + (i * 60), font, paint);
        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    /// <summary>A file on disk.</summary>
    public string File(byte[] bytes, string ending = ".jpg")
    {
        var path = Path.Combine(Room.Folder, $"{Guid.NewGuid():N}{ending}");
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A PDF whose pages are pictures, as feeders write it.</summary>
    public static byte[] Pdf(params byte[][] pages)
    {
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            foreach (var page in pages)
            {
                var canvas = document.BeginPage(595, 842);
                using var data = SKData.CreateCopy(page);
                using var image = SKImage.FromEncodedData(data);
                canvas.DrawImage(image, SKRect.Create(595, 842));
                document.EndPage();
            }
            document.Close();
        }
        using var written = stream.DetachAsData();
        return written.ToArray();
    }

    /// <summary>A separator sheet as a feeder sees it.</summary>
    public byte[] Separator(int number)
    {
        var sheet = File(new SeparatorSheets().Print([(number, "Tờ khai")], SigningRoom.Now), ".pdf");
        var (_, status) = SigningRoom.Outside("pdftoppm", "-jpeg", "-r", "200", "-singlefile", sheet, sheet);
        Assert.Equal(0, status);
        return System.IO.File.ReadAllBytes(sheet + ".jpg");
    }

    public byte[] Stored(string digest)
    {
        using var stream = House.Files.Open(digest)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => Room.Dispose();
}
