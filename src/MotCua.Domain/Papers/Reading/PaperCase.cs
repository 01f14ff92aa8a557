using System.Globalization;

namespace MotCua.Domain.Papers.Reading;

/// <summary>What stands in capitals on a paper, written as in a sentence.</summary>
internal static class PaperCase
{
    private static readonly HashSet<string> Common =
    [
        "ủy", "ban", "nhân", "dân", "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "trấn", "phường", "sở", "phòng", "công", "an", "chi", "cục",
        "và", "nội", "vụ", "đăng", "ký", "kinh", "doanh", "tế", "tài", "chính", "kế", "hoạch", "tư", "pháp", "xây", "dựng",
    ];

    /// <summary>"GIẤY ỦY QUYỀN" → "Giấy ủy quyền".</summary>
    public static string Sentence(string text)
    {
        var low = text.ToLower(CultureInfo.InvariantCulture).Trim();
        return low.Length == 0 ? low : char.ToUpper(low[0], CultureInfo.InvariantCulture) + low[1..];
    }

    /// <summary>"CAO THỊ NGA" → "Cao Thị Nga"; "H'NGA MLÔ" → "H'Nga Mlô". A name in small letters stays.</summary>
    public static string Name(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));

    /// <summary>"ỦY BAN NHÂN DÂN XÃ CƯ M'GAR" → "Ủy ban nhân dân xã Cư M'gar".</summary>
    public static string Agency(string text)
    {
        if (text.Any(char.IsLower))
            return text;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (written, place) = (new List<string>(), false);
        foreach (var word in words)
        {
            var low = word.ToLower(CultureInfo.InvariantCulture);
            var next = Common.Contains(low) && !(place && written.Count > 0 && low is "ban" or "an" && place) ? low : Word(word);
            place = low is "tỉnh" or "phố" or "huyện" or "quận" or "xã" or "trấn" or "phường" || place && next != low;
            written.Add(next);
        }
        return written.Count == 0 ? "" : Sentence(written[0]) + (written.Count > 1 ? " " + string.Join(' ', written.Skip(1)) : "");
    }

    private static string Word(string word)
    {
        if (word.Length < 2 || word.Skip(1).Any(char.IsLower))
            return word;
        var low = word.ToLower(CultureInfo.InvariantCulture).ToCharArray();
        low[0] = char.ToUpper(low[0], CultureInfo.InvariantCulture);
        // H'Nga, Y'Bhiu: the syllable behind the mark is a name of its own; M'gar is one.
        if (low.Length > 2 && low[1] is '\'' or '’' && low[0] is 'H' or 'Y')
            low[2] = char.ToUpper(low[2], CultureInfo.InvariantCulture);
        return new string(low);
    }
}
