using System.Reflection;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.House.Tests.Law;

/// <summary>GLOSSARY.md: the words of the law and of the code, out of the attributes.</summary>
internal static class GlossaryPage
{
    private const string Head = """
        # Glossary

        The words of the law and the names in the code, one for one. Printed from the `[Term]` attributes: `./test --write` rewrites this page,
        a stale one fails. A name in brackets is the list that the value belongs to.

        | Vietnamese | English | law | where |
        |---|---|---|---|

        """;

    private const string Technical = """

        ## Names without a word of the law

        Technical things, each with the reason that its `[NoTerm]` gives.

        | English | why | where |
        |---|---|---|

        """;

    /// <summary>The page for these types.</summary>
    public static string Print(IReadOnlyCollection<Type> things)
    {
        var terms = things.SelectMany(Entries).OrderBy(e => VietnameseText.WordKey(e.Vietnamese), StringComparer.Ordinal)
            .ThenBy(e => e.English, StringComparer.Ordinal).Select(e => $"| {e.Vietnamese} | {e.English} | {e.Law} | {e.Where} |");
        var technical = things.Where(t => t.IsDefined(typeof(NoTermAttribute))).Select(t => (English: English(t.Name), Type: t))
            .OrderBy(t => t.English, StringComparer.Ordinal).ThenBy(t => t.Type.FullName, StringComparer.Ordinal)
            .Select(t => $"| {t.English} | {t.Type.GetCustomAttribute<NoTermAttribute>()!.Why} | {Where(t.Type)} |");
        return Head + Lines(terms) + Technical + Lines(technical);
    }

    /// <summary>A name of the code as English words.</summary>
    public static string English(string name) => string.Concat(name.Split('`')[0].Select((c, i) =>
        i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static IEnumerable<(string Vietnamese, string English, string Law, string Where)> Entries(Type type)
    {
        if (type.GetCustomAttribute<TermAttribute>() is { } term)
            yield return (term.Vietnamese, English(type.Name), term.Law ?? "", Where(type));
        foreach (var (field, own) in type.IsEnum ? GlossaryRules.Members(type) : [])
            if (own is not null)
                yield return (own.Vietnamese, $"{English(field.Name)} ({English(type.Name)})", own.Law ?? "", Where(type));
    }

    private static string Where(Type type) => (type.Namespace ?? "")["MotCua.".Length..].Replace('.', '/');

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));
}
