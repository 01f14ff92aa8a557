namespace MotCua.Domain.Tests.Words;

/// <summary>Every syllable that the rules of Vietnamese spelling can write, with its letters both composed and taken apart.</summary>
internal static class Syllables
{
    internal const string ToneMarks = "\u0300\u0309\u0303\u0301\u0323";

    // Plain letter, its shape mark (space for none), then the composed letter without tone and with huyền, hỏi, ngã, sắc, nặng.
    private static readonly string[] Vowels =
    [
        "a aàảãáạ", "a\u0306ăằẳẵắặ", "a\u0302âầẩẫấậ", "e eèẻẽéẹ", "e\u0302êềểễếệ", "i iìỉĩíị",
        "o oòỏõóọ", "o\u0302ôồổỗốộ", "o\u031Bơờởỡớợ", "u uùủũúụ", "u\u031Bưừửữứự", "y yỳỷỹýỵ",
    ];

    private static readonly string[] Onsets =
        ["", .. "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".Split(' ')];

    private static readonly string[] Rimes =
        ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
        + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt "
        + "oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un "
        + "ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
        + "y yêm yên yêt yêu").Split(' ');

    /// <summary>The vowels: plain letter, shape mark or null, tone mark or null, composed letter.</summary>
    internal static IEnumerable<(char Plain, char? Shape, char? Tone, char Composed)> Letters()
    {
        foreach (var row in Vowels)
            for (var tone = 0; tone <= 5; tone++)
            {
                var letter = (row[0], row[1] == ' ' ? (char?)null : row[1], tone == 0 ? (char?)null : ToneMarks[tone - 1], row[2 + tone]);
                yield return letter;
                yield return (char.ToUpperInvariant(letter.Item1), letter.Item2, letter.Item3, char.ToUpperInvariant(letter.Item4));
            }
    }

    /// <summary>All syllables, composed, with every tone on every vowel of the rime, so both hòa and hoà.</summary>
    internal static IEnumerable<string> All()
    {
        foreach (var onset in Onsets)
            foreach (var rime in Rimes)
                for (var at = 0; at < rime.Length; at++)
                    if (Vowels.FirstOrDefault(v => v[2] == rime[at]) is { } row)
                        for (var tone = 0; tone <= 5; tone++)
                            yield return onset + rime[..at] + row[2 + tone] + rime[(at + 1)..];
    }

    /// <summary>The syllable with each letter taken apart: shape before tone, or tone before shape.</summary>
    internal static string Apart(string syllable, bool toneFirst)
    {
        var apart = new System.Text.StringBuilder();
        foreach (var c in syllable)
        {
            if (!ByComposed.TryGetValue(c, out var letter))
            {
                apart.Append(c);
                continue;
            }
            apart.Append(letter.Plain).Append(toneFirst ? letter.Tone : letter.Shape).Append(toneFirst ? letter.Shape : letter.Tone);
        }
        return apart.ToString();
    }

    private static readonly Dictionary<char, (char Plain, char? Shape, char? Tone, char Composed)> ByComposed = Letters().ToDictionary(l => l.Composed);
}
