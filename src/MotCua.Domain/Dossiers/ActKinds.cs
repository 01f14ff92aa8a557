using System.Reflection;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>A kind of act: what it is called, what it needs, and whether it is allowed now. Pages, routes and the desk ask the same.</summary>
/// <param name="Name">Stable name, kebab-case: "request-supplement".</param>
/// <param name="OnStep">Whether it is done to one open step.</param>
[NoTerm("a kind of act")]
public sealed record ActKind(
    string Name, Type Type, string Term, string? Law, bool OnStep, Needs Needs, Func<Dossier, OpenStep?, Circumstances, Refusal?> Allows)
{
    /// <summary>The unit at which the duty must be held.</summary>
    /// <param name="receiving">For a dossier that is about to be received: the unit that receives; else the unit that the act names.</param>
    public AgencyId UnitOf(Dossier dossier, OpenStep? step, AgencyId receiving = default) => Needs.At switch
    {
        At.Step => step?.Unit ?? default,
        At.Return => dossier.Delivery.ReturnUnit,
        At.Competent => dossier.Case.Competent,
        At.Wait => dossier.Open.Waits.FirstOrDefault(w => w.Kind is WaitKind.Message or WaitKind.Service)?.Unit ?? default,
        At.Sender => dossier.Open.Passed?.Step.Unit ?? default,
        At.Consulted or At.Named => receiving,
        At.Parcel => dossier.Paper.UnderWay?.To ?? default,
        At.Asker => step is null ? default : dossier.Cooperation.Of(step.Element)?.Asker ?? default,
        _ => dossier.Case.Status == DossierStatus.Unborn ? receiving : dossier.Case.Reception,
    };
}

/// <summary>All kinds of acts, found in the rooms of this assembly.</summary>
public static class ActKinds
{
    /// <summary>Every kind, by name.</summary>
    public static IReadOnlyList<ActKind> All { get; } =
    [
        .. typeof(ActKinds).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DossierAct)))
            .Select(Make).OrderBy(k => k.Name, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<Type, ActKind> ByType = All.ToDictionary(k => k.Type);
    private static readonly Dictionary<string, ActKind> ByName = All.ToDictionary(k => k.Name);

    /// <summary>The kind of an act.</summary>
    public static ActKind Of(DossierAct act) => ByType[act.GetType()];

    /// <summary>The kind of a type of act.</summary>
    public static ActKind Of<TAct>() where TAct : DossierAct => ByType[typeof(TAct)];

    /// <summary>The kind with a name; null if there is none.</summary>
    public static ActKind? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What may be done to a dossier now by this actor: duty and rule both say yes.</summary>
    public static IEnumerable<(ActKind Kind, OpenStep? Step)> Allowed(Dossier dossier, Circumstances now) =>
        All.SelectMany(k => k.OnStep ? dossier.Open.Steps.Select(s => (k, (OpenStep?)s)) : [(k, null)])
            .Where(x => x.k.Needs.Check(now, x.k.UnitOf(dossier, x.Item2)) is null && x.k.Allows(dossier, x.Item2, now) is null);

    /// <summary>Acts that the actor's duty covers but the rules do not allow now, with the reason.</summary>
    public static IEnumerable<(ActKind Kind, OpenStep? Step, Refusal Why)> Forbidden(Dossier dossier, Circumstances now) =>
        from k in All
        from s in k.OnStep ? dossier.Open.Steps.Select(s => (OpenStep?)s) : [null]
        where k.Needs.Check(now, k.UnitOf(dossier, s)) is null
        let why = k.Allows(dossier, s, now)
        where why is not null
        select (k, s, why);

    private static ActKind Make(Type type)
    {
        var make = type.IsSubclassOf(typeof(StepAct)) ? nameof(OnStep) : nameof(OnDossier);
        return (ActKind)typeof(ActKinds).GetMethod(make, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;
    }

    private static ActKind OnStep<TAct>() where TAct : StepAct, IAllowsOnStep<TAct> =>
        Of<TAct>(true, TAct.Needs, (d, s, now) => Linked.Bars(typeof(TAct), d) ?? (s is null ? StepFlow.Gone : TAct.Allows(d, s, now)));

    private static ActKind OnDossier<TAct>() where TAct : DossierAct, IAllowsOnDossier<TAct> =>
        Of<TAct>(false, TAct.Needs, (d, _, now) => Linked.Bars(typeof(TAct), d) ?? TAct.Allows(d, now));

    private static ActKind Of<TAct>(bool onStep, Needs needs, Func<Dossier, OpenStep?, Circumstances, Refusal?> allows)
    {
        var term = typeof(TAct).GetCustomAttribute<TermAttribute>();
        return new ActKind(Kebab(typeof(TAct).Name), typeof(TAct), term?.Vietnamese ?? typeof(TAct).Name, term?.Law, onStep, needs, allows);
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
