using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MotCua.Integrations.Signing;

/// <summary>How a certificate calls somebody.</summary>
internal static class CommonName
{
    private const string Oid = "2.5.4.3";

    /// <summary>The common name; the whole name where it has none.</summary>
    public static string Of(X500DistinguishedName name)
    {
        try
        {
            return name.EnumerateRelativeDistinguishedNames()
                .Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == Oid)
                .Select(n => n.GetSingleElementValue()).FirstOrDefault() ?? name.Name;
        }
        catch (CryptographicException)
        {
            return name.Name;
        }
    }
}
