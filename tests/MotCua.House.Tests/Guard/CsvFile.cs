using MotCua.Testing;
using Sylvan.Data.Csv;

namespace MotCua.House.Tests.Guard;

/// <summary>Reads the small lists kept as CSV.</summary>
internal static class CsvFile
{
    /// <summary>The rows of a file, each by the names of its columns.</summary>
    /// <param name="path">From the root.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var csv = CsvDataReader.Create(Repository.Path(path.Split('/')));
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        return rows;
    }
}
