using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MotCua.Domain.Agencies;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Slips that let one officer open one original for a short while after he has said why.</summary>
public sealed class Originals(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The name of the slip in an address.</summary>
    public const string Query = "goc";

    /// <summary>The longest reason that is kept.</summary>
    public const int LongestReason = 300;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly IDataProtector seal = protection.CreateProtector("MotCua.Originals");

    /// <summary>A slip.</summary>
    /// <param name="what">The address of the file.</param>
    public string Slip(OfficerId officer, string what) =>
        seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{officer.Value}|{what}|{(clock.GetUtcNow() + Life).UtcTicks}"));

    /// <summary>Whether a slip lets an officer open a file now.</summary>
    public bool Opens(string? slip, OfficerId officer, string what)
    {
        try
        {
            return slip is { Length: > 0 } && seal.Unprotect(slip).Split('|') is [var who, var file, var until]
                && who == officer.Value.ToString(CultureInfo.InvariantCulture) && file == what
                && long.Parse(until, CultureInfo.InvariantCulture) >= clock.GetUtcNow().UtcTicks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with a reason; null if nothing is.</summary>
    public static string? Wrong(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Chưa ghi lý do. Hãy ghi vì sao cần bản gốc của giấy tờ này."
        : reason.Trim().Length > LongestReason ? $"Lý do dài quá {LongestReason} ký tự. Hãy viết ngắn lại."
        : null;
}
