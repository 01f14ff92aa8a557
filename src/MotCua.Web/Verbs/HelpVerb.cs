namespace MotCua.Web.Verbs;

/// <summary>Lists what can be asked.</summary>
public sealed class HelpVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "help";

    /// <inheritdoc/>
    public string Usage => "help [LỆNH]";

    /// <inheritdoc/>
    public string Does => "liệt kê các lệnh, hoặc cách dùng một lệnh";

    /// <inheritdoc/>
    public int Most => 2;

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var name = string.Join(' ', line.Arguments);
        var verbs = VerbTable.All.Where(v => name.Length == 0 || v.Name == name || v.Name.StartsWith(name + " ", StringComparison.Ordinal)).ToList();
        if (verbs.Count == 0)
            verbs = [.. VerbTable.All];
        line.Say("MotCua – hệ thống thông tin một cửa. Cách dùng: ./run LỆNH [TÙY CHỌN] [ĐỐI SỐ]; không ghi lệnh là serve.");
        line.Say("");
        foreach (var verb in verbs)
            line.Say($"  {verb.Usage}\n      {verb.Does}");
        line.Say("");
        line.Say("Mọi lệnh đều nhận:");
        line.Say("  --data DIR         thư mục dữ liệu (mặc định: var/ trong dự án)");
        line.Say("  --db CONNECTION    PostgreSQL thay cho cơ sở dữ liệu nhúng (hoặc biến MOTCUA_DB)");
        line.Say("  --json             một tài liệu JSON trên đầu ra chuẩn, ngoài ra không có gì ở đó");
        line.Say("  --                 kết thúc các tùy chọn");
        line.Print(verbs.Select(v => new { v.Name, v.Usage, v.Does, Options = v.Options.Select(o => new { o.Name, o.Value }) }));
        return Task.FromResult(0);
    }
}
