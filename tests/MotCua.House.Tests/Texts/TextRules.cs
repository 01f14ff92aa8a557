using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.Domain.Words;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Texts;

/// <summary>Rules on what stands in files.</summary>
internal static partial class TextRules
{
    // Written in pieces, so that this file does not hold them.
    private static readonly (string Pattern, string What)[] Forbidden =
    [
        ("/wo" + "rk/", "a path of a machine"), ("/ro" + "ot/", "a path of a machine"), (@"/ho" + @"me/\w", "a path of a machine"),
        ("/Us" + "ers/", "a path of a machine"),
        (@"\bnuget" + @"\.org", "a host of packages"), (@"\bnpm" + @"js\.", "a host of packages"), (@"\bpypi" + @"\.org", "a host of packages"),
        (@"\bproxy\.go" + @"lang\.", "a host of packages"), (@"\bregis" + @"try\.\w+\.\w", "a host of packages"),
        (@"\bpackage" + "sources?>", "a source of packages"),
        ("BEGIN [A-Z ]*PRIV" + "ATE KEY", "a private key"),
    ];

    /// <summary>No path of one machine, no host of packages, no key.</summary>
    public static IEnumerable<Breach> Foreign(IEnumerable<SourceFile> files) =>
        from file in files
        from word in Forbidden
        from Match found in Regex.Matches(file.Text, word.Pattern, RegexOptions.CultureInvariant)
        select new Breach(file.Path, $"line {LineOf(file.Text, found.Index)} holds {word.What}: {found.Value}");

    /// <summary>Nothing is left for later in the code: it is an issue, or it is not there.</summary>
    public static IEnumerable<Breach> Unfinished(IEnumerable<SourceFile> files) =>
        files.SelectMany(f => Comments(f).Concat(Throws(f)));

    /// <summary>A test that is skipped says why.</summary>
    public static IEnumerable<Breach> Skips(IEnumerable<SourceFile> files) =>
        from file in files
        from attribute in file.Tree.DescendantNodes().OfType<AttributeSyntax>()
        from argument in attribute.ArgumentList?.Arguments ?? default
        where argument.NameEquals?.Name.Identifier.Text == "Skip"
        let why = (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText ?? ""
        where why.Trim().Length < 12
        select new Breach(file.Path, $"{attribute.Parent?.Parent?.ToString().Split('\n')[0].Trim()} is skipped without a reason");

    /// <summary>Pages hold neither style nor script: the browser is told to run none.</summary>
    public static IEnumerable<Breach> Inline(IEnumerable<SourceFile> pages) =>
        from page in pages
        from Match found in InlinePattern().Matches(page.Text)
        select new Breach(page.Path, $"line {LineOf(page.Text, found.Index)} holds {found.Value.Trim()}");

    /// <summary>Text is composed (NFC), without a byte-order mark and without a carriage return.</summary>
    public static IEnumerable<Breach> Encoding(IEnumerable<SourceFile> files) =>
        files.Where(f => VietnameseText.Nfc(f.Text) != f.Text).Select(f => new Breach(f.Path, "is not in NFC"))
            .Concat(files.Where(f => f.Text.StartsWith('\uFEFF')).Select(f => new Breach(f.Path, "begins with a byte-order mark")));

    private static IEnumerable<Breach> Comments(SourceFile file) =>
        from trivia in file.Tree.DescendantTrivia(descendIntoTrivia: false)
        where !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && !trivia.IsKind(SyntaxKind.DisabledTextTrivia)
        from Match found in LaterPattern().Matches(trivia.ToFullString())
        select new Breach(file.Path, $"line {trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1} says {found.Value}");

    private static IEnumerable<Breach> Throws(SourceFile file) =>
        from name in file.Tree.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.Text == nameof(NotImplementedException) && name.Parent is ObjectCreationExpressionSyntax
        select new Breach(file.Path, $"line {name.GetLocation().GetLineSpan().StartLinePosition.Line + 1} is not implemented");

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|TBD)\b")]
    private static partial Regex LaterPattern();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script\b(?![^>]*\ssrc\s*=)|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlinePattern();
}
