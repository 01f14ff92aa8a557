using System.Text.Json;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Papers;

namespace MotCua.App.Tracking;

/// <summary>Checks one dossier: its chain, row = fold, and that whatever its events name is there, once, and brought by the event that names it.</summary>
internal sealed class RecordCheck(Record record)
{
    private readonly List<string> wrong = [];
    private List<DossierEvent> events = [];

    /// <summary>The dossier as its log says; null where the log itself is broken.</summary>
    public Dossier? Dossier { get; private set; }

    /// <summary>What is wrong, in Vietnamese; empty for a whole record.</summary>
    public IReadOnlyList<string> Run()
    {
        if (!Chain() || !Read())
            return wrong;
        Dossier = Domain.Dossiers.Dossier.Fold(new DossierId(record.Id), events);
        if (record.Mirror is null)
            wrong.Add("Có nhật ký sự kiện nhưng thiếu dòng hồ sơ.");
        else if (Text(record.Mirror) != Text(Mirror.Of(Dossier)))
            wrong.Add("Dòng hồ sơ không khớp với nhật ký sự kiện.");
        if (Text(record.Steps) != Text(Mirror.Steps(Dossier).OrderBy(s => s.Token).ToList()))
            wrong.Add("Các bước đang mở không khớp với nhật ký sự kiện.");
        if (Text(record.Waits) != Text(Mirror.Waits(Dossier).OrderBy(w => w.Token).ToList()))
            wrong.Add("Các việc đang chờ không khớp với nhật ký sự kiện.");
        if (Text(record.Consultations) != Text(Mirror.Consultations(Dossier)))
            wrong.Add("Các câu hỏi lấy ý kiến không khớp với nhật ký sự kiện.");
        if (Text(record.Instructions) != Text(Mirror.Instructions(Dossier)))
            wrong.Add("Các chỉ đạo không khớp với nhật ký sự kiện.");
        if (!record.CanBeFound)
            wrong.Add("Thiếu dòng tìm kiếm nên hồ sơ không hiện trong danh sách.");
        HoldersOfParts();
        Texts();
        Parties(Dossier.Case);
        Papers();
        Outbox();
        return wrong;
    }

    private bool Chain()
    {
        var before = "";
        for (var i = 0; i < record.Log.Count; i++)
        {
            var row = record.Log[i];
            if (row.Version != i + 1)
                wrong.Add($"Thiếu sự kiện thứ {i + 1} trong nhật ký.");
            else if (EventFormat.Hash(row, before) != row.Hash)
                wrong.Add($"Sự kiện thứ {i + 1} đã bị sửa: chuỗi băm không khớp.");
            if (wrong.Count > 0)
                return false;
            before = row.Hash;
        }
        return true;
    }

    private bool Read()
    {
        foreach (var row in record.Log)
        {
            try
            {
                events.Add(EventFormat.Read(row.Kind, row.Data));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                wrong.Add($"Sự kiện thứ {row.Version} không đọc được bằng bản phần mềm này.");
                return false;
            }
        }
        return true;
    }

    private void HoldersOfParts()
    {
        var named = OldParts.Of(record.Log).Select(Line).Order(StringComparer.Ordinal);
        if (!named.SequenceEqual(record.Parts.Select(Line).Order(StringComparer.Ordinal)))
            wrong.Add("Đơn vị, cán bộ có phần trong hồ sơ không khớp với nhật ký sự kiện nên hồ sơ có thể không hiện trong danh sách.");
    }

    private static string Line(DossierPartRow p) => $"{p.Kind}|{p.HolderId}|{p.Version}|{p.Received.UtcTicks}|{p.Code}|{p.Procedure}";

