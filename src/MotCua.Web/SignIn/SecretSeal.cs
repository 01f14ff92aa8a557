using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MotCua.App.Access;

namespace MotCua.Web.SignIn;

/// <summary>Seals secrets with the keys that also protect the cookies.</summary>
internal sealed class SecretSeal(IDataProtectionProvider protection) : ISecretSeal
{
    private const string All = "MotCua.SecretSeal";

    public string Seal(string purpose, string text) => protection.CreateProtector(All, purpose).Protect(text);

    public string? Open(string purpose, string sealedText)
    {
        try
        {
            return protection.CreateProtector(All, purpose).Unprotect(sealedText);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
