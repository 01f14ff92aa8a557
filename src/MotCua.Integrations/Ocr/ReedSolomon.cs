namespace MotCua.Integrations.Ocr;

/// <summary>Corrects words of a Reed–Solomon code over 256 elements, as QR codes use it (polynomial 0x11D, first root 1).</summary>
internal static class ReedSolomon
{
    private static readonly byte[] Powers = new byte[510];
    private static readonly byte[] Logarithms = new byte[256];

    static ReedSolomon()
    {
        var value = 1;
        for (var i = 0; i < 255; i++)
        {
            (Powers[i], Powers[i + 255], Logarithms[value]) = ((byte)value, (byte)value, (byte)i);
            value <<= 1;
            if (value > 255)
                value ^= 0x11D;
        }
    }

    /// <summary>Corrects a block in place.</summary>
    /// <param name="words">Data, then check words.</param>
    /// <param name="check">How many check words; half as many errors can be corrected.</param>
    /// <returns>Whether it is whole now.</returns>
    public static bool Correct(byte[] words, int check)
    {
        var syndromes = Syndromes(words, check);
        if (syndromes.All(s => s == 0))
            return true;
        var locator = Locator(syndromes, check);
        var errors = locator.Length - 1;
        var places = Enumerable.Range(0, words.Length).Where(p => Value(locator, Power(255 - p)) == 0).ToList();
        if (errors > check / 2 || places.Count != errors)
            return false;
        var evaluator = new byte[check];
        for (var i = 0; i < check; i++)
            for (var j = 0; j <= Math.Min(i, errors); j++)
                evaluator[i] ^= Times(locator[j], syndromes[i - j]);
        foreach (var place in places)
        {
            var inverse = Power(255 - place);
            byte slope = 0;
            for (var i = 1; i < locator.Length; i += 2)
                slope ^= Times(locator[i], Raised(inverse, i - 1));
            words[words.Length - 1 - place] ^= Times(Power(place), Times(Value(evaluator, inverse), Inverse(slope)));
        }
        return Syndromes(words, check).All(s => s == 0);
    }

    private static byte[] Syndromes(byte[] words, int check)
    {
        var syndromes = new byte[check];
        for (var i = 0; i < check; i++)
            foreach (var word in words)
                syndromes[i] = (byte)(Times(syndromes[i], Power(i)) ^ word);
        return syndromes;
    }

    // Berlekamp and Massey: the shortest recurrence of the syndromes; lowest power first.
    private static byte[] Locator(byte[] syndromes, int check)
    {
        byte[] current = [1], before = [1];
        var (length, since, last) = (0, 1, (byte)1);
        for (var n = 0; n < check; n++)
        {
            var gap = syndromes[n];
            for (var i = 1; i <= length && i < current.Length; i++)
                gap ^= Times(current[i], syndromes[n - i]);
            if (gap == 0)
            {
                since++;
                continue;
            }
            var kept = current;
            current = Minus(current, before, Times(gap, Inverse(last)), since);
            if (2 * length > n)
                since++;
            else
                (length, before, last, since) = (n + 1 - length, kept, gap, 1);
        }
        return current[..Math.Min(current.Length, length + 1)];
    }

    private static byte[] Minus(byte[] from, byte[] what, byte times, int moved)
    {
        var result = new byte[Math.Max(from.Length, what.Length + moved)];
        from.CopyTo(result, 0);
        for (var i = 0; i < what.Length; i++)
            result[i + moved] ^= Times(what[i], times);
        return result;
    }

    private static byte Value(byte[] polynomial, byte at)
    {
        byte value = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
            value = (byte)(Times(value, at) ^ polynomial[i]);
        return value;
    }

    private static byte Raised(byte value, int power) => value == 0 ? (byte)0 : Powers[Logarithms[value] * power % 255];

    private static byte Power(int power) => Powers[power % 255];

    private static byte Inverse(byte value) => value == 0 ? (byte)0 : Powers[255 - Logarithms[value]];

    private static byte Times(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];
}
