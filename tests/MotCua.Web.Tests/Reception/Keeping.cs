using MotCua.App.Reception;
using MotCua.Web.Tests.Dossiers;

namespace MotCua.Web.Tests.Reception;

/// <summary>The saving that a page does by itself.</summary>
internal static class Keeping
{
    /// <summary>What the page's script sends while one types.</summary>
    public static async Task<HttpResponseMessage> Keep(this Visitor visitor, Sheet page, params (string Name, string Value)[] typed)
    {
        var fields = new[] { "__RequestVerificationToken", "seen", Attempts.Page, "submitter.same", "notice", "channel" }
            .Where(n => typed.All(t => t.Name != n)).Select(n => (Name: n, Value: page.Typed(n) ?? "")).Concat(typed);
        return await visitor.Post(page.Path + "?handler=Keep", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }
}
