using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using MotCua.App.Papers.Signing;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace MotCua.Integrations.Signing.Keys;

/// <summary>A key on a token or in an HSM, by PKCS#11.</summary>
/// <param name="module">The library of the token's maker.</param>
/// <param name="token">Label of the token; null for the only one.</param>
/// <param name="key">Label of the key; null for the only one.</param>
/// <param name="pin">The PIN as configured; null asks for one at each opening.</param>
public sealed class TokenKey(string module, string? token, string? key, string? pin) : ISigningKey
{
    private static readonly Lazy<bool> Loader = new(FindLoader);

    // A library counts its own beginnings and ends: two openings of one library at once would end each other's.
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <inheritdoc/>
    public bool IsTest => false;

    /// <inheritdoc/>
    public async Task<ISigningSession> Open(string? pin1, int papers, CancellationToken stop)
    {
        _ = Loader.Value;
        if ((pin1 ?? pin) is not { Length: > 0 } secret)
            throw new SigningException("Chưa có mã PIN của thiết bị ký; hãy nhập PIN hoặc đặt khóa cấu hình signingPin.");
        await One.WaitAsync(stop);
        IPkcs11Library? library = null;
        ISession? session = null;
        try
        {
            var factories = new Pkcs11InteropFactories();
            library = factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, module, AppType.MultiThreaded);
            session = Slot(library).OpenSession(SessionType.ReadOnly);
            session.Login(CKU.CKU_USER, secret);
            return Find(library, session);
        }
        catch (Exception e)
        {
            session?.Dispose();
            library?.Dispose();
            One.Release();
            throw e is SigningException ? e : new SigningException(Why(e), e);
        }
    }

    private ISlot Slot(IPkcs11Library library)
    {
        var slots = library.GetSlotList(SlotsType.WithTokenPresent).Where(s => s.GetTokenInfo() is var t && t.TokenFlags.TokenInitialized
            && (token is null || t.Label.Trim() == token)).ToList();
        return slots.Count == 1 ? slots[0] : throw new SigningException(slots.Count == 0
            ? "Không thấy thiết bị ký; hãy cắm thiết bị và kiểm tra tên thiết bị trong khóa cấu hình signingKey."
            : "Có nhiều thiết bị ký; hãy ghi tên thiết bị (token=…) trong khóa cấu hình signingKey.");
    }

    private TokenSession Find(IPkcs11Library library, ISession session)
    {
        var of = session.Factories.ObjectAttributeFactory;
        var wanted = new List<IObjectAttribute> { of.Create(CKA.CKA_CLASS, CKO.CKO_PRIVATE_KEY) };
        if (key is not null)
            wanted.Add(of.Create(CKA.CKA_LABEL, key));
        var keys = session.FindAllObjects(wanted);
        if (keys.Count != 1)
            throw new SigningException(keys.Count == 0
                ? "Trên thiết bị ký không có khóa cần dùng; hãy kiểm tra tên khóa (key=…) trong khóa cấu hình signingKey."
                : "Trên thiết bị ký có nhiều khóa; hãy ghi tên khóa (key=…) trong khóa cấu hình signingKey.");
        var own = session.GetAttributeValue(keys[0], [CKA.CKA_ID, CKA.CKA_KEY_TYPE]);
        var all = session.FindAllObjects([of.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE)])
            .Select(c => session.GetAttributeValue(c, [CKA.CKA_ID, CKA.CKA_VALUE]))
            .Select(c => (Id: c[0].GetValueAsByteArray(), Certificate: X509CertificateLoader.LoadCertificate(c[1].GetValueAsByteArray()))).ToList();
        var certificate = all.Find(c => c.Id.AsSpan().SequenceEqual(own[0].GetValueAsByteArray())).Certificate
            ?? throw new SigningException("Trên thiết bị ký không có chứng thư của khóa; hãy nạp chứng thư cùng mã (ID) với khóa.");
        var isRsa = own[1].GetValueAsUlong() == (ulong)CKK.CKK_RSA;
        var issuers = Pkcs12Key.Path(certificate, all.Select(c => c.Certificate));
        return new(library, session, keys[0], isRsa, certificate, [.. issuers.Select(i => (ReadOnlyMemory<byte>)i.RawData)], One);
    }

    private string Why(Exception e) => e switch
    {
        Pkcs11Exception { RV: CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LEN_RANGE } =>
            "Mã PIN của thiết bị ký không đúng; hãy nhập lại, nhập sai nhiều lần thiết bị sẽ khóa.",
        Pkcs11Exception { RV: CKR.CKR_PIN_LOCKED } => "Thiết bị ký đã khóa vì nhập sai PIN nhiều lần; hãy nhờ tổ chức cấp mở khóa.",
        Pkcs11Exception p => $"Thiết bị ký báo lỗi {p.RV}; hãy rút ra cắm lại rồi thử lại.",
        _ => $"Không nạp được thư viện của thiết bị ký {module}; hãy kiểm tra đường dẫn trong khóa cấu hình signingKey.",
    };

    // Debian has no libdl.so without development packages, by which name the library is asked for.
    private static bool FindLoader()
    {
        NativeLibrary.SetDllImportResolver(typeof(CKR).Assembly, (name, _, _) => name == "libdl" ? NativeLibrary.Load("libdl.so.2") : 0);
        return true;
    }
}
