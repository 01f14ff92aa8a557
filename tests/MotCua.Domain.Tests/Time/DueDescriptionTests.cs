using MotCua.Domain.Time;
using Xunit;
using static MotCua.Domain.Tests.Time.ShippedCalendar;

namespace MotCua.Domain.Tests.Time;

public class DueDescriptionTests
{
    [Theory]
    [InlineData("23/11/2026 09:10", "Còn 6 ngày làm việc", DueState.Far)]
    [InlineData("27/11/2026 09:10", "Còn 2 ngày làm việc", DueState.Near)]
    [InlineData("29/11/2026 09:10", "Còn 2 ngày làm việc", DueState.Near)]
    [InlineData("30/11/2026 18:00", "Còn 1 ngày làm việc", DueState.Near)]
    [InlineData("1/12/2026 07:00", "Hạn hôm nay 17:00", DueState.Today)]
    [InlineData("1/12/2026 17:00", "Hạn hôm nay 17:00", DueState.Today)]
    [InlineData("1/12/2026 17:01", "Quá hạn từ 17:00 hôm nay", DueState.Late)]
    [InlineData("2/12/2026 00:01", "Quá hạn 1 ngày", DueState.Late)]
    [InlineData("7/12/2026 09:00", "Quá hạn 4 ngày", DueState.Late)]
    public void It_says_how_much_is_left(string now, string words, DueState state)
    {
        var due = At("1/12/2026 17:00");
        Assert.Equal(words, DueDescription.Remaining(due, At(now), Calendar));
        Assert.Equal(state, DueDescription.StateOf(due, At(now), Calendar));
    }

    [Fact]
    public void Over_a_weekend_it_names_the_moment() =>
        Assert.Equal("Quá hạn từ 17:00 ngày 20/11/2026", DueDescription.Remaining(At("20/11/2026 17:00"), At("21/11/2026 09:00"), Calendar));
}
