using MotCua.Domain.Law;

namespace MotCua.Domain.People;

/// <summary>In which units an address lies, as they stood when it was written down. The full text is the party's address; this finds and counts it.</summary>
/// <param name="Province">Code of the province.</param>
/// <param name="Commune">Code of the commune; null where it was not recognized.</param>
/// <param name="Detail">House, street, village; what stands before the units.</param>
/// <param name="Former">The address in the three levels of before 1/7/2025, as it was typed or read from a card; null where it was not.</param>
[Term("nơi cư trú, nơi đặt trụ sở")]
public sealed record Residence(string? Province, string? Commune, string? Detail, string? Former);
