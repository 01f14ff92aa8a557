namespace MotCua.Domain.Dossiers;
public readonly record struct DossierCode(string Value);
public static class DossierCodePattern { public static DossierCode Format(string pattern, string code, string old, DateOnly day, long n, string? aa = null) => new($"{code}-{day:yyMMdd}-{n:0000}"); }
