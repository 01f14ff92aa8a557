using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>A file offered for a component.</summary>
/// <param name="Component">Code of the component.</param>
/// <param name="Name">Name as sent.</param>
/// <param name="Open">Opens its bytes, seekable.</param>
public sealed record OfferedFile(string Component, string Name, Func<Stream> Open);

/// <summary>Attaches files to the components of an attempt. Good files are kept also when another one is bad.</summary>
public sealed class AttachFiles(MotCuaDb db, ReferenceCache references, Attempts attempts, FileIntake intake, TimeProvider clock)
{
    /// <summary>Attaches files.</summary>
    /// <returns>One refusal for each file that was not taken, with the field of its component; empty when all were.</returns>
    public async Task<IReadOnlyList<Refusal>> Do(Guid id, IReadOnlyList<OfferedFile> files, OfficerId officer, CancellationToken cancel = default)
    {
        if (files.Count == 0)
            return [];
        if (await attempts.Find(id, officer, cancel) is not { } attempt)
            return [Attempts.Unknown];
        if (!Attempts.IsOpen(attempt.State))
            return [Attempts.Ended(attempt.State)];
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var rules = FileRules.On(today, reference.Rules, attempt.Procedure);
        var known = (await references.Procedure(db, attempt.Procedure, attempt.ProcedureVersion, cancel)).Papers
            .Concat((await references.Procedure(db, attempt.Procedure, today, cancel))?.Papers ?? []).Select(p => p.Code).ToHashSet();
        var refusals = new List<Refusal>();
        var taken = new List<AttemptFileRow>();
        var total = attempt.Files.Sum(f => f.Size);
        foreach (var offered in files.Where(f => known.Contains(f.Component)))
        {
            await using var content = offered.Open();
            var (file, no) = await intake.Take(content, offered.Name, rules, total, cancel);
            if (no is not null)
                refusals.Add(no with { Field = FieldOf(offered.Component) });
            if (file is null)
                continue;
            total += file.Size;
            taken.Add(new AttemptFileRow
            {
                Component = offered.Component, Digest = file.Digest, FileName = file.FileName, MediaType = file.MediaType, Size = file.Size,
                Pages = file.Pages, Warning = file.Warning,
            });
        }
        if (taken.Count > 0 && await attempts.Attach(id, taken, officer, cancel) is { } ended)
            refusals.Add(ended);
        return refusals;
    }

    /// <summary>The field of the picker of a component.</summary>
    public static string FieldOf(string component) => $"paper.{component}.files";

    /// <summary>The field that says why a file of a component is taken that is hard to read.</summary>
    public static string UnclearOf(string component) => $"paper.{component}{PaperFields.UnclearField}";

    /// <summary>The component whose picker has the field; null if it is none.</summary>
    public static string? ComponentOf(string field) =>
        field.StartsWith("paper.", StringComparison.Ordinal) && field.EndsWith(".files", StringComparison.Ordinal)
            ? field["paper.".Length..^".files".Length]
            : null;
}
