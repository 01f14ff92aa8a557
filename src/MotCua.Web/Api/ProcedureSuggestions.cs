using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Api;

/// <summary>Procedures that answer a few letters or a code, for the comboboxes.</summary>
public static class ProcedureSuggestions
{
    /// <summary>One suggestion. <c>Href</c> stays empty: the form that asks sends the code itself.</summary>
    public sealed record Suggestion(string Code, string Name, string Note, string? Href = null);

    /// <summary>Fewer letters name too many procedures.</summary>
    private const int Fewest = 3;

    /// <summary>GET /api/thu-tuc?q=…&amp;don-vi=ID: the best first; those that the unit receives most before others. Nothing under three letters;
    /// nothing typed gives what the unit receives most.</summary>
    public static void MapProcedureSuggestions(this IEndpointRouteBuilder app) => app.MapGet("/api/thu-tuc", async (
        string? q, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "don-vi")] int? unit, HttpContext http, ProcedureSearch search, CancellationToken stop) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        if (q?.Trim() is { Length: > 0 and < Fewest })
            return [];
        var me = SignedIn.Find(http);
        AgencyId? at = unit is { } u ? new AgencyId(u) : me?.UnitsOf(Duty.Receive).Select(a => (AgencyId?)a).FirstOrDefault();
        var found = await search.Find(q, at, most: 10, stop);
        return found.Select(f => new Suggestion(f.Procedure.Code, f.Procedure.Name, f.Note));
    });
}
