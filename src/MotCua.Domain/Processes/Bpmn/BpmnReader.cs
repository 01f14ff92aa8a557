using System.Text;
using System.Xml;
using System.Xml.Linq;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>A file that was read: the model, or what keeps it from being one.</summary>
/// <param name="Model">Null where the file is not BPMN 2.0 at all.</param>
/// <param name="Faults">Why the file is not well-formed BPMN 2.0; empty where it is.</param>
[NoTerm("the reading of a drawing")]
public sealed record BpmnReading(BpmnModel? Model, IReadOnlyList<BpmnProblem> Faults)
{
    /// <summary>Well-formed BPMN 2.0, read wholly.</summary>
    public bool Ok => Model is not null && Faults.Count == 0;
}

/// <summary>Reads BPMN 2.0: no DTD, no external entities, bounded in size and depth; any prefixes, extensions and diagrams.</summary>
public static class BpmnReader
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    private const int MostElements = 100_000;
    private const int MostDepth = 100;

    private static readonly XmlReaderSettings Guarded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes, MaxCharactersFromEntities = 1024,
        CheckCharacters = true, CloseInput = false,
    };

    /// <summary>The answer to a file larger than <see cref="MostBytes"/>, for whoever did not load it.</summary>
    public static BpmnReading TooLarge { get; } =
        Fault($"Tệp lớn hơn {MostBytes / 1024 / 1024} MB nên không đọc; một quy trình nhỏ hơn nhiều, hãy kiểm tra lại tệp.");

    /// <summary>The answer to a file that is not there or may not be opened.</summary>
    public static BpmnReading Unreadable { get; } = Fault("Không mở được tệp; hãy kiểm tra đường dẫn và quyền đọc.");

    /// <summary>Reads a file.</summary>
    public static BpmnReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MostBytes)
            return TooLarge;
        try
        {
            var bytes = file.ToArray();
            if (Unbounded(bytes) is { } fault)
                return Fault(fault);
            using var reader = XmlReader.Create(new MemoryStream(bytes), Guarded);
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            KeepPrefixes(document, bytes);
            return Read(document);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return Fault("Tệp có khai báo DTD (<!DOCTYPE…>), hệ thống không đọc để tránh thực thể độc hại; hãy xuất lại tệp không có phần này.");
        }
        catch (XmlException e)
        {
            return Fault(e.LineNumber > 0
                ? $"Tệp không phải XML đúng quy cách hoặc sai bảng mã: dòng {e.LineNumber}, ký tự {e.LinePosition}; hãy xuất lại tệp bằng UTF-8."
                : "Tệp không phải XML đúng quy cách hoặc sai bảng mã; hãy xuất lại tệp bằng UTF-8.");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            return Fault("Bảng mã của tệp không đọc được; hãy xuất lại tệp bằng UTF-8.");
        }
    }

    /// <summary>Reads a document that was made by the product itself.</summary>
    internal static BpmnReading Read(XDocument document)
    {
        var root = document.Root!;
        if (root.Name != BpmnNames.Model + "definitions")
            return Fault(root.Name.Namespace == BpmnNames.Model
                ? $"Tệp BPMN phải bắt đầu bằng phần tử “definitions”, tệp này bắt đầu bằng “{root.Name.LocalName}”."
                : $"Tệp không phải BPMN 2.0: phần tử gốc là “{Short(root.Name.LocalName)}” của không gian tên “{Short(root.Name.NamespaceName)}”.");
        var parser = new BpmnParser();
        var model = parser.Parse(document);
        return new BpmnReading(model, parser.Faults);
    }

    private static string? Unbounded(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Guarded);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
                return $"Tệp lồng nhau hơn {MostDepth} lớp nên không đọc.";
            if (reader.NodeType == XmlNodeType.Element && ++elements > MostElements)
                return $"Tệp có hơn {MostElements} phần tử nên không đọc.";
        }
        return null;
    }

    // A file may give one namespace several prefixes; the document knows the namespace alone.
    private static void KeepPrefixes(XDocument document, byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Guarded);
        using var elements = document.Descendants().GetEnumerator();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !elements.MoveNext())
                continue;
            elements.Current.AddAnnotation(reader.Prefix);
            foreach (var attribute in elements.Current.Attributes().Where(_ => reader.MoveToNextAttribute()))
                if (reader.Prefix.Length > 0)
                    attribute.AddAnnotation(reader.Prefix);
            reader.MoveToElement();
        }
    }

    private static BpmnReading Fault(string sentence) => new(null, [new BpmnProblem("", "", sentence)]);

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
