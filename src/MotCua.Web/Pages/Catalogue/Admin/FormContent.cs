using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using FormFile = MotCua.Domain.Catalogue.FormFile;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>Fills the form from a version, and reads a version from the form.</summary>
internal static class FormContent
{
    private const int SpareRows = 3;

    /// <summary>The form of a version.</summary>
    public static ProcedureForm Of(ProcedureVersion p, int seen, DateOnly from) => new()
    {
        Base = p.Version, Seen = seen, From = from, Name = p.Name, Sector = p.Sector, CompetentLevel = p.CompetentLevel, Levels = [.. p.Levels],
        Online = p.Online, OnlineReason = p.OnlineReason, Routing = p.Routing, Scope = p.Scope, ScopeBasis = p.ScopeBasis, PaperAllowed = p.PaperAllowed,
        PaperBasis = p.PaperBasis, Immediate = p.Immediate, Cases = string.Join('\n', p.Cases), Papers = [.. p.Papers.Select(Of)],
        Limits = [.. p.Limits.Select(Of)], Tariffs = [.. p.Tariffs.Select(Of)], ResultName = p.ResultName, ResultCode = p.ResultCode,
        Process = p.Process, Department = p.Department, LegalBases = string.Join('\n', p.LegalBases), Keywords = string.Join('\n', p.Keywords),
        Decision = p.Decision, Verified = p.Verified,
    };

    /// <summary>Gives room for more rows.</summary>
    /// <param name="part">The part of the form.</param>
    public static void AddRows(this ProcedureForm form, string part)
    {
        for (var i = 0; i < SpareRows; i++)
            switch (part)
            {
                case "papers":
                    form.Papers.Add(new PaperFields { Code = NextCode(form), Originals = 1, Required = true });
                    break;
                case "limits":
                    form.Limits.Add(new LimitFields());
                    break;
                case "tariffs":
                    form.Tariffs.Add(new TariffFields { Per = "hồ sơ", From = form.From });
                    break;
            }
    }

    /// <summary>The version that the form says, on top of the one it was filled from.</summary>
    /// <param name="wrong">Takes what cannot be read: the field and a sentence.</param>
    public static ProcedureVersion Read(this ProcedureForm form, ProcedureVersion before, Action<string, string> wrong)
    {
        var others = before.Levels.Concat(Enum.GetValues<Level>()).Where(l => l != form.CompetentLevel && form.Levels.Contains(l)).Distinct();
        return before with
        {
            Name = FormText.Clean(form.Name), Sector = FormText.Clean(form.Sector), CompetentLevel = form.CompetentLevel,
            Levels = form.Levels.Contains(form.CompetentLevel) ? [form.CompetentLevel, .. others] : [.. others],
            Online = form.Online, OnlineReason = Kept(form.OnlineReason, before.OnlineReason), Routing = form.Routing, Scope = form.Scope,
            ScopeBasis = Kept(form.ScopeBasis, before.ScopeBasis), PaperAllowed = form.PaperAllowed, PaperBasis = Kept(form.PaperBasis, before.PaperBasis),
            Immediate = form.Immediate, Cases = form.CaseNames, Papers = [.. form.Papers.Where(p => !p.IsEmpty).Select(Paper)],
            Limits = [.. form.Limits.Index().Where(l => !l.Item.IsEmpty).Select(l => Limit(l.Item, l.Index, wrong))],
            Tariffs = [.. form.Tariffs.Index().Where(t => !t.Item.IsEmpty).Select(t => TariffOf(t.Item, t.Index, wrong))],
            ResultName = FormText.Clean(form.ResultName), ResultCode = FormText.Clean(form.ResultCode), Process = FormText.Clean(form.Process),
            Department = FormText.Clean(form.Department), LegalBases = FormText.Lines(form.LegalBases), Keywords = FormText.Lines(form.Keywords),
            Decision = FormText.Clean(form.Decision), Verified = form.Verified,
        };
    }

