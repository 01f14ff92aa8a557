using System.Security.Cryptography;
using System.Text;

namespace MotCua.App.Access;

/// <summary>Recovery codes: made, read as typed, hashed.</summary>
internal static class RecoveryCodes
{
    /// <summary>Codes in a set.</summary>
    public const int Count = 10;

    // 12 signs out of 31 are 59 bits; no letters or digits that look alike on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;
    private const int Group = 4;
    private const int Rounds = 20_000;

    /// <summary>A new set, as people read it: "abcd-efgh-jkmn".</summary>
    public static IReadOnlyList<string> Make() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(g => new string(g))))];

    /// <summary>A new salt, hexadecimal.</summary>
    public static string NewSalt() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The code in what was typed, without spaces and dashes; null where it cannot be one.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '–'));
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>The hash of a code that <see cref="Read"/> gave.</summary>
    public static string HashOf(string code, string salt) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.ASCII.GetBytes(code), Convert.FromHexString(salt), Rounds, HashAlgorithmName.SHA256, 32));
}
