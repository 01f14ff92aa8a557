using Microsoft.Extensions.Time.Testing;
using MotCua.Web.SignIn;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

public sealed class WrongGuessesTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 17, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_count_ends_with_its_window_or_with_the_right_password()
    {
        var guesses = new WrongGuesses(clock);
        for (var i = 0; i < WrongGuesses.Most; i++)
            Assert.Null(guesses.Enter("a", "x"));
        Assert.Equal(WrongGuesses.Window, guesses.Enter("a", "x"));
        clock.Advance(WrongGuesses.Window - TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), guesses.Enter("a", "x"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(guesses.Enter("a", "x"));
        guesses.Right("a", "x");
        for (var i = 0; i < WrongGuesses.Most; i++)
            Assert.Null(guesses.Enter("a", "x"));
    }

    [Fact]
    public void A_crowd_of_names_does_not_fill_the_memory_nor_free_who_is_held_back_last()
    {
        var guesses = new WrongGuesses(clock);
        for (var i = 0; i < 20_000; i++)
            guesses.Enter("a", "name" + i);
        for (var i = 0; i < WrongGuesses.Most; i++)
            guesses.Enter("b", "x");
        Assert.NotNull(guesses.Enter("b", "x"));
    }
}
