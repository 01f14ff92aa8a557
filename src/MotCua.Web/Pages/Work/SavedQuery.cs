using Microsoft.AspNetCore.WebUtilities;
using MotCua.App.Reference;

namespace MotCua.Web.Pages.Work;

/// <summary>The query of a saved filter.</summary>
internal static class SavedQuery
{
    /// <summary>Reads it as the address of a list is read.</summary>
    public static WorkForm Read(string? query, ReferenceData reference) =>
        WorkForm.Read(new QueryCollection(QueryHelpers.ParseQuery(query ?? "")), reference);
}
