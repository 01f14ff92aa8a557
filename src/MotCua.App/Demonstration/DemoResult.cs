using MotCua.App.Papers.Forms;
using MotCua.Domain.Law;

namespace MotCua.App.Demonstration;

/// <summary>Makes the file of a fictitious result: a page that says that it is none.</summary>
public sealed class DemoResult(FormTemplates templates, IFormPrinter printer)
{
    /// <summary>The PDF of a result with a number.</summary>
    public byte[] Pdf(string number, DateTimeOffset at)
    {
        var template = templates.Find("demo-result", "2025") ?? throw new InvalidOperationException("The seed has no form demo-result/2025.");
        return printer.Print(template, new FormContent
        {
            Code = number, CreatedAt = at, Author = "MotCua trình diễn", Sample = true,
            Values = new Dictionary<string, string>
            {
                [FormKeys.ParentAgency] = "Cơ quan trình diễn", [FormKeys.Unit] = "Đơn vị trình diễn", [FormKeys.Place] = "Đắk Lắk",
                [FormKeys.Number] = number, [FormKeys.Date] = FormPhrases.Day(Vietnam.Day(at)),
            },
        });
    }
}
