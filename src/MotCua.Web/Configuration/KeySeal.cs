using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MotCua.App.Papers;

namespace MotCua.Web.Configuration;

/// <summary>Seals with the keys of the data folder.</summary>
public sealed class KeySeal(IDataProtectionProvider protection) : ISeal
{
    private readonly IDataProtector keys = protection.CreateProtector("MotCua.TrackingFactors");

    /// <summary>The seal of a data folder, for verbs without the web.</summary>
    public static KeySeal Of(string folder) =>
        new(DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName("MotCua")));

    /// <inheritdoc/>
    public string Seal(string secret) => keys.Protect(secret);

    /// <inheritdoc/>
    public string? Open(string sealedSecret)
    {
        try
        {
            return keys.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            // Its key was removed or lost; whoever asks draws a new factor.
            return null;
        }
    }
}
