namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>A run of words of a line; marked where the other side does not have it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Marked">Whether only this side has them.</param>
public sealed record MarkedWords(string Text, bool Marked);

/// <summary>Finds the words in which two texts differ.</summary>
internal static class WordMarks
{
    // A table of this many words a side is filled at once; of longer texts only the ends are taken off.
    private const int Most = 1200;

    /// <summary>The first text with what the second lacks marked, and the other way round.</summary>
    public static (IReadOnlyList<MarkedWords> Before, IReadOnlyList<MarkedWords> After) Of(string before, string after)
    {
        var (a, b) = (before.Split(' '), after.Split(' '));
        var head = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        var tail = a.Skip(head).Reverse().Zip(b.Skip(head).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        var (inA, inB) = Common(a[head..^tail], b[head..^tail]);
        return (Runs(a, head, inA), Runs(b, head, inB));
    }

    private static (bool[] A, bool[] B) Common(string[] a, string[] b)
    {
        var (inA, inB) = (new bool[a.Length], new bool[b.Length]);
        if (a.Length > Most || b.Length > Most)
            return (inA, inB);
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
                inA[i++] = inB[j++] = true;
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
        return (inA, inB);
    }

    private static List<MarkedWords> Runs(string[] words, int head, bool[] common)
    {
        var runs = new List<MarkedWords>();
        for (var i = 0; i < words.Length; i++)
        {
            var at = i - head;
            var marked = at >= 0 && at < common.Length && !common[at];
            if (runs.Count > 0 && runs[^1].Marked == marked)
                runs[^1] = runs[^1] with { Text = $"{runs[^1].Text} {words[i]}" };
            else
                runs.Add(new MarkedWords(words[i], marked));
        }
        return runs;
    }
}
