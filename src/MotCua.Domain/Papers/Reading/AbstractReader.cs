using System.Text.RegularExpressions;

namespace MotCua.Domain.Papers.Reading;

/// <summary>The main content: the rows of "Về việc" under the title of a decision or a proposal, those of "V/v" under the number of a letter.</summary>
internal static partial class AbstractReader
{
    private const int MostRows = 5;

    public static ReadField Read(Paper paper)
    {
        var rows = paper.Kind switch
        {
            PaperKinds.Decision or PaperKinds.Proposal => Under(paper, paper.Title!.Last + 1, null),
            PaperKinds.Letter => Under(paper, paper.Title!.First, paper.Heading),
            _ => [],
        };
        if (rows.Count == 0)
            return ReadField.None;
        var words = rows.SelectMany(r => r.Words).ToList();
        var text = Begin().Replace(string.Join(' ', words.Select(w => w.Text)), "").Trim().TrimEnd('.', ',', ';');
        // The mark "V/v" itself is often read badly; it is not part of the value.
        return text.Length < 8 ? ReadField.None
            : ReadField.Of(PaperWords.Repair(text, out _), words.Skip(words[0].Text.StartsWith('V') && words[0].Text.Contains('/') ? 1 : 0).Min(w => w.Sure));
    }

    private static List<RowPart> Under(Paper paper, int first, RowPart? heading)
    {
        var rows = new List<RowPart>();
        for (var row = first; rows.Count < MostRows; row++)
        {
            var next = paper.Parts.FirstOrDefault(p => p.Row == row && (heading is null || p.Left < heading.Left));
            if (next is null || rows.Count == 0 && !Begin().IsMatch(next.Run.Text))
                break;
            if (rows.Count > 0 && (next.Capitals || Ends().IsMatch(next.Run.Plain) || next.Top - rows[^1].Top > rows[^1].Height * 2.4))
                break;
            rows.Add(next);
        }
        return rows;
    }

    [GeneratedRegex(@"^\W{0,2}(?:Về việc|Vê việc|Về viêc|V/v|V/[vV]:?)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();

    [GeneratedRegex("^(?:kinh gui|can cu|theo de nghi|xet |chu tich|giam doc|-)")]
    private static partial Regex Ends();
}
