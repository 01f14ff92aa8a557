using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Which limit binds: the channel's, the case's, the one chosen, or the officer's own with its basis.</summary>
public sealed class SaidLimitTests
{
    private static readonly TimeLimit Five = new(5, LimitUnit.WorkingDay), Eight = new(8, LimitUnit.WorkingDay), Month = new(1, LimitUnit.Month);

    private static readonly DateTimeOffset Now = Vietnam.Instant(new(2026, 11, 17, 9, 10, 0));

    private static ProcedureVersion With(params ChannelLimit[] limits) => World.Procedure with { Limits = limits };

    private static ProcedureVersion Written(params SubmissionWay[] ways) => World.Procedure with
    {
        Limits = [],
        Details = new(null, [], [], [], "", "", [], ways, [], [], "", "", [], "", "", ""),
    };

    private static SubmissionWay Way(Channel channel, TimeLimit? limit, string text = "", string note = "") => new(channel, limit, text, [], note);

    private static (TimeLimit? Limit, string? No) Of(ProcedureVersion procedure, SaidLimit? said = null, Channel channel = Channel.Direct, string? name = null)
    {
        var (limit, no) = SaidLimit.Of(said, procedure.LimitsFor(channel, name), Now, World.Calendar, channel);
        return (limit, no?.Code);
    }

    [Fact]
    public void The_most_exact_row_of_channel_and_case_holds()
    {
        var procedure = With(new(null, null, Month, "QĐ", true), new(Channel.Online, null, Five, "QĐ", true), new(null, "Khó", Eight, "QĐ", true));
        Assert.Equal(Month, Of(procedure).Limit);
        Assert.Equal(Five, Of(procedure, channel: Channel.Online).Limit);
        Assert.Equal(Month, Of(procedure, channel: Channel.Postal).Limit);
        Assert.Equal(Eight, Of(procedure, channel: Channel.Online, name: "Khó").Limit);
    }

    [Fact]
    public void Of_several_limits_of_one_channel_the_officer_chooses_and_the_first_is_usual()
    {
        var procedure = Written(
            Way(Channel.Direct, Five, "5 ngày làm việc", "bình thường"), Way(Channel.Direct, Eight, "8", "phải xác minh"), Way(Channel.Online, Month));
        Assert.Equal(Five, Of(procedure).Limit);
        Assert.Equal(Eight, Of(procedure, new SaidLimit(Eight)).Limit);
        Assert.Equal("receive.limit", Of(procedure, new SaidLimit(Month)).No);
        Assert.Equal(Month, Of(procedure, channel: Channel.Online).Limit);
        Assert.Equal(["bình thường", "phải xác minh"], procedure.LimitsFor(Channel.Direct, null).Choices.Select(c => c.Note));
    }

    [Fact]
    public void Where_something_cannot_be_read_nothing_is_taken_without_being_asked()
    {
        var procedure = Written(Way(Channel.Direct, Five), Way(Channel.Direct, null, "10", "ngày nêu trong giấy hẹn"));
        Assert.Equal((null, "receive.limit"), Of(procedure));
        Assert.Equal(Five, Of(procedure, new SaidLimit(Five)).Limit);
        Assert.Equal("receive.no-limit", Of(procedure, new SaidLimit(null)).No);
        Assert.Equal(["10 ngày nêu trong giấy hẹn"], procedure.LimitsFor(Channel.Direct, null).Unread);
    }

    [Fact]
    public void A_limit_of_nothing_is_none()
    {
        Assert.Equal((null, "receive.no-limit"), Of(With(new ChannelLimit(null, null, new(0, LimitUnit.WorkingDay), "QĐ", true))));
        Assert.Equal((null, "receive.no-limit"), Of(Written(Way(Channel.Direct, new(0, LimitUnit.WorkingDay), "0"))));
        Assert.Equal((null, "receive.no-limit"), Of(With()));
    }

    [Theory]
    [InlineData(27, "Luật Đầu tư Đ.12", null)]
    [InlineData(18, "Luật Đầu tư Đ.12", null)]
    [InlineData(27, "  ", "receive.limit.basis")]
    [InlineData(17, "Luật", "receive.limit.day")]
    [InlineData(16, "Luật", "receive.limit.day")]
    [InlineData(28, "Luật", "receive.limit.rest-day")]
    public void Without_any_limit_the_officer_determines_day_and_basis(int day, string basis, string? no)
    {
        var (limit, refused) = Of(With(), new SaidLimit(null, new DateOnly(2026, 11, day), basis));
        Assert.Equal(no, refused);
        Assert.Equal(no is null, limit is not null);
        if (limit is null)
            return;
        Assert.Equal(basis, limit.SetOn);
        var due = Deadline.Count(limit, Now, World.Calendar, DayCutOff.None);
        Assert.Equal(new DateTime(2026, 11, day, 17, 0, 0), Vietnam.Local(due.Due));
        Assert.StartsWith("Do cán bộ xác định", due.Lines[0].Reason);
        Assert.Equal(basis, due.Lines[0].Law);
    }

    [Fact]
    public void A_limit_of_the_procedure_cannot_be_replaced_by_the_officers_own() =>
        Assert.Equal(Five, Of(With(new ChannelLimit(null, null, Five, "QĐ", true)), new SaidLimit(null, new DateOnly(2026, 12, 31), "Luật")).Limit);
}
