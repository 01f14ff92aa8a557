using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Fees;

namespace MotCua.App.Catalogue.Import;

/// <summary>What is to be paid in a channel, as far as it is clear.</summary>
/// <param name="Fees">The fees; empty where nothing is charged, or where not all of them are clear: half a sum is worse than none.</param>
/// <param name="Defects">What is not clear: place in the record, text, kind.</param>
internal sealed record ChannelFees(
    Channel Channel, IReadOnlyList<(WrittenFee Fee, Dong Amount, TariffKind Kind)> Fees, IReadOnlyList<(string Field, string Text, DefectKind Kind)> Defects)
{
    /// <summary>The channels of a record.</summary>
    public static IEnumerable<ChannelFees> Of(SourceRecord r) =>
        r.Ways.Index().Where(w => w.Item.Channel is not null).GroupBy(w => w.Item.Channel!.Value).Select(g => Of(g.Key, [.. g]));

    private static ChannelFees Of(Channel channel, List<(int Index, SourceWay Way)> ways)
    {
        var (fees, defects) = (new List<(WrittenFee, Dong, TariffKind)>(), new List<(string, string, DefectKind)>());
        foreach (var (i, way) in ways)
            foreach (var (f, fee) in way.Fees.Index())
            {
                var (amount, defect) = FeeReading.Read(fee);
                if (defect is null && amount is not null && FeeReading.KindOf(fee) is { } kind)
                    fees.Add((fee, amount.Value, kind));
                else if (defect is not null || amount is { Amount: > 0 })
                    defects.Add(($"methods[{i}].fees[{f}]", Text(fee), defect ?? DefectKind.FeeKindUnknown));
            }
        fees = [.. fees.Distinct()];
        foreach (var kind in fees.Where(f => f.Item2.Amount > 0).GroupBy(f => f.Item3).Where(k => k.Count() > 1))
            defects.Add(($"methods.{channel}.fees", string.Join(" | ", kind.Select(k => Text(k.Item1))), DefectKind.FeesDiffer));
        return new(channel, defects.Count == 0 ? fees : [], defects);
    }

    private static string Text(WrittenFee fee) => $"{fee.Amount} {fee.Currency}: {fee.Text}".Trim(' ', ':');
}