    private void Texts()
    {
        var left = record.Texts.ToDictionary(t => t.Id);
        foreach (var (e, version) in events.Select((e, i) => (e, i + 1)))
            foreach (var id in EventTexts.Of(e))
                if (!left.Remove(id.Value, out var text))
                    wrong.Add($"Thiếu lời văn của sự kiện thứ {version}.");
                else if (!SameAct(text.Version, version))
                    wrong.Add($"Lời văn của sự kiện thứ {version} ghi sai sự kiện.");
        if (left.Count > 0)
            wrong.Add("Có lời văn không thuộc sự kiện nào.");
    }

    private void Parties(Case @case)
    {
        if (!record.Parties.Any(p => p.Id == @case.Owner.Value && p.Version == 1) || !record.Parties.Any(p => p.Id == @case.Submitter.Value && p.Version == 1))
            wrong.Add("Thiếu chủ hồ sơ hoặc người nộp.");
        if (record.Parties.Any(p => p.Id != @case.Owner.Value && p.Id != @case.Submitter.Value && !IsEvent(p.Version)))
            wrong.Add("Có thông tin người không thuộc sự kiện nào.");
    }

    private void Papers()
    {
        foreach (var (e, version) in events.Select((e, i) => (e, i + 1)))
        {
            var brought = record.Papers.Where(p => SameAct(p.Version, version)).ToList();
            var whole = e switch
            {
                Received received => AreThere(received.Papers, brought),
                SupplementAccepted accepted => AreThere(accepted.Papers, brought),
                SupplementCompleted completed => AreThere(completed.Papers, brought),
                OpinionGiven { Digest: { } digest } => brought.Any(p => p.Files.Exists(f => f.Digest == digest)),
                DraftAttached draft => brought.Any(p => p.Component == DossierPaperRow.Draft && p.Files.Exists(f => f.Digest == draft.Digest)),
                ResultRegistered { Digest: { } digest } => brought.Any(p => p.Files.Exists(f => f.Digest == digest)),
                _ => true,
            };
            if (!whole)
                wrong.Add($"Giấy tờ không khớp với sự kiện thứ {version}.");
        }
        if (record.Papers.Any(p => !IsEvent(p.Version)))
            wrong.Add("Có giấy tờ không thuộc sự kiện nào.");
    }

    private static bool AreThere(IReadOnlyList<TakenPaper> taken, IReadOnlyList<DossierPaperRow> rows)
    {
        var named = taken.Select(p => Line(p.Component, p.Form, p.Count, p.Passes, p.GiveBack, p.Digests));
        var there = rows.Select(p => Line(p.Component, p.Form, p.Count, p.Passes, p.GiveBack, p.Files.Select(f => f.Digest)));
        return named.Order(StringComparer.Ordinal).SequenceEqual(there.Order(StringComparer.Ordinal));
    }

    private static string Line(string component, PaperForm form, int count, bool? passes, bool giveBack, IEnumerable<string> digests) =>
        $"{component}|{form}|{count}|{passes}|{giveBack}|{string.Join(',', digests.Order(StringComparer.Ordinal))}";

    private void Outbox()
    {
        foreach (var o in record.Outbox)
            if (!IsEvent(o.Version) || record.Log[o.Version - 1] is var row && (row.Kind != o.Kind || row.At != o.Created))
                wrong.Add("Có tin gửi đi không thuộc sự kiện nào.");
            else if (o.Sent is null != o.Proof is null)
                wrong.Add("Có tin ghi là đã gửi mà không có bằng chứng, hoặc ngược lại.");
    }

    private bool IsEvent(int version) => version >= 1 && version <= record.Log.Count;

    /// <summary>Whether a row that carries a version was brought by the act of an event: it carries the version of the act's first event.</summary>
    private bool SameAct(int carried, int version) =>
        carried <= version && IsEvent(carried) && record.Log[carried - 1] is var first && record.Log[version - 1] is var row
        && first.Act == row.Act && first.At == row.At && first.OfficerId == row.OfficerId;

    private static string Text<T>(T row) => JsonSerializer.Serialize(row, Json.Stored);
}
