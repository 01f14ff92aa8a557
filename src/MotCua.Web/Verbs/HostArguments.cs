namespace MotCua.Web.Verbs;

/// <summary>Arguments that a test host hands to the program: "--key=value" of its own configuration among those of the verb.</summary>
public static class HostArguments
{
    /// <summary>Those that "serve" knows, and the rest for the generic host.</summary>
    public static (string[] Own, string[] Host) Split(IReadOnlyList<string> args)
    {
        var known = new ServeVerb().Options.Concat(VerbOption.Common).Select(o => "--" + o.Name).ToHashSet();
        return (
            [.. args.Where(a => known.Contains(a.Split('=')[0]))],
            [.. args.Where(a => !known.Contains(a.Split('=')[0]))]);
    }
}
