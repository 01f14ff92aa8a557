using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue;

/// <summary>What lists and the search need of a version of a procedure; small enough that all of the country stand in memory.</summary>
/// <param name="Agency">Who announced it.</param>
/// <param name="Events">Life events that the national database names.</param>
/// <param name="Full">More than a line of the catalogue: papers or ways to file are known.</param>
public sealed record ProcedureLine(
    string Code, int Version, string Name, string Sector, string Agency, IReadOnlyList<Level> Levels, string Department, BoundaryScope Scope,
    bool PaperAllowed, Routing Routing, OnlineLevel Online, string Process, string ResultName, IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Events, IReadOnlyList<string> Subjects, string Decision, bool Full, bool Verified)
{
    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The catalogue says that it is not in force any more, or in which state it is cannot be told.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What decides where it may be received.</summary>
    public ReceptionTerms Terms => new(Code, Levels, Department, Scope, PaperAllowed, Routing, Process) { Withdrawn = Withdrawn };

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The line of a version.</summary>
    public static ProcedureLine Of(ProcedureVersion p) => new(
        p.Code, p.Version, p.Name, p.Sector, p.Details?.Agency?.Name ?? "", p.Levels, p.Department, p.Scope, p.PaperAllowed, p.Routing, p.Online,
        p.Process, p.ResultName, p.Keywords, p.Details?.Events ?? [], p.Details?.Subjects ?? [], p.Decision,
        p.Papers.Count > 0 || p.Limits.Count > 0 || p.Details?.Ways.Count > 0, p.Verified) { From = p.From, To = p.To, Withdrawn = p.Withdrawn };
}

/// <summary>The rows of versions, made from the versions and read back.</summary>
public static class ProcedureRows
{
    /// <summary>The row of a version; all its columns follow from the version.</summary>
    public static ProcedureRow Of(ProcedureVersion version, VersionOrigin origin, OfficerId? officer = null)
    {
        var row = new ProcedureRow
        {
            Code = version.Code, Version = version.Version, From = version.From, To = version.To, Origin = origin, OfficerId = officer?.Value,
            Content = JsonSerializer.Serialize(version, Json.Stored), Name = "", Folded = "",
        };
        Fill(row, version);
        return row;
    }

    /// <summary>Makes the columns of a row anew from its content, where an earlier program left them empty.</summary>
    public static void Fill(ProcedureRow row) => Fill(row, Version(row));

    /// <summary>The version that a row holds; its last day is that of the row.</summary>
    /// <exception cref="InvalidOperationException">The row is empty.</exception>
    public static ProcedureVersion Version(ProcedureRow row) => Read<ProcedureVersion>(row.Content) with { From = row.From, To = row.To };

    /// <summary>The line that the columns of a row hold.</summary>
    /// <exception cref="InvalidOperationException">The row is empty.</exception>
    public static ProcedureLine Line(string summary, DateOnly from, DateOnly? to) => Read<ProcedureLine>(summary) with { From = from, To = to };

    /// <summary>SHA-256 of what a version says, whatever its number and days.</summary>
    public static string Digest(ProcedureVersion version) =>
        Digest(JsonSerializer.Serialize(version with { Version = 0, From = default, To = null }, Json.Stored));

    /// <summary>SHA-256 of a text, in lower hex.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Fill(ProcedureRow row, ProcedureVersion version)
    {
        row.Name = version.Name;
        row.Folded = VietnameseText.Fold($"{version.Code} {version.Name} {string.Join(' ', version.Keywords)}");
        row.Summary = JsonSerializer.Serialize(ProcedureLine.Of(version), Json.Stored);
        row.Digest = Digest(version);
    }

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Json.Stored) ?? throw new InvalidOperationException($"Stored {typeof(T).Name} is empty.");
}
