using System.Diagnostics.CodeAnalysis;
using System.Text;
using MotCua.Domain.Words;
using Npgsql;

namespace MotCua.Bench;

/// <summary>Multiplies real dossiers, made at the desk, into as many as a measurement needs: their rows with new ids, codes, days, people and units,
/// by COPY. Hashes are worked out anew, so that the chain of each log holds.</summary>
/// <param name="Communes">Over how many communes they are spread: each is a copy of the samples' commune, with its units, officers and duties.</param>
/// <param name="Days">Over how many past days, in whole weeks.</param>
/// <param name="WithLog">Whether the log and all that stands beside it comes along; lists are found without.</param>
internal sealed class Bulk(string connection, int Communes, int Days, bool WithLog)
{
    /// <summary>The units and officers of the n-th commune have the sample's numbers plus so many times n.</summary>
    public const int Stride = 1000;

    // What lists are made of; then what stands in the log and beside it.
    private static readonly string[] Lists = ["dossiers", "dossier_steps", "dossier_parts", "dossier_search", "parties"];
    private static readonly string[] Logged = ["dossier_events", "texts", "outbox", "idempotency", "dossier_papers"];

    private const int AtOnce = 20_000;

    /// <summary>How many dossiers each sample counts for, beside the others.</summary>
    /// <param name="Id">The dossier that is multiplied.</param>
    /// <param name="Share">How many of all, against the other samples' shares.</param>
    internal sealed record Sample(Guid Id, int Share);

    /// <summary>A dossier that was made.</summary>
    internal sealed record Made(Guid Id, string Code);

    /// <summary>Makes them.</summary>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<Made>> Make(IReadOnlyList<Sample> samples, int count, Action<string> say)
    {
        string[] tables = WithLog ? [.. Lists, .. Logged] : Lists;
        var templates = new List<Template>();
        foreach (var sample in samples)
            templates.Add(await Template.Read(connection, sample.Id, tables));
        await Places(samples);
        var indexes = count > AtOnce ? await DropIndexes(tables) : [];
        var turn = samples.SelectMany((s, i) => Enumerable.Repeat(templates[i], s.Share)).ToArray();
        var (made, weeks) = (new List<Made>(count), Math.Max(1, Days / 7));
        for (var done = 0; done < count; done += AtOnce)
        {
            var buffers = tables.ToDictionary(t => t, _ => new StringBuilder());
            for (var n = done; n < Math.Min(count, done + AtOnce); n++)
            {
                // A commune's dossiers are spread over all days and kinds, whatever the number of communes.
                var (commune, nth) = (n % Communes, n / Communes);
                var (week, serial) = (1 + (nth % weeks), 1 + (nth / weeks));
                var template = turn[serial % turn.Length];
                var one = new Copy(n, commune * Stride, -7 * week, template.CodeOf(commune * Stride, -7 * week, serial));
                template.Write(one, buffers);
                made.Add(new Made(one.Dossier, one.Code));
            }
            await Task.WhenAll(buffers.Select(b => In(b.Key, templates[0].Columns[b.Key], b.Value)));
            if ((done / AtOnce) % 10 == 9)
                say($"đã nhân {done + AtOnce} hồ sơ…");
        }
        await Task.WhenAll(indexes.Chunk((indexes.Count / 2) + 1).Select(some => Do([.. some])));
        if (WithLog)
            await Do([.. Enumerable.Range(0, Math.Min(Communes * weeks, count)).GroupBy(i => (Commune: i % Communes, Week: i / Communes)).Select(g =>
                templates[0].CounterOf(g.Key.Commune * Stride, -7 * (g.Key.Week + 1), Of(count, g.Key.Commune, g.Key.Week)))]);
        await Do([.. tables.Select(t => $"VACUUM (ANALYZE) {t}")]);
        return made;
    }

    // How many dossiers a commune has in a week.
    private int Of(int count, int commune, int week)
    {
        var (weeks, ofCommune) = (Math.Max(1, Days / 7), (count / Communes) + (commune < count % Communes ? 1 : 0));
        return (ofCommune / weeks) + (week < ofCommune % weeks ? 1 : 0);
    }

