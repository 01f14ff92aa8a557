namespace MotCua.Domain.Words;
public static class VietnameseText { public static string Fold(string s) => s.ToLowerInvariant(); public static string SortKey(string s) => s; public static string? Clean(string? s) => string.IsNullOrWhiteSpace(s) ? null : s.Trim(); }
public static class VietnameseFormat { public static bool TryParseDay(string s, out DateOnly d) => DateOnly.TryParseExact(s, "dd/MM/yyyy", out d); }
