using MotCua.Domain.Catalogue;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>A comparison with the names of its two sides.</summary>
public sealed record ShownComparison(Comparison Comparison, string Before, string After);
