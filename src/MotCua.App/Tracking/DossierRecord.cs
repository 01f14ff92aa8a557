using System.Text.Json;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;

namespace MotCua.App.Tracking;

/// <summary>Everything on record of one dossier.</summary>
/// <param name="Row">The current-state row; null if it is missing.</param>
/// <param name="Texts">Ids of the words beside the log.</param>
/// <param name="Files">Version and digest of every file of its papers, in order.</param>
/// <param name="Searchable">Whether the row of search words is there.</param>
internal sealed record DossierRecord(
    Guid Id, IReadOnlyList<DossierEventRow> Log, DossierRow? Row, IReadOnlyList<DossierStepRow> Steps,
    IReadOnlySet<Guid> Texts, IReadOnlyList<(int Version, string Digest)> Files, bool Searchable)
{
    /// <summary>The code; the id where the row is missing.</summary>
    public string Where => Row?.Code ?? Id.ToString();

    /// <summary>What is not as it was written. Where the log itself was changed, nothing else can be judged.</summary>
    public IEnumerable<string> Faults()
    {
        if (Chain() is { } changed)
            return [changed];
        var events = Log.Select(e => (e.Version, Event: EventFormat.Read(e.Kind, e.Data))).ToList();
        return Mirrored(Dossier.Fold(new DossierId(Id), events.Select(e => e.Event))).Concat(Beside(events));
    }

    private string? Chain()
    {
        var before = "";
        for (var i = 0; i < Log.Count; i++)
        {
            if (Log[i].Version != i + 1)
                return $"Thiếu sự kiện thứ {i + 1} trong nhật ký.";
            if (EventFormat.Hash(Log[i], before) != Log[i].Hash)
                return $"Sự kiện thứ {i + 1} đã bị sửa: chuỗi băm không khớp.";
            before = Log[i].Hash;
        }
        return null;
    }

    private IEnumerable<string> Mirrored(Dossier dossier)
    {
        if (Row is null)
            yield return "Có nhật ký sự kiện nhưng thiếu dòng hồ sơ.";
        else if (Text(Row) != Text(Mirror.Of(dossier)))
            yield return "Dòng hồ sơ không khớp với nhật ký sự kiện.";
        if (Text(Steps) != Text(Mirror.Steps(dossier).OrderBy(s => s.Token).ToList()))
            yield return "Các bước đang mở không khớp với nhật ký sự kiện.";
    }

    /// <summary>Words may be erased from their row under the data-protection law; the row itself stays.</summary>
    private IEnumerable<string> Beside(IReadOnlyList<(int Version, DossierEvent Event)> events)
    {
        if (events.SelectMany(e => EventTexts.Of(e.Event)).Any(t => !Texts.Contains(t.Value)))
            yield return "Thiếu lời văn mà nhật ký sự kiện nhắc đến.";
        if (!Files.SequenceEqual(events.SelectMany(e => Digests(e.Event), (e, digest) => (e.Version, digest)).Order()))
            yield return "Tệp giấy tờ không khớp với nhật ký sự kiện.";
        if (!Searchable)
            yield return "Thiếu dòng tìm kiếm của hồ sơ.";
    }

    private static IEnumerable<string> Digests(DossierEvent e) => e switch
    {
        Received received => received.Papers.SelectMany(p => p.Digests),
        SupplementAccepted accepted => accepted.Papers.SelectMany(p => p.Digests),
        ResultRegistered { Digest: { } digest } => [digest],
        _ => [],
    };

    private static string Text<T>(T rows) => JsonSerializer.Serialize(rows, Json.Stored);
}