    // The first commune is the sample's own.
    private async Task Places(IReadOnlyList<Sample> samples)
    {
        const string Agencies = """
            INSERT INTO agencies SELECT (json_populate_record(a, json_build_object('Id', a."Id" + o, 'Code', a."Code" || '.' || o,
              'OldCode', a."OldCode" || '.' || o, 'ParentId', CASE WHEN a."ParentId" = 1 THEN 1 ELSE a."ParentId" + o END,
              'Name', a."Name" || ' ' || o))).* FROM agencies a, generate_series({0}, {1}, {0}) o WHERE a."Id" BETWEEN 10 AND 14 OR a."Id" = 113
            """;
        const string Officers = """
            INSERT INTO officers SELECT (json_populate_record(f, json_build_object('Id', f."Id" + o, 'UserName', f."UserName" || '.' || o))).*
            FROM officers f, generate_series({0}, {1}, {0}) o
            WHERE EXISTS (SELECT 1 FROM duty_grants g WHERE g."OfficerId" = f."Id" AND (g."UnitId" BETWEEN 10 AND 14 OR g."UnitId" = 113))
            """;
        const string Grants = """
            INSERT INTO duty_grants ({2}) SELECT {3} FROM duty_grants g, generate_series({0}, {1}, {0}) o WHERE g."UnitId" BETWEEN 10 AND 14 OR g."UnitId" = 113
            """;
        if (Communes < 2 || samples.Count == 0)
            return;
        var (names, values) = await GrantColumns();
        await Do([.. new[] { Agencies, Officers, Grants }.Select(sql =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Stride, Stride * (Communes - 1), names, values))]);
    }

    private async Task<(string Names, string Values)> GrantColumns()
    {
        var names = (await Texts("SELECT column_name FROM information_schema.columns WHERE table_name = 'duty_grants' AND is_identity = 'NO' ORDER BY 1"))
            .ConvertAll(n => $"\"{n}\"");
        return (string.Join(", ", names), string.Join(", ", names.Select(n => n is "\"UnitId\"" or "\"OfficerId\"" ? $"g.{n} + o" : $"g.{n}")));
    }

    // Filled tables are indexed faster afterwards.
    private async Task<List<string>> DropIndexes(string[] tables)
    {
        var list = string.Join(", ", tables.Select(t => $"'{t}'"));
        var from = $"""
            FROM pg_indexes i WHERE schemaname = 'public' AND tablename IN ({list})
            AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
            """;
        var (made, drops) = (await Texts($"SELECT indexdef {from}"), await Texts($"SELECT format('DROP INDEX %I', indexname) {from}"));
        await Do([.. drops]);
        return made;
    }

    private async Task In(string table, IReadOnlyList<string> columns, StringBuilder rows)
    {
        await using var bare = await Shared.Bare(connection);
        await using (var off = new NpgsqlCommand("SET synchronous_commit = off", bare))
            await off.ExecuteNonQueryAsync();
        await using var copy = await bare.BeginTextImportAsync($"COPY {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) FROM STDIN");
        foreach (var chunk in rows.GetChunks())
            await copy.WriteAsync(chunk);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are made here.")]
    private async Task Do(IReadOnlyList<string> statements)
    {
        await using var bare = await Shared.Bare(connection);
        foreach (var sql in statements.Prepend("SET maintenance_work_mem = '256MB'"))
        {
            await using var command = new NpgsqlCommand(sql, bare) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are made here.")]
    private async Task<List<string>> Texts(string sql)
    {
        await using var bare = await Shared.Bare(connection);
        await using var command = new NpgsqlCommand(sql, bare);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}

/// <summary>One multiplied dossier: what differs from its sample.</summary>
/// <param name="Number">Its number among all.</param>
/// <param name="Offset">What is added to the numbers of units and officers.</param>
/// <param name="Shift">By how many days it lies elsewhere.</param>
/// <param name="Code">Its code.</param>
internal sealed record Copy(int Number, int Offset, int Shift, string Code)
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Y", "H'"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Quốc", "Hữu", "Kim"];
    private static readonly string[] Givens = ["An", "Bình", "Cường", "Dung", "Hà", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quỳnh", "Sơn", "Thảo",
        "Trang", "Tuấn", "Uyên", "Vinh", "Yến", "Êban", "Niê", "Mlô", "Kđăm"];

    /// <summary>Its id.</summary>
    public Guid Dossier { get; } = Guid.CreateVersion7();

    /// <summary>The owner's name.</summary>
    public string Name { get; } =
        $"{Families[Number * 7 % 97 % Families.Length]} {Middles[Number * 3 % 53 % Middles.Length]} {Givens[(Number / 14) % Givens.Length]}";

    /// <summary>The name without tones.</summary>
    public string Folded => VietnameseText.Fold(Name);

    /// <summary>The key by which the name is sorted.</summary>
    public string SortKey => VietnameseText.SortKey(Name);

    /// <summary>The owner's number: fictitious, twelve digits.</summary>
    public string Identity { get; } = $"0669{Number % 100_000_000:00000000}";

    /// <summary>Ids of parties and words: the same place of the sample gets the same new one.</summary>
    public Guid Id(int place) => ids.TryGetValue(place, out var id) ? id : ids[place] = place == 0 ? Dossier : Guid.CreateVersion7();

    private readonly Dictionary<int, Guid> ids = [];
}
