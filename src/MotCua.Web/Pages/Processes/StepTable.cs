using MotCua.Domain.Agencies;
using MotCua.Domain.Processes;

namespace MotCua.Web.Pages.Processes;

/// <summary>The steps of a process as a table.</summary>
public sealed record StepTable(IReadOnlyList<ProcessElement> Steps, AgencyDirectory Agencies);
