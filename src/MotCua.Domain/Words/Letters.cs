using System.Text;

namespace MotCua.Domain.Words;

/// <summary>The letters of Vietnamese, Ê Đê, M'Nông and their neighbours, taken apart into a plain letter and its marks, and put together again.
/// A table of our own, because under invariant globalization <see cref="string.Normalize()"/> returns its input unchanged and says nothing.</summary>
internal static class Letters
{
    internal const char Grave = '\u0300', Acute = '\u0301', Circumflex = '\u0302', Tilde = '\u0303', Breve = '\u0306',
        Hook = '\u0309', Caron = '\u030C', Horn = '\u031B', DotBelow = '\u0323', Stroke = '\u0335';

    // A mark, the letters that take it, and the letters that come out. Upper case is derived.
    private static readonly (char Mark, string Plain, string Marked)[] Rows =
    [
        (Circumflex, "aeocghijsuwyz", "âêôĉĝĥîĵŝûŵŷẑ"),
        (Breve, "aegiou", "ăĕğĭŏŭ"),
        (Horn, "ou", "ơư"),
        (Caron, "acdeghijknorstuz", "ǎčďěǧȟǐǰǩňǒřšťǔž"),
        (Stroke, "bd", "ƀđ"),
        (Grave, "aeiouyăâêôơưnw", "àèìòùỳằầềồờừǹẁ"),
        (Hook, "aeiouyăâêôơư", "ảẻỉỏủỷẳẩểổởử"),
        (Tilde, "aeiouyăâêôơưnv", "ãẽĩõũỹẵẫễỗỡữñṽ"),
        (Acute, "aeiouyăâêôơưcgklmnprswz", "áéíóúýắấếốớứćǵḱĺḿńṕŕśẃź"),
        (DotBelow, "aeiouyăâêôơưbdhklmnrstvwz", "ạẹịọụỵặậệộợựḅḍḥḳḷṃṇṛṣṭṿẉẓ"),
        ('\u0304', "aegiouy", "āēḡīōūȳ"),
        ('\u0307', "abcdefghmnoprstwxyz", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż"),
        ('\u0308', "aehiotuwxy", "äëḧïöẗüẅẍÿ"),
        ('\u030A', "auwy", "åůẘẙ"),
        ('\u030B', "ou", "őű"),
        ('\u0326', "st", "șț"),
        ('\u0327', "cdeghklnrst", "çḑȩģḩķļņŗşţ"),
        ('\u0328', "aeiou", "ąęįǫų"),
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Joined = [];
    private static readonly Dictionary<char, (char Letter, char Mark)> Parts = [];

    static Letters()
    {
        foreach (var (mark, plain, marked) in Rows)
            for (var i = 0; i < plain.Length; i++)
            {
                Add(plain[i], mark, marked[i]);
                var upper = char.ToUpperInvariant(marked[i]);
                if (upper != marked[i])
                    Add(char.ToUpperInvariant(plain[i]), mark, upper);
            }
    }

    private static void Add(char letter, char mark, char joined)
    {
        Joined.Add((letter, mark), joined);
        Parts.Add(joined, (letter, mark));
    }

    /// <summary>Whether the character is a combining mark of the block U+0300–U+036F.</summary>
    internal static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>The plain letter; its marks are added to the list, the innermost first.</summary>
    internal static char Split(char c, List<char> marks)
    {
        var at = marks.Count;
        while (Parts.TryGetValue(c, out var parts))
        {
            marks.Insert(at, parts.Mark);
            c = parts.Letter;
        }
        return c;
    }

    /// <summary>The plain letter without its marks.</summary>
    internal static char Plain(char c)
    {
        while (Parts.TryGetValue(c, out var parts))
            c = parts.Letter;
        return c;
    }

    /// <summary>Writes the letter with its marks: as one character as far as there is one, then what is left in canonical order.
    /// The mark that makes another letter (ê, ơ) goes before the tone, in whichever order they came.</summary>
    internal static void Join(char letter, List<char> marks, StringBuilder to)
    {
        var left = new List<char>();
        foreach (var mark in marks.Select(Current).OrderBy(Rank).ThenBy(Class))
        {
            if (Joined.TryGetValue((letter, mark), out var joined))
                letter = joined;
            else
                left.Add(mark);
        }
        to.Append(letter);
        foreach (var mark in left.OrderBy(Class))
            to.Append(mark);
    }

    // Unicode keeps two deprecated Vietnamese tone marks; both stand for the ordinary ones.
    private static char Current(char mark) => mark switch { '\u0340' => Grave, '\u0341' => Acute, _ => mark };

    private static int Rank(char mark) => mark switch
    {
        Circumflex or Horn or Stroke => 0,
        Breve or Caron => 1,
        _ => 2,
    };

    // Canonical combining class, for the marks of the table; all others stand above the letter.
    private static int Class(char mark) => mark switch
    {
        Stroke => 1,
        '\u0327' or '\u0328' => 202,
        Horn => 216,
        DotBelow or '\u0326' => 220,
        _ => 230,
    };
}