    /// <summary>A refusal at the row of the form where the row of the version came from: rows left out do not count in the version.</summary>
    public static Refusal OnForm(this ProcedureForm form, Refusal no)
    {
        if (no.Field?.Split('[', ']') is not [var list, var number, var field] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture,
            out var at))
            return no;
        var rows = list switch
        {
            nameof(form.Papers) => form.Papers.ConvertAll(p => p.IsEmpty),
            nameof(form.Limits) => form.Limits.ConvertAll(l => l.IsEmpty),
            _ => form.Tariffs.ConvertAll(t => t.IsEmpty),
        };
        var place = rows.Index().Where(r => !r.Item).Select(r => r.Index).ElementAtOrDefault(at);
        return no with { Field = $"{list}[{place}]{field}" };
    }

    // Space at the ends of what nobody touched is no change.
    private static string? Kept(string? typed, string? before) => FormText.Null(typed) is var clean && clean == FormText.Null(before) ? before : clean;

    private static PaperFields Of(RequiredPaper p) => new()
    {
        Code = p.Code, Name = p.Name, Originals = p.Originals, Copies = p.Copies, Required = p.Required, ShowOnly = p.ShowOnly, Case = p.Case,
        Form = p.Form, Note = p.Note, NationalCode = p.NationalCode, ReplacedBy = string.Join(", ", p.ReplacedBy),
        Forms = string.Join('\n', p.Forms.Select(f => f.Address is null ? f.Name : $"{f.Name} | {f.Address}")),
    };

    private static LimitFields Of(ChannelLimit l) => new()
    {
        Channel = l.Channel, Case = l.Case, Amount = FormText.Written(l.Limit.Amount), Unit = l.Limit.Unit, LegalBasis = l.LegalBasis, Verified = l.Verified,
    };

    private static TariffFields Of(Tariff t) => new()
    {
        Name = t.Name, Kind = t.Kind, Amount = t.Amount, Per = t.Per, Channel = Enum.TryParse<Channel>(t.Channel, out var c) ? c : null,
        LegalBasis = t.LegalBasis, From = t.From, To = t.To, Verified = t.Verified,
    };

    private static RequiredPaper Paper(PaperFields p) => new(
        FormText.Clean(p.Code), FormText.Clean(p.Name), p.Originals ?? 0, p.Copies ?? 0, p.Required, FormText.Null(p.Case), FormText.Null(p.Form),
        p.ShowOnly, FormText.Null(p.Note))
    {
        NationalCode = FormText.Null(p.NationalCode), ReplacedBy = FormText.Codes(p.ReplacedBy), Forms = [.. FormText.Lines(p.Forms).Select(FormFileOf)],
    };

    private static FormFile FormFileOf(string line) =>
        line.LastIndexOf('|') is >= 0 and var at ? new FormFile(FormText.Clean(line[..at]), FormText.Null(line[(at + 1)..])) : new FormFile(line);

    private static ChannelLimit Limit(LimitFields l, int at, Action<string, string> wrong)
    {
        var amount = FormText.Number(l.Amount);
        if (amount is null && l.Unit != LimitUnit.SameDay)
            wrong($"Limits[{at}].Amount", "Hãy nhập số, như 10 hoặc 16,5.");
        return new ChannelLimit(
            l.Channel, FormText.Null(l.Case), new TimeLimit(amount ?? 1, l.Unit), FormText.Clean(l.LegalBasis), l.Verified);
    }

    private static Tariff TariffOf(TariffFields t, int at, Action<string, string> wrong)
    {
        if (t.Amount is null)
            wrong($"Tariffs[{at}].Amount", "Hãy nhập mức thu; không thu thì ghi 0.");
        if (t.From is null)
            wrong($"Tariffs[{at}].From", "Hãy nhập ngày mức thu có hiệu lực.");
        return new Tariff(
            FormText.Clean(t.Name), t.Kind, t.Amount ?? Dong.Zero, FormText.Clean(t.Per) is { Length: > 0 } per ? per : "hồ sơ", t.Channel?.ToString(),
            FormText.Clean(t.LegalBasis), t.From ?? DateOnly.MinValue, t.To, t.Verified);
    }

    private static string NextCode(ProcedureForm form)
    {
        var used = form.Papers.Select(p => p.Code).ToHashSet();
        var next = 1;
        while (used.Contains(next.ToString(CultureInfo.InvariantCulture)))
            next++;
        return next.ToString(CultureInfo.InvariantCulture);
    }
}
