using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Integrations.Files;
using MotCua.Testing;
using MotCua.Web.Configuration;
using MotCua.Web.Tests.Host;
using MotCua.Web.Tests.SignIn;
using Xunit;
using Xunit.v3;
using Browser = MotCua.Web.Tests.SignIn.Browser;

namespace MotCua.Web.Tests.Reception;

/// <summary>The disk of the file store is full: the officer is told what to do, keeps what he typed, nothing half is left behind, and once there is room
/// the same form is taken.</summary>
public sealed class NoRoomTests
{
    private static readonly (string, string)[] Typed =
        [("owner.kind", "Person"), ("owner.name", "Đặng Thị Kim Oanh"), ("owner.address", "Tổ dân phố 5, phường Buôn Ma Thuột"), ("do", "save")];

    [Fact]
    public async Task A_paper_that_finds_no_room_half_way_is_told_and_what_was_typed_is_kept()
    {
        var disk = new Disk { Full = true };
        await using var front = await Front.Open(more: services => services.AddSingleton<IFileStore>(p =>
            new StoreOn(disk, new FolderFileStore(p.GetRequiredService<MotCuaSettings>().Files, p.GetRequiredService<TimeProvider>()))));
        await Sends(front, Large(4), () => disk.Full = false);
    }

    [Fact]
    public async Task A_real_disk_that_is_full_is_told_alike()
    {
        Tool.RequireLong();
        await using var front = await Front.Open();
        using var disk = SmallDisk.On(Path.Combine(front.House.Folder, "files"), "2m");
        var ballast = Path.Combine(front.House.Folder, "files", "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1_800_000], TestContext.Current.CancellationToken);
        await Sends(front, Large(1000), () => File.Delete(ballast));
    }

    [Fact]
    public async Task Whoever_watches_is_told_before_the_last_form_finds_no_room()
    {
        Tool.RequireLong();
        await using var site = await TestSite.Start(new MotCuaSettings { RequestsPerMinute = 0, RequestLimitMb = 1 });
        await site.Prepare();
        using var disk = SmallDisk.On(site.Settings.Files, "2m");
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/ready")).StatusCode);
        foreach (var (bytes, said) in new[] { (1_500_000, "sắp hết chỗ"), (2_097_152, "thư mục tệp") })
        {
            await Fill(Path.Combine(site.Settings.Files, "ballast"), bytes);
            var answer = await site.Client.GetAsync("/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        File.Delete(Path.Combine(site.Settings.Files, "ballast"));
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/ready")).StatusCode);
        Assert.Empty(Directory.GetFiles(site.Settings.Files));
    }

    private static async Task Sends(Front front, string pdf, Action makeRoom)
    {
        var attempt = await front.Life.Attempt(await front.House.Officer("hanh.tn"));
        var browser = await front.SignedIn("hanh.tn");
        var page = await browser.Get($"/tiep-nhan/{attempt}");
        (string, string, string)[] file = [("paper.1.files", "tờ khai.pdf", pdf)];

        var told = await browser.Submit(page, Form(page), Typed, file);
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Contains("Kho tệp của hệ thống đã hết chỗ nên tệp “tờ khai.pdf” chưa được lưu", told.Text);
        Assert.Contains("Hãy báo người quản trị giải phóng ổ đĩa", told.Text);
        var shown = Browser.Fields(Form(told)).ToLookup(f => f.Name, f => f.Value);
        Assert.All(Typed[..^1], t => Assert.Contains(t.Item2, shown[t.Item1]));
        var files = Path.Combine(front.House.Folder, "files");
        Assert.Empty(Directory.GetFiles(files, "*.part"));
        await using var db = front.House.Db();
        Assert.False(await db.Set<AttemptFileRow>().AnyAsync());
        Assert.Contains("Đặng Thị Kim Oanh", (await db.Set<AttemptRow>().AsNoTracking().SingleAsync(a => a.Id == attempt)).Typed);
        Assert.Empty((await front.House.Verify()).Broken);
        Assert.Contains("A file could not be stored", front.Log);

        makeRoom();
        var taken = await browser.Submit(told, Form(told), [("do", "save")], file);
        Assert.StartsWith($"/tiep-nhan/{attempt}", taken.Location);
        Assert.Equal("tờ khai.pdf", (await db.Set<AttemptFileRow>().SingleAsync()).FileName);
        Assert.Empty((await front.House.Verify()).Broken);
    }

    private static async Task Fill(string path, int bytes)
    {
        try
        {
            await File.WriteAllBytesAsync(path, new byte[bytes], TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // As much as there is room for.
        }
    }

    private static string Large(int kilobytes)
    {
        var whole = System.Text.Encoding.UTF8.GetString(MotCua.Testing.SampleFiles.Pdf());
        var body = whole[..whole.IndexOf("xref", StringComparison.Ordinal)];
        var filler = string.Concat(Enumerable.Repeat("%" + new string('x', 1022) + "\n", kilobytes));
        var table = whole[body.Length..whole.IndexOf("startxref", StringComparison.Ordinal)];
        return $"{body}{filler}{table}startxref\n{System.Text.Encoding.UTF8.GetByteCount(body) + filler.Length}\n%%EOF\n";
    }

    private static IHtmlFormElement Form(Shown page) => (IHtmlFormElement)page.Page.QuerySelector("form#tiep-nhan")!;

    private sealed class Disk
    {
        public bool Full { get; set; }
    }

    /// <summary>The store on a disk that may be full: then its writes end half way with what the system says (ENOSPC).</summary>
    private sealed class StoreOn(Disk disk, FolderFileStore store) : IFileStore
    {
        public Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel) => store.Put(disk.Full ? new Cut(content) : content, cancel);

        public Stream? Open(string digest) => store.Open(digest);

        public IEnumerable<string> Digests() => store.Digests();

        public bool Renew(string digest) => store.Renew(digest);

        public IEnumerable<string> Before(DateTimeOffset instant) => store.Before(instant);

        public bool Remove(string digest, DateTimeOffset before) => store.Remove(digest, before);
    }

    private sealed class Cut(Stream whole) : Stream
    {
        private int left = 1000;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => whole.Length;

        public override long Position { get => whole.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0)
                throw new IOException("No space left on device", 28);
            var read = whole.Read(buffer, offset, Math.Min(count, left));
            left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>A disk in memory, mounted over a folder; only an administrator may.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string folder;

        private SmallDisk(string folder) => this.folder = folder;

        public static SmallDisk On(string folder, string size)
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) != 0)
                throw new InvalidOperationException(DynamicSkipToken.Value + "chỉ quản trị viên của máy gắn được ổ đĩa nhỏ để thử");
            return new SmallDisk(folder);
        }

        public void Dispose() => Run("umount", "-l", folder);

        private static int Run(string tool, params string[] words)
        {
            using var process = Process.Start(new ProcessStartInfo(tool, words) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
