using System.Globalization;
using System.Text;

namespace MotCua.Domain.Words;

public static partial class VietnameseText
{
    /// <summary>A key that puts persons in the order of a Vietnamese list of names: by the given name, then by the rest.
    /// The given name is the last word; after the Ê Đê particles Y and H' (Y Moan Byă, H'Ngát Byă) it is the word that follows.
    /// Only 0–9 and a–z: every database and collation compares it alike.</summary>
    public static string SortKey(string fullName)
    {
        var words = Words(Clean(fullName) ?? "");
        if (words.Count == 0)
            return "";
        var at = Particle(words) ? 1 : words.Count - 1;
        var key = new StringBuilder();
        AppendWord(key, words[at]);
        for (var i = at == 1 ? 2 : 0; i < words.Count; i++)
            if (i != at)
                AppendWord(key, words[i]);
        if (at == 1)
            AppendWord(key, words[0]);
        return key.ToString();
    }

    /// <summary>A key that sorts names of organisations, places and procedures: word by word as written, in the order of the Vietnamese alphabet.</summary>
    public static string WordKey(string text)
    {
        var key = new StringBuilder();
        foreach (var word in Words(Clean(text) ?? ""))
            AppendWord(key, word);
        return key.ToString();
    }

    private static bool Particle(List<string> words) => words.Count > 1 && words[0] is "y" or "h";

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            var afterParticle = words.Count == 0 && word.Length == 1 && word[0] == 'h';
            if (IsApostrophe(c) && !afterParticle)
                continue;
            if (!IsApostrophe(c) && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || Letters.IsMark(c)))
            {
                word.Append(c);
                continue;
            }
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    // A letter is its plain letter and a digit for its form, a digit is 1 and itself, the end of a word is 0 and the tone:
    // so a shorter word comes before a longer one, letters count before tones, and tones before the next word.
    private static void AppendWord(StringBuilder key, string word)
    {
        var tone = 1;
        var marks = new List<char>();
        for (var i = 0; i < word.Length; i++)
        {
            marks.Clear();
            var letter = Letters.Split(word[i], marks);
            while (i + 1 < word.Length && Letters.IsMark(word[i + 1]))
                marks.Add(word[++i]);
            if (letter is >= 'a' and <= 'z')
                key.Append(letter).Append(Form(letter, marks));
            else if (letter is >= '0' and <= '9')
                key.Append('1').Append(letter);
            else
                key.Append("zz").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            if (letter != 'n')
                tone = marks.Select(Tone).Append(tone).Max();
        }
        key.Append('0').Append((char)('0' + tone));
    }

    // a ă â, d đ, e ê, o ô ơ, u ư of Vietnamese; ƀ č ĕ ĭ ñ ŏ ŭ ê̆ ô̆ ơ̆ ư̆ of Ê Đê and M'Nông right after the letter that they vary.
    private static char Form(char letter, List<char> marks)
    {
        var breve = marks.Contains(Letters.Breve);
        if (marks.Contains(Letters.Horn))
            return breve ? '6' : '5';
        if (marks.Contains(Letters.Circumflex))
            return breve ? '4' : '3';
        if (breve)
            return '2';
        if (marks.Contains(Letters.Stroke))
            return '7';
        if (marks.Contains(Letters.Caron))
            return '8';
        return letter == 'n' && marks.Contains(Letters.Tilde) ? '9' : '1';
    }

    private static int Tone(char mark) => mark switch
    {
        Letters.Grave => 2,
        Letters.Hook => 3,
        Letters.Tilde => 4,
        Letters.Acute => 5,
        Letters.DotBelow => 6,
        _ => 1,
    };
}
