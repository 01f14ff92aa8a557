using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Access;

public sealed class WrongGuessesTests
{
    private static readonly GuessLimit Limit = new(5, TimeSpan.FromMinutes(15));

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_count_ends_with_its_window_or_with_the_right_guess(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        await using var db = house.Db();
        var guesses = new WrongGuesses(db, house.Clock);
        for (var i = 0; i < Limit.Most; i++)
            Assert.Null((await guesses.Enter("a x", Limit, default)).Wait);
        Assert.Equal(new GuessAnswer(Limit.Window, First: true), await guesses.Enter("a x", Limit, default));
        house.Clock.Advance(Limit.Window - TimeSpan.FromSeconds(1));
        Assert.Equal(new GuessAnswer(TimeSpan.FromSeconds(1), First: false), await guesses.Enter("a x", Limit, default));
        Assert.Null((await guesses.Enter("b x", Limit, default)).Wait);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await guesses.Enter("a x", Limit, default)).Wait);
        await guesses.Clear("a x", default);
        for (var i = 0; i < Limit.Most; i++)
            Assert.Null((await guesses.Enter("a x", Limit, default)).Wait);
        Assert.NotNull((await guesses.Enter("a x", Limit, default)).Wait);
        await guesses.TakeBack("a x", default);
        await guesses.TakeBack("a x", default);
        Assert.Null((await guesses.Enter("a x", Limit, default)).Wait);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Many_at_once_get_no_further_than_one_after_another(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            await using var db = house.Db();
            return await new WrongGuesses(db, house.Clock).Enter("a x", Limit, default);
        })));
        Assert.InRange(answers.Count(a => a.Wait is null), 1, Limit.Most);
    }

    [Fact]
    public async Task Rows_say_neither_name_nor_address_and_go_when_their_window_has_passed()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var guesses = new WrongGuesses(db, house.Clock);
        await guesses.Enter("password address 10.0.0.1 hanh.tn", Limit, default);
        var row = await db.Set<WrongGuessRow>().AsNoTracking().SingleAsync();
        Assert.Matches("^[0-9a-f]{64}$", row.Id);
        Assert.Equal(0, await guesses.Sweep(default));
        house.Clock.Advance(Limit.Window);
        Assert.Equal(1, await guesses.Sweep(default));
    }
}
