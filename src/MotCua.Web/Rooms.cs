using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Amending;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Catalogue.Search;
using MotCua.App.Digitizing;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Papers;
using MotCua.App.Papers.Archive;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Documents;
using MotCua.App.Papers.Forms;
using MotCua.App.Papers.Reading;
using MotCua.App.Papers.Signing;
using MotCua.App.Papers.Uploading;
using MotCua.App.Print;
using MotCua.App.Privacy;
using MotCua.App.Processing;
using MotCua.App.Publishing;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.App.Returning;
using MotCua.App.Selections;
using MotCua.App.Staff;
using MotCua.App.Tracking;
using MotCua.App.Warnings;
using MotCua.App.Warnings.Control;
using MotCua.App.Work;
using MotCua.Integrations.Codes;
using MotCua.Integrations.Digitizing;
using MotCua.Integrations.Files;
using MotCua.Integrations.Forms;
using MotCua.Integrations.Ocr;
using MotCua.Integrations.Scanning;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Migrations;
using MotCua.Web.Api;
using MotCua.Web.Configuration;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;
using MotCua.Web.Verbs;
using MotCua.Web.Watch;

namespace MotCua.Web;

/// <summary>The rooms of the house: their services, their doors, and what they need before the doors open.</summary>
public static class Rooms
{
    /// <summary>Adds the services of every room.</summary>
    public static WebApplicationBuilder AddRooms(this WebApplicationBuilder builder, MotCuaSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        var open = Databases.Pooled(settings.Db, settings.DatabaseFile);
        services.AddScoped(_ => open());
        services.AddSingleton<ReferenceCache>();
        services.AddSingleton(_ => SearchWords.Read(ProductFolder.SeedFolder)).AddSingleton<ProcedureIndexes>().AddSingleton<ProcedureUse>();
        services.AddFiles(settings);
        services.AddSingleton<IPasswordHasher<OfficerRow>, PasswordHasher<OfficerRow>>();
        services.AddScoped<Duties>().AddScoped<DossierDesk>().AddScoped<WorkList>().AddScoped<FrameCounts>().AddScoped<OutboxList>().AddScoped<DossierReader>();
        services.AddScoped<Attempts>().AddScoped<ReceiveAtCounter>().AddScoped<AnswerAttempt>();
        services.AddRepository();
        services.AddScoped<FileIntake>().AddScoped<AttachFiles>().AddScoped<AttemptReader>().AddScoped<ProcedureSearch>();
        services.AddScoped<Reaches>().AddScoped<WorkSearch>().AddScoped<WorkCounts>().AddScoped<WorkChoices>().AddScoped<SavedFilters>();
        services.AddScoped<ExportWork>().AddScoped<FollowUpBook>().AddScoped<IExportLog, ExportLog>().AddScoped<Presence>();
        services.AddHandling();
        services.AddScoped<WarningBook>().AddScoped<RaiseWarnings>().AddScoped<WarningList>().AddScoped<ExtensionsDue>().AddHostedService<WarnOfLimits>();
        services.AddScoped<ControlLists>().AddScoped<ExportControl>().AddScoped<WorkAcross>().AddScoped<AcrossBook>();
        services.AddScoped<StaffReaches>().AddScoped<Officers>().AddScoped<GrantDuties>().AddScoped<EndDuties>().AddScoped<StepHandOver>();
        services.AddScoped<Substitutes>().AddScoped<StaffReader>().AddScoped<Rosters>().AddSingleton<RoomsOpen>().AddHostedService<SweepSteps>();
        services.AddSingleton(_ => FormTemplates.Load(Path.Combine(ProductFolder.SeedFolder, "forms")));
        services.AddSingleton<IFormPrinter>(_ => new SkiaFormPrinter()).AddSigning(settings);
        services.AddSingleton<IOneTimeCodes, PhoneCodes>();
        services.AddSingleton(new Issuer(settings.SystemName, settings.Demonstration));
        services.AddSingleton<ISeal, KeySeal>().AddScoped<TrackingFactors>();
        services.AddScoped<StatutoryPapers>().AddScoped<ReplaceForm>().AddScoped<BookPrint>().AddScoped<PaperBooks>();
        services.AddRuling();
        services.AddDigitizing(settings);
        services.AddScoped<ReadingLog>().AddScoped<DossierDoor>().AddScoped<TrackingTries>().AddScoped<TrackDossier>();
        services.AddScoped<CorrectParty>().AddScoped<ReadingNames>();
        services.AddScoped<IReadinessCheck, DatabaseCheck>();
        services.AddRazorPages(o => o.Conventions.AuthorizeFolder("/")).AddMvcOptions(o => o.ReadVietnameseInput());
        services.AddSignIn(settings);
        services.AddKeepsNoSession();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        return builder;
    }

