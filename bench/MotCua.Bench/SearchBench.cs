using MotCua.App.Catalogue.Search;
using MotCua.App.Reference;
using MotCua.Domain.Words;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The search for people in the whole catalogue, by questions in people's own words, against what a bare query can do: the rows of the same
/// database whose folded text holds every word of the question.</summary>
internal sealed class SearchBench : IBench
{
    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var made = await Shared.Seeded(server);
        await Shared.Import(made);
        using var references = new ReferenceCache();
        using var indexes = new ProcedureIndexes(references, SearchWords.Read(Path.Combine(Shared.Root, "data")), TimeProvider.System);
        await using var db = Shared.Open(made);
        var questions = Questions();
        var index = await indexes.Get(db);
        say($"{index.Count} thủ tục, {questions.Count} câu hỏi");
        await using var bare = await Shared.Bare(made);
        var (ours, baseline) = await Alternating.Run(line.Rounds, () => Alternating.For(line.Seconds, Ours), () => Alternating.For(line.Seconds, Bare), say);
        return new Measured("search", line.Rounds, [new MeasuredRow(null, index.Count, "procedures", ours, baseline)]);

        async Task Ours(int i) => (await indexes.Get(db)).Search(questions[i % questions.Count]);

        async Task Bare(int i)
        {
            var words = VietnameseText.Fold(questions[i % questions.Count]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var where = string.Join(" AND ", words.Select((_, n) => $"\"Folded\" LIKE ${n + 1}"));
            await using var command = new NpgsqlCommand($"SELECT \"Code\", \"Name\" FROM procedures WHERE {where} LIMIT 20", bare);
            foreach (var word in words)
                command.Parameters.Add(new NpgsqlParameter { Value = $"%{word}%" });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
            }
        }
    }

    private static List<string> Questions() =>
    [
        .. File.ReadLines(Path.Combine(Shared.Root, "tests", "MotCua.App.Tests", "Catalogue", "questions.csv")).Skip(1)
            .Select(l => l.Trim('"').Split(['"', ','])[0]).Where(q => q.Length > 0),
    ];
}
