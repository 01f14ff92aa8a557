using MotCua.App;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Api;

/// <summary>Communes that answer a few letters, for the comboboxes of addresses.</summary>
public static class UnitSuggestions
{
    private const int Most = 10, Looked = 60;

    /// <summary>One suggestion.</summary>
    /// <param name="Code">Code of the commune of today.</param>
    /// <param name="Name">The commune with its province.</param>
    /// <param name="Note">The old unit by whose name it was found.</param>
    public sealed record Suggestion(string Code, string Name, string? Note);

    /// <summary>GET /api/don-vi-hanh-chinh?q=…&amp;don-vi=ID: communes of today, also by the name of an old one; those of the unit's province first.</summary>
    public static void MapUnitSuggestions(this IEndpointRouteBuilder app) => app.MapGet("/api/don-vi-hanh-chinh", async (
        string? q, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "don-vi")] int? unit, HttpContext http, MotCuaDb db, ReferenceCache references,
        TimeProvider clock, CancellationToken stop) =>
    {
        var reference = await references.Get(db, stop);
        http.Response.Headers.CacheControl = "no-store";
        return Of(reference, q, unit, Vietnam.Day(clock.GetUtcNow()));
    });

    private static IEnumerable<Suggestion> Of(ReferenceData reference, string? typed, int? unit, DateOnly today)
    {
        var units = reference.Units;
        var home = unit is { } u ? reference.ProvinceOf(new AgencyId(u), today) : null;
        return UnitSearch.Find(units, typed, today, home).Where(f => f.Level == Level.Commune).Take(Looked)
            .SelectMany(found => units.On(found, today).Now.Select(now => new Suggestion(now.Code, units.Label(now), Note(units, found, today))))
            .DistinctBy(s => s.Code).Take(Most);
    }

    private static string? Note(UnitBook units, AdministrativeUnit found, DateOnly today) => found.HoldsOn(today) ? null
        : $"đến {VietText.Day(found.To!.Value)}: {units.Title(found)}{(units.On(found, today).Ambiguous ? "; đã chia cho nhiều xã" : "")}";
}
