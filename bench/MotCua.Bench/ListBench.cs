using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Migrations;
using Npgsql;

namespace MotCua.Bench;

/// <summary>A list of dossiers by three filters with the officer's permissions, first page and fiftieth, on more and more dossiers: the whole page over
/// HTTP, against a bare batch of all that it shows; and the use case alone, against the bare query that returns the same rows. An officer's unit has
/// ten thousand dossiers whatever the size of the province: more dossiers are more communes.</summary>
internal sealed class ListBench(string name, string address, WorkQuery query) : IBench
{
    private const int PerCommune = 10_000, Fiftieth = 50, HandlerId = 5;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    /// <summary>The officer's open steps.</summary>
    public static ListBench Worklist { get; } = new("worklist", $"/viec?xem=don-vi&buoc=xu-ly&kenh=truc-tiep&thu-tuc={Samples.Procedure}",
        new WorkQuery(WorkView.Unit) { Step = StepKind.Handle, Channel = Channel.Direct, Procedure = Samples.Procedure });

    /// <summary>Words among all dossiers of the officer's units.</summary>
    public static ListBench Search { get; } = new("search", "/viec?q=ha&kenh=truc-tiep&trang-thai=da-tra",
        new WorkQuery(WorkView.All) { Words = "ha", Channel = Channel.Direct, Status = DossierStatus.Returned });

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var (rows, short_) = (new List<MeasuredRow>(), line with { Seconds = Math.Min(line.Seconds, 3) });
        foreach (var size in Sizes.Where(s => line.Keep is null ? s <= (line.Size ?? int.MaxValue) : s == (line.Size ?? s)))
        {
            var keep = line.Keep is { } word ? $"lists_{word}_{size}" : null;
            var (made, filled) = keep is null ? (await server.Database(), false) : await server.Kept(keep);
            await (filled ? Shared.ForgetPasswords(made) : Shared.Seed(made));
            await using (var product = await Product.Serve(made))
            {
                if (!filled)
                    await Fill(made, size, say);
                if (keep is not null)
                    await server.IsFilled(keep);
                using var browser = await Browser.SignedIn(product, Samples.Handler);
                foreach (var fiftieth in new[] { false, true })
                    rows.AddRange(await Pages(short_, made, size, browser, fiftieth, say));
            }
            if (keep is null)
                await server.Drop(made);
        }
        return new Measured(name, line.Rounds, rows);
    }

    private static async Task Fill(string made, int size, Action<string> say)
    {
        using var samples = new Samples(made);
        var filling = Stopwatch.StartNew();
        Bulk.Sample[] mix =
        [
            new((await samples.At(StepKind.Handle)).Value, 10), new((await samples.At(StepKind.Approve)).Value, 2),
            new((await samples.At(StepKind.Handle, "1.001193")).Value, 3), new((await samples.At(null)).Value, 20),
            new((await samples.At(null, "1.001193")).Value, 15),
        ];
        await new Bulk(made, size / PerCommune, 365, WithLog: false).Make(mix, size, say);
        say($"{size} hồ sơ trong {filling.Elapsed.TotalSeconds:0} giây");
    }

    private async Task<IReadOnlyList<MeasuredRow>> Pages(
        BenchLine line, string made, int size, Browser browser, bool fiftieth, Action<string> say)
    {
        var capture = new Capture();
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>(Databases.Postgres(made)).AddInterceptors(capture).Options);
        using var references = new ReferenceCache();
        var search = new WorkSearch(db, new Reaches(db, TimeProvider.System), references, TimeProvider.System);
        string? place = null;
        for (var page = 1; fiftieth && page < Fiftieth; page++)
            place = (await search.Page(HandlerId, query, place)).After
                ?? throw new InvalidOperationException($"Danh sách {name} không có đến trang {Fiftieth}.");
        capture.Begin();
        var found = await search.Page(HandlerId, query, place);
        if (found.Items.Count < WorkSearch.PageSize)
            throw new InvalidOperationException($"Danh sách {name} có ít hơn một trang để đo.");
        IReadOnlyList<Sent> list = [.. capture.Of("JOIN dossiers")];
        await using var bare = await Shared.Bare(made);
        var what = fiftieth ? "page 50" : "page 1";
        var (query1, baseline1) = await Alternating.Run(line.Rounds, () => Alternating.For(line.Seconds, _ => search.Page(HandlerId, query, place)),
            () => Alternating.For(line.Seconds, _ => Bare(bare, list)), say);
        var at = address + (place is null ? "" : $"&sau={place}");
        capture.Begin();
        await Beside(db, references);
        // Each once, whoever asked it.
        IReadOnlyList<Sent> whole = [.. list, .. capture.All.DistinctBy(s => s.Sql)];
        var (http, baseline2) = await Alternating.Run(line.Rounds, () => Alternating.For(line.Seconds, _ => browser.Get(at)),
            () => Alternating.For(line.Seconds, _ => Bare(bare, whole)), say);
        return [new(null, size, $"{what}, use case", query1, baseline1), new(null, size, $"{what}, HTTP", http, baseline2)];
    }

    // What the page shows beside its rows: counts, choices, saved filters.
    private async Task Beside(PostgresDb db, ReferenceCache references)
    {
        var (clock, reaches) = (TimeProvider.System, new Reaches(db, TimeProvider.System));
        await new WorkCounts(db, reaches, references, clock).Of(HandlerId);
        await new WorkChoices(db, reaches, references, clock).Of(HandlerId);
        await new WorkSearch(db, reaches, references, clock).Count(HandlerId, query);
        await new WorkList(db, reaches).Count(HandlerId, WorkFilter.Mine);
        await new SavedFilters(db, reaches, clock).Of(HandlerId);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are the product's own.")]
    private static async Task Bare(NpgsqlConnection bare, IReadOnlyList<Sent> sent)
    {
        await using var batch = new NpgsqlBatch(bare);
        foreach (var (sql, parameters) in sent)
        {
            // By place, not by name: a statement by names is parsed each time.
            var (text, command) = (sql, new NpgsqlBatchCommand());
            foreach (var (parameter, i) in parameters.Select((p, i) => (p, i)))
            {
                text = System.Text.RegularExpressions.Regex.Replace(text, $"@{parameter.ParameterName.TrimStart('@')}\\b", $"${i + 1}");
                var one = parameter.Clone();
                one.ParameterName = "";
                command.Parameters.Add(one);
            }
            command.CommandText = text;
            batch.BatchCommands.Add(command);
        }
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(values);
        }
        while (await reader.NextResultAsync());
    }

    private sealed record Sent(string Sql, IReadOnlyList<NpgsqlParameter> Parameters);

    /// <summary>Keeps the statements that the use case sends.</summary>
    private sealed class Capture : DbCommandInterceptor
    {
        private readonly List<Sent> sent = [];

        public void Begin() => sent.Clear();

        public IReadOnlyList<Sent> All => [.. sent];

        public IEnumerable<Sent> Of(string text) => sent.Where(s => s.Sql.Contains(text, StringComparison.Ordinal));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancel = default)
        {
            sent.Add(new Sent(command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
            return new(result);
        }
    }
}

/// <summary>The search in all procedures, and the search in dossiers.</summary>
internal sealed class BothSearches : IBench
{
    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var dossiers = await ListBench.Search.Run(line, server, say);
        if (!Shared.HasCatalogue)
        {
            say("Không có ../shared/data/procedures cạnh dự án nên không đo tìm thủ tục.");
            return dossiers;
        }
        var procedures = await new SearchBench().Run(line, server, say);
        return dossiers with { Rows = [.. procedures.Rows, .. dossiers.Rows] };
    }
}
