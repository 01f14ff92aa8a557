using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Removes the data folder, after asking.</summary>
public sealed class CleanVerb : IVerb
{
    private static readonly string[] Yes = ["có", "co", "yes", "y"];

    /// <inheritdoc/>
    public string Name => "clean";

    /// <inheritdoc/>
    public string Usage => "clean [--yes]";

    /// <inheritdoc/>
    public string Does => "hỏi lại, rồi xóa thư mục dữ liệu; --yes là không hỏi";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("yes")];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var data = line.Settings.Data;
        if (!Directory.Exists(data))
            return Done(line, removed: false, $"Không có gì để xóa: thư mục {data} chưa có.");
        if (Directory.EnumerateFileSystemEntries(data).Any() && !IsOurs(line.Settings))
            return line.Refuse($"Thư mục {data} không phải thư mục dữ liệu của MotCua nên không xóa; hãy kiểm tra --data.");
        if (!line.Has("yes") && !await Confirmed(line, data, stop))
            return line.Refuse("Chưa xóa gì; muốn xóa hãy chạy lại và trả lời “co”.");
        using var held = DataFolder.HoldAlone(line.Settings);
        if (held is null)
            return line.Refuse($"Hệ thống đang chạy trên thư mục {data}; hãy dừng nó rồi chạy lại.");
        Directory.Delete(data, recursive: true);
        return Done(line, removed: true, $"Đã xóa thư mục {data}.");
    }

    private static bool IsOurs(MotCuaSettings settings) =>
        File.Exists(settings.DatabaseFile) || (Directory.Exists(settings.Keys) && Directory.Exists(settings.Files));

    private static async Task<bool> Confirmed(VerbLine line, string data, CancellationToken stop)
    {
        line.Note($"Xóa toàn bộ cơ sở dữ liệu, tệp, khóa và cấu hình trong {data}? Không lấy lại được. Gõ “co” để xóa:");
        return await Task.Run(line.Streams.In.ReadLine, stop).WaitAsync(stop) is { } answer && Yes.Contains(answer.Trim().ToLowerInvariant());
    }

    private static int Done(VerbLine line, bool removed, string text)
    {
        line.Say(text);
        line.Print(new { line.Settings.Data, removed });
        return 0;
    }
}
