using MotCua.App;
using MotCua.App.Demonstration;

namespace MotCua.Bench.Faults;

/// <summary>Officers at work at the same time, each at a unit of his own commune.</summary>
internal sealed class Crowd : IDisposable
{
    // Who does what at a commune: reception, handling, signing, the clerk, then the second of the first two.
    private static readonly (string UserName, bool Receives)[] Roles =
        [("hanh.tn", true), ("ngoc.ltb", false), ("khoi.nd", false), ("le.tm", false), ("linh.hn", true), ("moan.yb", false)];

    private readonly List<Seat> seats = [];
    private readonly List<Officer> officers = [];

    /// <summary>How many logins a commune has.</summary>
    public static int PerCommune => Roles.Length;

    /// <summary>Signs officers in.</summary>
    /// <param name="open">The database, where officers beyond the logins of a commune are made.</param>
    /// <param name="communes">Over how many communes they are spread.</param>
    /// <param name="think">Waits as long as a person looks at a page.</param>
    public static async Task<Crowd> SignedIn(
        Product product, Func<MotCuaDb> open, int count, int communes, bool patient, Journal journal, Func<Task> think)
    {
        var (crowd, people) = (new Crowd(), DemoPeople.Load(Path.Combine(Shared.Root, "data")));
        for (var i = 0; i < count; i++)
        {
            var (commune, role) = (i % communes * Bulk.Stride, Roles[i / communes % Roles.Length]);
            Seat seat = new(product.Address, journal, patient), citizen = new(product.Address, journal, patient);
            crowd.seats.AddRange([seat, citizen]);
            var officer = new Officer(seat, citizen, role.Receives, Samples.Unit + commune, journal, people, i, think);
            var userName = commune == 0 ? role.UserName : $"{role.UserName}.{commune}";
            await officer.SignIn(i < communes * Roles.Length ? userName : await Colleagues.Make(open, userName, i), product.Password ?? "");
            crowd.officers.Add(officer);
        }
        return crowd;
    }

    /// <summary>All work until they are told to stop, then end what they are at.</summary>
    public Task Work(CancellationToken stop) => Task.WhenAll(officers.Select(officer => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
            await officer.Turn();
    }, CancellationToken.None)));

    /// <summary>One at a time in the place of each in turn, until told to stop.</summary>
    public async Task Alone(CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
            await officers[i % officers.Count].Turn();
    }

    /// <inheritdoc/>
    public void Dispose() => seats.ForEach(s => s.Dispose());
}
