using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MotCua.House.Tests.Guard;

/// <summary>A text file of the project.</summary>
/// <param name="path">From the root, with slashes.</param>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> tree = new(() => CSharpSyntaxTree.ParseText(text, path: path).GetCompilationUnitRoot());

    /// <summary>From the root, with slashes.</summary>
    public string Path => path;

    /// <summary>The text as it is.</summary>
    public string Text => text;

    /// <summary>The text line by line.</summary>
    public string[] Lines { get; } = text.TrimEnd('\n').Split('\n');

    /// <summary>What the C# compiler reads in it.</summary>
    public CompilationUnitSyntax Tree => tree.Value;

    /// <summary>Whether the file lies in a folder of the project or has such an ending.</summary>
    public bool IsIn(string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Whether the name ends so.</summary>
    public bool Ends(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (path.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => path;
}
