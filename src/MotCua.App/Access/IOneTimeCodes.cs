namespace MotCua.App.Access;

/// <summary>Codes that hold for half a minute (TOTP, RFC 6238), as every authenticator on a phone makes them.</summary>
public interface IOneTimeCodes
{
    /// <summary>A new secret, in Base32.</summary>
    string NewSecret();

    /// <summary>The address that a phone reads from a QR code.</summary>
    /// <param name="account">Shown on the phone, with the issuer's name.</param>
    string AddressOf(string secret, string account, string issuer);

    /// <summary>The time step to which a code belongs: the one of the moment, the one before or the one after; null if to none.</summary>
    long? StepOf(string secret, string code, DateTimeOffset at);
}

/// <summary>Seals small secrets with the installation's keys, so that the database alone does not give them away.</summary>
public interface ISecretSeal
{
    /// <summary>Seals a text for a purpose.</summary>
    string Seal(string purpose, string text);

    /// <summary>The text; null where it was sealed with other keys, for another purpose, or changed.</summary>
    string? Open(string purpose, string sealedText);
}
