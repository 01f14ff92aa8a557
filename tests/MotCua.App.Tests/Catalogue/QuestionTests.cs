using System.Text.Json;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Search;
using MotCua.Domain.Catalogue;
using MotCua.Testing;
using Sylvan.Data.Csv;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

/// <summary>Questions in people's own words against the catalogue: is the right procedure among the first three?</summary>
public sealed class QuestionTests(ITestOutputHelper output)
{
    private const double Enough = .85;

    private sealed record Question(string Text, IReadOnlyList<string> Expected);

    /// <summary>The seed's lines in force in November 2026; what the seed keeps takes the place of the catalogue's line.</summary>
    internal static IReadOnlyList<ProcedureLine> Seed { get; } = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "procedures"), "*.json")
        .SelectMany(f => JsonSerializer.Deserialize<List<ProcedureVersion>>(File.ReadAllText(f), Json.Stored)!).Select(ProcedureLine.Of)
        .Where(l => l.HoldsOn(new DateOnly(2026, 11, 20)))];

    internal static SearchWords Words { get; } = SearchWords.Read(Path.Combine(Repository.Root, "data"));

    [Fact]
    [Requirement("R-REC-03")]
    public void Of_sixty_questions_on_the_whole_catalogue_at_least_85_of_100_are_answered_in_the_first_three()
    {
        var lines = WholeCatalogue.Lines.ExceptBy(Seed.Select(s => s.Code), l => l.Code).Concat(Seed);
        var questions = Read("questions.csv");
        Assert.Equal(60, questions.Count);
        Assert.True(Score(new ProcedureIndex(lines, Words, ["tinh dak lak"]), questions) >= Enough);
    }

    /// <summary>Questions written after the words of <c>search-words.csv</c>, which were not changed for them: what a new question may expect.</summary>
    [Fact]
    public void Of_thirty_questions_that_nobody_tuned_for_at_least_70_of_100_are_answered_in_the_first_three()
    {
        var lines = WholeCatalogue.Lines.ExceptBy(Seed.Select(s => s.Code), l => l.Code).Concat(Seed);
        var questions = Read("held-out.csv");
        Assert.Equal(30, questions.Count);
        Assert.True(Score(new ProcedureIndex(lines, Words, ["tinh dak lak"]), questions) >= .7);
    }

    [Fact]
    public void What_the_seed_can_answer_it_answers_in_the_first_three()
    {
        var codes = Seed.Select(s => s.Code).ToHashSet();
        var questions = Read("questions.csv").Select(q => q with { Expected = [.. q.Expected.Where(codes.Contains)] })
            .Where(q => q.Expected.Count > 0).ToList();
        Assert.True(questions.Count >= 10);
        Assert.True(Score(new ProcedureIndex(Seed, Words, ["tinh dak lak"]), questions) >= Enough);
    }

    private double Score(ProcedureIndex index, IReadOnlyList<Question> questions)
    {
        var right = 0;
        foreach (var question in questions)
        {
            var found = index.Search(question.Text, most: 10).Found;
            var place = found.TakeWhile(f => !question.Expected.Contains(f.Line.Code)).Count() + 1;
            if (place <= 3)
                right++;
            else
                output.WriteLine($"“{question.Text}” (thứ {(place > found.Count ? "–" : place)}):\n" + string.Concat(found.Take(4)
                    .Select(f => $"    {f.Line.Code} {f.Score:0.0} {f.Line.Name[..Math.Min(100, f.Line.Name.Length)]}\n")));
        }
        output.WriteLine($"{right}/{questions.Count} trong ba kết quả đầu");
        return (double)right / questions.Count;
    }

    private static List<Question> Read(string file)
    {
        using var csv = CsvDataReader.Create(Path.Combine(Repository.Root, "tests", "MotCua.App.Tests", "Catalogue", file));
        var questions = new List<Question>();
        while (csv.Read())
            questions.Add(new Question(csv.GetString(0), csv.GetString(1).Split(' ')));
        return questions;
    }
}
