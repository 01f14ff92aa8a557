using System.Runtime.InteropServices;
using MotCua.App.Papers.Forms;
using MotCua.App.Reference;
using MotCua.Web.Configuration;
using MotCua.Web.Watch;

namespace MotCua.Web.Verbs;

/// <summary>Every verb, and the way from a typed line to an exit status.</summary>
public static class VerbTable
{
    /// <summary>The verbs in the order in which "help" lists them.</summary>
    public static IReadOnlyList<IVerb> All { get; } =
    [
        new ServeVerb(),
        new MigrateVerb(),
        new SeedVerb(),
        new ImportUnitsVerb(),
        new ImportProceduresVerb(),
        new WalkVerb(),
        new ProcessCheckVerb(),
        new ProcessReplayVerb(),
        new DueVerb(),
        new SignVerb(),
        new CheckSignatureVerb(),
        new VerifyVerb(),
        new BackupVerb(),
        new RestoreVerb(),
        new MoveVerb(),
        new CleanVerb(),
        new ConfigVerb(),
        new HelpVerb(),
    ];

    /// <summary>Reads the line, runs the verb. Never throws for what a person typed.</summary>
    public static async Task<int> Run(IReadOnlyList<string> words, Streams streams, IReadOnlyList<string>? hostArguments = null)
    {
        var typed = CommandLine.Read(words, All);
        if (typed.Wrong is not null)
            return Wrong(typed, streams);
        if (typed.Options.ContainsKey("help"))
            typed = typed with { Verb = new HelpVerb(), Arguments = typed.Verb!.Name.Split(' ') };
        var verb = typed.Verb!;
        var reading = SettingsReader.Read(SettingsOf(typed), SettingsReader.ProcessEnvironment());
        var line = new VerbLine(verb, typed.Arguments, typed.Options, reading, streams) { HostArguments = hostArguments ?? [] };
        if (reading.Refused is { } refused && verb is not (HelpVerb or ConfigVerb))
            return line.Refuse(refused.Sentence);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, s => Stop(s, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => Stop(s, stop));
        return await Guarded(line, stop.Token);
    }

    private static async Task<int> Guarded(VerbLine line, CancellationToken stop)
    {
        try
        {
            return await line.Verb.Run(line, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return line.Refuse("Đã dừng theo yêu cầu; chạy lại lệnh để làm tiếp.");
        }
        catch (Exception e) when (e is SeedException or FormException)
        {
            // A file of the product or a font: the sentence says which, and what to do.
            return line.Refuse(e.Message);
        }
        catch (Exception e)
        {
            var number = ErrorNumber.Draw();
            new JsonLines(line.Streams.Error, line.Settings.LogExceptionText)
                .Write(LogLevel.Critical, "MotCua.Verbs", $"Verb {line.Verb.Name} failed", [new("number", number)], e);
            return line.Refuse(Failure.StatusOf(e) == StatusCodes.Status503ServiceUnavailable
                ? $"Không kết nối được cơ sở dữ liệu (mã {number}); hãy kiểm tra --db, MOTCUA_DB hoặc thư mục --data rồi chạy lại."
                : $"Lệnh {line.Verb.Name} dừng vì lỗi của phần mềm (mã {number}); hãy gửi dòng nhật ký có mã này cho người phát triển.");
        }
    }

    private static int Wrong(CommandLine typed, Streams streams)
    {
        streams.Error.WriteLine(typed.Wrong);
        streams.Error.WriteLine($"Cách dùng: {typed.Verb?.Usage ?? "VERB [TÙY CHỌN] [ĐỐI SỐ]; gõ help để xem các lệnh"}");
        return 2;
    }

    private static Dictionary<string, string> SettingsOf(CommandLine typed) =>
        typed.Verb!.Options.Concat(VerbOption.Common)
            .Where(o => o.Sets is not null && typed.Options.ContainsKey(o.Name))
            .ToDictionary(o => o.Name, o => o.Sets!.Length > 0 ? o.Sets : typed.Options[o.Name][^1]);

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
