using System.Xml;
using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn;

/// <summary>Writes models: diagrams and extensions of others as they were read.</summary>
public static class BpmnWriter
{
    /// <summary>The file, UTF-8 without a byte-order mark.</summary>
    public static byte[] Write(this BpmnModel model)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = false, NewLineHandling = NewLineHandling.Entitize,
        };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings))
            model.Document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>The model with other properties at one element; the given model stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public static BpmnModel With(this BpmnModel model, string element, StepProperties properties)
    {
        var document = new XDocument(model.Document);
        var target = document.Root!.Descendants().FirstOrDefault(e => e.Name.Namespace == BpmnNames.Model && e.Attribute("id")?.Value == element)
            ?? throw new KeyNotFoundException($"The drawing has no element '{element}'.");
        NameOwn(document);
        properties.Write(target);
        return new BpmnParser().Parse(document);
    }

    /// <summary>Gives the product's namespace a prefix at the root.</summary>
    internal static void NameOwn(XDocument document)
    {
        if (document.Root!.GetPrefixOfNamespace(BpmnNames.Own) is null && document.Root.GetNamespaceOfPrefix("motcua") is null)
            document.Root.Add(new XAttribute(XNamespace.Xmlns + "motcua", BpmnNames.Own.NamespaceName));
    }
}
