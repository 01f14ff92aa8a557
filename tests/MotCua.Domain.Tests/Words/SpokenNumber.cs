namespace MotCua.Domain.Tests.Words;

/// <summary>Adds up a number spoken in Vietnamese: the way back, to prove the words.</summary>
internal static class SpokenNumber
{
    private static readonly Dictionary<string, int> Digits = new()
    {
        ["không"] = 0, ["một"] = 1, ["mốt"] = 1, ["hai"] = 2, ["ba"] = 3, ["bốn"] = 4, ["tư"] = 4, ["năm"] = 5, ["lăm"] = 5,
        ["sáu"] = 6, ["bảy"] = 7, ["tám"] = 8, ["chín"] = 9,
    };

    internal static long Read(string words)
    {
        long billions = 0, below = 0, group = 0, last = 0;
        foreach (var word in words.Split(' '))
            switch (word)
            {
                case "tỷ": (billions, below, group, last) = ((billions * 1_000_000_000) + below + group + last, 0, 0, 0); break;
                case "triệu": (below, group, last) = (below + ((group + last) * 1_000_000), 0, 0); break;
                case "nghìn": (below, group, last) = (below + ((group + last) * 1000), 0, 0); break;
                case "trăm": (group, last) = (group + (last * 100), 0); break;
                case "mươi": (group, last) = (group + (last * 10), 0); break;
                case "mười": group += 10; break;
                case "linh": break;
                default: last = Digits[word]; break;
            }
        return (billions * 1_000_000_000) + below + group + last;
    }
}
