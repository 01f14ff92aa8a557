using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>Personal keys in a folder, named by user name: "hanh.p12", or "hanh.key" with a line as <see cref="SigningKeys.Accepts"/> says. PINs are
/// typed at each signing and stand nowhere. Where the system has no key of its own yet, everyone signs with the test key.</summary>
/// <param name="folder">The folder; it need not be there.</param>
/// <param name="agency">The agency's key.</param>
/// <param name="testFolder">Where the test key lies.</param>
public sealed class OfficerKeys(string folder, ISigningKey agency, string testFolder, TimeProvider clock) : IOfficerKeys
{
    /// <inheritdoc/>
    public ISigningKey Agency => agency;

    /// <inheritdoc/>
    public ISigningKey? Of(string userName)
    {
        // A user name is lower-case ASCII; whatever else comes here opens no file.
        if (userName.Length == 0 || userName.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) || userName[0] == '.')
            return null;
        var own = Path.Combine(folder, userName);
        if (File.Exists(own + ".p12"))
            return new Pkcs12Key(own + ".p12", null);
        if (File.Exists(own + ".key"))
            return SigningKeys.Of(File.ReadAllText(own + ".key").Trim(), null, testFolder, clock);
        return agency.IsTest ? agency : null;
    }
}
