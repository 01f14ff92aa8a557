using System.Xml.Linq;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Small changes to a drawing; the given model stays as it is, and so does everything else in the file.</summary>
public static class BpmnEdits
{
    /// <summary>The model with another name and other properties of one step.</summary>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public static BpmnModel With(this BpmnModel model, string element, string name, StepProperties properties)
    {
        var changed = model.With(element, properties);
        changed.Document.Root!.Descendants().First(e => e.Name.Namespace == BpmnNames.Model && e.Attribute("id")?.Value == element)
            .SetAttributeValue("name", name);
        return changed;
    }

    /// <summary>The model with a diagram: its own, or one that is laid out where it has none.</summary>
    public static BpmnModel WithDiagram(this BpmnModel model)
    {
        if (model.Document.Root!.Elements(BpmnNames.Diagram + "BPMNDiagram").Any())
            return model;
        var copy = BpmnReader.Read(model.Write()).Model!;
        AutoLayout.Add(copy);
        return copy;
    }

    /// <summary>The model with the code, version, name, decision and days of a version written to its process; its elements are not asked.</summary>
    public static BpmnModel WithHead(this BpmnModel model, ProcessDefinition head)
    {
        var document = BpmnReader.Read(model.Write()).Model!.Document;
        BpmnWriter.NameOwn(document);
        var parsed = new BpmnParser().Parse(document);
        if (parsed.Processes.FirstOrDefault(p => p.Nodes.Count > 0)?.Source is not { } process)
            return parsed;
        process.SetAttributeValue("name", head.Name);
        if (StepProperties.Extension(process) is not { } extension)
        {
            extension = new XElement(BpmnNames.Model + "extensionElements");
            if (process.Elements(BpmnNames.Model + "documentation").LastOrDefault() is { } documentation)
                documentation.AddAfterSelf(extension);
            else
                process.AddFirst(extension);
        }
        extension.Elements(BpmnNames.Own + "process").Remove();
        extension.Add(DefinitionDrawing.HeadOf(head));
        return new BpmnParser().Parse(document);
    }
}
