using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MotCua.App.Dossiers;
using MotCua.App.Work;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>How many commands an ordinary thing sends to the database: the same few whatever is on record.</summary>
public sealed class CostTests
{
    [Fact]
    public async Task An_act_costs_the_same_few_commands_and_reads_no_reference_rows_again()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var ids = new List<DossierId>();
        for (var i = 0; i < 3; i++)
            ids.Add(await life.Received());
        await using var db = house.Db();
        var (hand, step) = (TestHouse.Hand(await house.Officer("hanh.tn")), await life.Step(ids[0], StepKind.HandOver));
        using var commands = new Commands(db);
        Life.Expect(await house.Handle(db).HandOver(ids[0], step.Token, hand));
        // What it reads and writes goes in bundles of the desk's own, which are not counted here; whatever else the context sends is.
        Assert.InRange(commands.Sent.Count, 0, 2);
        Assert.DoesNotContain(commands.Sent, c => new[] { "\"procedures\"", "\"processes\"", "\"agencies\"", "\"rules\"", "\"officers\"" }.Any(c.Contains));
    }

    [Fact]
    public async Task A_page_of_the_work_list_costs_the_same_with_one_row_as_with_many()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var officer = (await house.Officer("hanh.tn")).Value;
        await using var db = house.Db();
        var costs = new List<(int List, int Search)>();
        foreach (var more in new[] { 1, 6 })
        {
            for (var i = 0; i < more; i++)
                await life.Received();
            using var commands = new Commands(db);
            var search = new WorkSearch(db, new Reaches(db, house.Clock), house.References, house.Clock);
            await search.Page(officer, new WorkQuery());
            var list = commands.Sent.Count;
            await search.Page(officer, new WorkQuery(WorkView.All) { Words = "261117" });
            costs.Add((list, commands.Sent.Count - list));
        }
        Assert.Equal(costs[0], costs[1]);
        // Duties, stamp (twice), rows, names.
        Assert.InRange(costs[0].List, 1, 5);
    }

    [Fact]
    public async Task The_view_of_a_dossier_costs_the_same_at_the_end_of_its_life_as_at_the_beginning()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received();
        var officer = Actor.Of(await house.Officer("hanh.tn"));
        await using var db = house.Db();
        var costs = new List<int>();
        for (var i = 0; i < 2; i++)
        {
            using var commands = new Commands(db);
            Assert.NotNull(await house.Reader(db).Find(id, officer));
            costs.Add(commands.Sent.Count);
            await life.Ended(id);
        }
        Assert.InRange(costs[0], 1, 14);
        Assert.InRange(costs[1], 1, costs[0]);
    }

    /// <summary>Writes down what a context sends.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly DbContext context;
        private readonly List<IDisposable> subscriptions = [];

        public Commands(DbContext context)
        {
            this.context = context;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Sent { get; } = [];

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
                subscriptions.Add(listener.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> e)
        {
            if (e.Value is CommandExecutedEventData data && ReferenceEquals(data.Context, context))
                Sent.Add(data.Command.CommandText);
        }

        public void OnError(Exception error) { }

        public void OnCompleted() { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());
    }
}