    /// <summary>Where files lie, how they come and how they leave.</summary>
    private static void AddFiles(this IServiceCollection services, MotCuaSettings settings)
    {
        services.AddSingleton<IFileStore>(p => FileStores.Of(settings, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPaperLook>(_ => new PaperLooks());
        services.AddSingleton<IVirusScan>(_ => new Clamd(settings.Clamd is { } at ? ClamdAddress.Parse(at) : null));
        services.AddSingleton<IUploadSpool>(p => new UploadSpool(
            settings.Spool, () => FileStores.Keys(settings, p.GetRequiredService<TimeProvider>()), p.GetRequiredService<TimeProvider>()));
        services.AddScoped<ResumableUploads>();
        services.AddScoped<FileSweep>().AddHostedService<SweepFiles>();
        services.AddScoped<Uploads>().AddScoped<PaperBytes>().AddSingleton<Originals>();
        services.AddSingleton<IPaperPicture>(_ => new MarkedPictures(new OcrLimits { Seconds = 20, MemoryMb = settings.OcrMemoryMb }));
    }

    /// <summary>The work on dossiers.</summary>
    private static void AddHandling(this IServiceCollection services)
    {
        services.AddScoped<Consult>().AddScoped<ConsultationList>().AddScoped<StuckDossiers>().AddScoped<BatchActs>();
        services.AddScoped<Instruct>().AddScoped<InstructionList>();
        services.AddScoped<HandleDossier>().AddScoped<KeepTime>().AddScoped<ReturnResult>().AddScoped<SignedForm>().AddScoped<Verification>();
        services.AddScoped<RunWaits>().AddScoped<ReplayProcess>().AddHostedService<RunTimers>();
        services.AddScoped<CarryResults>().AddHostedService<CarryMessages>();
    }

    /// <summary>What says how things are done: the catalogue, the law, the processes.</summary>
    private static void AddRuling(this IServiceCollection services)
    {
        services.AddScoped<CatalogueRights>().AddScoped<EditProcedure>().AddScoped<FieldLocks>().AddScoped<SettleDefects>().AddScoped<GiveProcesses>();
        services.AddScoped<ProcedureSheets>().AddScoped<ProcedureList>().AddScoped<OpenByVersion>();
        services.AddScoped<LawRights>().AddScoped<OpenDossiers>().AddScoped<Amend>().AddScoped<Recompute>().AddScoped<LawReader>();
        services.AddScoped<ProcessRights>().AddScoped<ProcessChecks>().AddScoped<DraftProcess>().AddScoped<PublishProcess>().AddScoped<MoveDossiers>()
            .AddScoped<ProcessDrawings>();
        services.AddSingleton<RecomputeBell>().AddHostedService<RecomputeDues>();
    }

    /// <summary>From the scanner to the repository.</summary>
    private static void AddDigitizing(this IServiceCollection services, MotCuaSettings settings)
    {
        var limits = new OcrLimits { Seconds = settings.OcrSeconds, MemoryMb = settings.OcrMemoryMb };
        services.AddSingleton<IPageReader>(_ => new TesseractPages(limits)).AddSingleton<IPagePictures>(_ => new ColourPages(limits));
        services.AddSingleton<ICopyWriter>(_ => new SearchableCopy()).AddSingleton<ISheetPrinter>(_ => new SeparatorSheets());
        services.AddScoped<SignCopy>().AddScoped<DigitizeDocument>().AddScoped<FileReports>().AddScoped<ReadScans>();
        services.AddScoped<ScanPlaces>().AddScoped<TakeScan>().AddScoped<LayPages>().AddScoped<CheckPaper>().AddScoped<SignPapers>();
        services.AddScoped<KeepPapers>().AddScoped<ScanReader>();
        services.AddSingleton<ScanBell>().AddHostedService<ReadQueue>();
    }

    /// <summary>The repository, the archive and the back-file, which uses the line of digitizing.</summary>
    private static void AddRepository(this IServiceCollection services)
    {
        services.AddScoped<OwnersDocuments>().AddScoped<ChangeDocument>().AddScoped<TakeHeld>().AddScoped<ArchiveBook>();
        services.AddScoped<BackFiles>().AddSingleton<BackFileRuns>();
    }

    private static void AddSigning(this IServiceCollection services, MotCuaSettings settings)
    {
        services.AddSingleton(p => SigningKeys.Of(settings.SigningKey, settings.SigningPin, settings.TestKeys, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IOfficerKeys>(p => new OfficerKeys(
            settings.OfficerKeys, p.GetRequiredService<ISigningKey>(), settings.TestKeys, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPdfSigner>(_ => new PadesSigner(Signatures.Stamps(settings)));
        services.AddSingleton(_ => Signatures.Check(settings));
    }

    /// <summary>Makes ready what the rooms need: the database's schema, the first rows, the first accounts.</summary>
    /// <param name="app">The application, not yet started.</param>
    /// <param name="line">The call; what people must read goes to <see cref="VerbLine.Say"/>.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task PrepareRooms(this WebApplication app, VerbLine line, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        await using var alone = await Databases.Alone(db, stop);
        foreach (var migration in await Databases.Migrate(db, stop))
            line.Note($"Đã cập nhật lược đồ: {migration}.");
        await new SeedData(ProductFolder.SeedFolder).Load(db, stop);
        if (await Parts.Fill(db, stop) is > 0 and var filled)
            line.Note($"Đã lập chỉ mục danh sách cho {filled} hồ sơ cũ.");
        // A form that cannot be used is said at the start, not at the counter.
        scope.ServiceProvider.GetRequiredService<FormTemplates>();
        await FirstAccounts.Make(db, scope.ServiceProvider.GetRequiredService<IPasswordHasher<OfficerRow>>(), line, stop);
        // A list that cannot be read is said at the start, not at the first new password.
        scope.ServiceProvider.GetRequiredService<PasswordRules>();
        await scope.ServiceProvider.GetRequiredService<SignInSweep>().Run(stop);
        app.Services.GetRequiredService<RoomsOpen>().Say();
    }

    /// <summary>Opens the doors: sign-in, files, pages.</summary>
    public static WebApplication UseRooms(this WebApplication app)
    {
        app.UseSignIn();
        // A page that nobody is signed in for holds no secret whose length could be told from the answer's.
        app.UseWhen(IsOpenToAll, open => open.UseResponseCompression());
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapProcedureSuggestions();
        app.MapUnitSuggestions();
        app.MapAttemptPapers();
        app.MapUploadLine();
        return app;
    }

    private static bool IsOpenToAll(HttpContext http) => http.Request.Path.StartsWithSegments("/thu-tuc") && Account.Of(http) is null;
}

/// <summary>Whether the database answers and has today's schema.</summary>
internal sealed class DatabaseCheck(MotCuaDb db) : IReadinessCheck
{
    public string Name => "database";

    public async Task<string?> Check(CancellationToken stop) =>
        !await db.Database.CanConnectAsync(stop) ? "Chưa kết nối được cơ sở dữ liệu; hãy kiểm tra máy chủ cơ sở dữ liệu."
        : (await db.Database.GetPendingMigrationsAsync(stop)).Any() ? "Cơ sở dữ liệu chưa ở lược đồ hiện tại; hãy chạy ./run migrate."
        : null;
}
