using MotCua.App.Access;
using OtpNet;

namespace MotCua.Integrations.Codes;

/// <summary>One-time codes of RFC 6238 with SHA-1, six digits and half a minute: what authenticators on phones take for granted.</summary>
public sealed class PhoneCodes : IOneTimeCodes
{
    // RFC 4226 recommends 160 bits.
    private const int SecretBytes = 20;
    private static readonly VerificationWindow Drift = new(previous: 1, future: 1);

    /// <inheritdoc/>
    public string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <inheritdoc/>
    public string AddressOf(string secret, string account, string issuer) => new OtpUri(OtpType.Totp, secret, account, issuer).ToString();

    /// <inheritdoc/>
    public long? StepOf(string secret, string code, DateTimeOffset at) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(at.UtcDateTime, code, out var step, Drift) ? step : null;
}
