using System.Text;
using System.Xml;

namespace MotCua.Domain.Tests.Processes;

/// <summary>The canonical form of XML (C14N 1.0 with comments, in the parts that BPMN files use): what two writings of one document share.</summary>
internal static class Canonical
{
    public static string Of(byte[] file)
    {
        var text = new StringBuilder();
        using var reader = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (name, empty) = (reader.Name, reader.IsEmptyElement);
                    text.Append('<').Append(name).Append(Attributes(reader)).Append('>');
                    if (empty)
                        text.Append("</").Append(name).Append('>');
                    break;
                case XmlNodeType.EndElement:
                    text.Append("</").Append(reader.Name).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0:
                    text.Append(Escaped(reader.Value).Replace(">", "&gt;", StringComparison.Ordinal));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    text.Append("<?").Append(reader.Name).Append(' ').Append(reader.Value).Append("?>");
                    break;
                case XmlNodeType.Comment:
                    text.Append("<!--").Append(reader.Value).Append("-->");
                    break;
            }
        return text.ToString();
    }

    // Namespaces first, by prefix; then attributes by namespace and name.
    private static string Attributes(XmlReader reader)
    {
        var all = new List<(bool Own, string Space, string Local, string Text)>();
        while (reader.MoveToNextAttribute())
        {
            var space = reader.NamespaceURI == "http://www.w3.org/2000/xmlns/";
            var value = Escaped(reader.Value).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\t", "&#x9;", StringComparison.Ordinal)
                .Replace("\n", "&#xA;", StringComparison.Ordinal);
            all.Add((!space, space ? "" : reader.NamespaceURI, space && reader.Prefix.Length == 0 ? "" : reader.LocalName, $" {reader.Name}=\"{value}\""));
        }
        reader.MoveToElement();
        return string.Concat(all.OrderBy(a => a.Own).ThenBy(a => a.Space, StringComparer.Ordinal).ThenBy(a => a.Local, StringComparer.Ordinal)
            .Select(a => a.Text));
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\r", "&#xD;", StringComparison.Ordinal);
}
