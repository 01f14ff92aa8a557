using System.Globalization;
using MotCua.App.Demonstration;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>The main job, end to end, on a real procedure, through the same use cases as the pages.</summary>
public sealed class WalkVerb : IVerb
{
    private const string DefaultProcedure = "1.001193";

    // Parts of the main job that this version does not do yet.
    private static readonly string[] NotYet = ["digitize", "sign", "rate", "synchronise"];

    private sealed record ProcedureNote(string Code, string Name, int Version);

    private sealed record PaperNote(string Form, string File);

    private sealed record Document(
        string Code, ProcedureNote Procedure, string Received, string Due, string Status, IReadOnlyList<string> Events,
        IReadOnlyList<PaperNote> Papers, IReadOnlyList<string> NotYet);

    /// <inheritdoc/>
    public string Name => "walk";

    /// <inheritdoc/>
    public string Usage => "walk [--procedure CODE] [--at 2026-11-23T09:10]";

    /// <inheritdoc/>
    public string Does => "đi thử một hồ sơ từ tiếp nhận đến trả kết quả trên một thủ tục thật, dưới đồng hồ riêng";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("procedure", "CODE"), new("at", "T")];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        if (line.Option("at") is { } given && !Moments.TryRead(given, out _))
            return line.Wrong($"Thời điểm “{given}” chưa đúng; hãy viết như 2026-11-23T09:10.");
        await using var house = await House.Open(line, stop);
        if ((house.Refusal ?? await house.DemoOfficers(stop)) is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var calendar = (await house.References.Get(db, stop)).CalendarOf(default);
        var clock = new MovedClock(line.Option("at") is { } at && Moments.TryRead(at, out var moment)
            ? moment : MovedClock.LastWorkingMorning(TimeProvider.System.GetUtcNow(), calendar));
        var stage = house.Stage(clock, "walk");
        var walk = new Walk(house.Db, house.References, clock, stage, DemoPeople.Load(ProductFolder.SeedFolder), d => house.Papers(d, clock));
        var (walked, no) = await walk.Do(line.Option("procedure") ?? DefaultProcedure, stop);
        if (walked is null)
            return line.Refuse(no!.Sentence);
        var document = Describe(walked, line.Settings);
        line.Print(document);
        line.Say($"Hồ sơ {document.Code}, {document.Procedure.Name}: nhận {document.Received}, hẹn trả {document.Due}, đã trả kết quả.");
        foreach (var paper in document.Papers)
            line.Say($"  {paper.Form}: {paper.File}");
        line.Say($"Chưa có trong bản này: {string.Join(", ", document.NotYet)}.");
        return 0;
    }

    private static Document Describe(Walked walked, MotCuaSettings settings)
    {
        var @case = walked.Dossier.Case;
        var folder = Path.Combine(settings.Data, "walk", @case.Code.Value);
        Directory.CreateDirectory(folder);
        var papers = new List<PaperNote>();
        foreach (var paper in walked.Papers)
        {
            var file = Path.Combine(folder, paper.FileName);
            File.WriteAllBytes(file, paper.Pdf);
            papers.Add(new PaperNote(paper.Form, file));
        }
        return new Document(
            @case.Code.Value, new ProcedureNote(walked.Procedure.Code, walked.Procedure.Name, walked.Procedure.Version),
            Moments.Write(@case.ReceivedAt), Moments.Write(@case.Due.Due), @case.Status.ToString().ToLowerInvariant(), walked.Events, papers,
            [.. NotYet, .. walked.Unprinted]);
    }
}

/// <summary>Moments on the command line: Vietnam time unless an offset is given.</summary>
internal static class Moments
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd' 'HH:mm"];

    /// <summary>Reads a moment.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            instant = Vietnam.Instant(local);
            return true;
        }
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>A moment in Vietnam time: "2026-11-22T09:10".</summary>
    public static string Write(DateTimeOffset instant) => Vietnam.Local(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
