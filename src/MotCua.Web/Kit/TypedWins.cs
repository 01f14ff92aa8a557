namespace MotCua.Web.Kit;

/// <summary>A feature of a request that shows a form again as it was typed: what stands in the form's state goes before any other value.</summary>
public sealed class TypedWins;
