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
        {
            writer.WriteStartDocument();
            foreach (var node in model.Document.Nodes())
                Write(writer, node);
        }
        return stream.ToArray();
    }

    /// <summary>The model with other properties at one element; the given model stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public static BpmnModel With(this BpmnModel model, string element, StepProperties properties)
    {
        var document = BpmnReader.Read(model.Write()).Model!.Document;
        var target = document.Root!.Descendants().FirstOrDefault(e => e.Name.Namespace == BpmnNames.Model && e.Attribute("id")?.Value == element)
            ?? throw new KeyNotFoundException($"The drawing has no element '{element}'.");
        NameOwn(document);
        properties.Write(target);
        return new BpmnParser().Parse(document);
    }

    // Elements keep the prefixes that they were read with; new ones take what the document has.
    private static void Write(XmlWriter writer, XNode node)
    {
        if (node is not XElement element)
        {
            node.WriteTo(writer);
            return;
        }
        var prefix = element.Annotation<string>() ?? element.GetPrefixOfNamespace(element.Name.Namespace) ?? "";
        writer.WriteStartElement(prefix, element.Name.LocalName, element.Name.NamespaceName);
        foreach (var attribute in element.Attributes().OrderBy(a => !a.IsNamespaceDeclaration))
            Write(writer, attribute);
        foreach (var child in element.Nodes())
            Write(writer, child);
        if (element.IsEmpty)
            writer.WriteEndElement();
        else
            writer.WriteFullEndElement();
    }

    private static void Write(XmlWriter writer, XAttribute attribute)
    {
        var (space, local) = (attribute.Name.NamespaceName, attribute.Name.LocalName);
        if (attribute.IsNamespaceDeclaration)
            writer.WriteAttributeString(space.Length == 0 ? "" : "xmlns", local, "http://www.w3.org/2000/xmlns/", attribute.Value);
        else
            writer.WriteAttributeString(
                space.Length == 0 ? "" : attribute.Annotation<string>() ?? attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace), local, space,
                attribute.Value);
    }

    /// <summary>Gives the product's namespace a prefix at the root.</summary>
    internal static void NameOwn(XDocument document)
    {
        if (document.Root!.GetPrefixOfNamespace(BpmnNames.Own) is null && document.Root.GetNamespaceOfPrefix("motcua") is null)
            document.Root.Add(new XAttribute(XNamespace.Xmlns + "motcua", BpmnNames.Own.NamespaceName));
    }
}
