namespace MotCua.App.Papers.Forms;

/// <summary>What is printed into a template. Keys are those of <see cref="FormKeys"/>.</summary>
public sealed record FormContent
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The dossier code, or the paper's number where there is no code yet: repeated on every page.</summary>
    public required string Code { get; init; }

    /// <summary>When the paper was made: the file's creation time, to the second.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The issuing unit, as the file's author.</summary>
    public required string Author { get; init; }

    /// <summary>Single values by key.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = None;

    /// <summary>Rows by table name; a row holds texts by row key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    /// <summary>Items by list name, without their numbers.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Signatures by role; a role that is absent leaves the place free for a hand.</summary>
    public IReadOnlyDictionary<string, FormSignature> Signatures { get; init; } = new Dictionary<string, FormSignature>();

    /// <summary>The QR code at the top left; null prints none.</summary>
    public QrPayload? Qr { get; init; }

    /// <summary>Least height of a row of a table in points: of a book that is to be written by hand; 0 for as high as its words.</summary>
    public double RowHeight { get; init; }

    /// <summary>Whether this is a sample: "MẪU" at the top right of each page (TT 01/2018/TT-VPCP Đ5.2).</summary>
    public bool Sample { get; init; }

    /// <summary>Refuses content that no template could print: a key that does not exist, or no code.</summary>
    /// <exception cref="FormContentException">Names the key.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Code))
            throw new FormContentException(nameof(Code), "Chưa in được giấy vì thiếu mã hồ sơ hoặc số giấy để ghi ở mỗi trang; hãy bổ sung rồi in lại.");
        var rows = Tables.SelectMany(t => t.Value.SelectMany(r => r.Keys)
            .Where(k => FormKeys.Tables.TryGetValue(t.Key, out var known) && !known.Contains(k)));
        var unknown = Values.Keys.Where(k => !FormKeys.Values.Contains(k))
            .Concat(Tables.Keys.Where(k => !FormKeys.Tables.ContainsKey(k)))
            .Concat(rows)
            .Concat(Lists.Keys.Where(k => !FormKeys.Lists.Contains(k)))
            .Concat(Signatures.Keys.Where(k => !FormKeys.Roles.Contains(k)))
            .FirstOrDefault();
        if (unknown is not null)
            throw new FormContentException(unknown, $"Không có khóa nội dung “{unknown}” trong các mẫu giấy; đây là lỗi của phần mềm, hãy báo quản trị.");
    }
}

/// <summary>Who signs.</summary>
/// <param name="Name">Full name; null where it is to be written by hand.</param>
/// <param name="Electronic">Whether the form is signed electronically: the template's line stands in place of the hint.</param>
public sealed record FormSignature(string? Name, bool Electronic = false);
