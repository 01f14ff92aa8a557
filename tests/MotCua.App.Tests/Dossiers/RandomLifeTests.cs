using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>What holds after any life whatever.</summary>
public sealed class RandomLifeTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-WF-15")]
    public async Task After_any_life_every_row_is_the_fold_of_its_log_and_whatever_events_name_is_there(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (done, refused) = (0, 0);
        for (var seed = 1; seed <= 10; seed++)
        {
            var life = new RandomLife(house, seed);
            await life.Live(acts: 30);
            (done, refused) = (done + life.Done, refused + life.Refused);
        }
        Assert.Equal("", string.Join('\n', (await house.Verify()).Broken));
        // The lives are worth living: they do things, and are refused things.
        Assert.True(done > 40 && refused > 30, $"{done} done, {refused} refused");
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-SEC-01")]
    public async Task Events_and_messages_hold_no_name_number_address_or_words_of_anyone(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        for (var seed = 101; seed <= 106; seed++)
            await new RandomLife(house, seed).Live(acts: 20);
        var secrets = DemoPeople.Load(Repository.Path("data")).Secrets.Append(RandomLife.Secret).Append("Hứa Thị Kín").Distinct().ToList();
        await using var db = house.Db();
        Assert.True(await db.Set<TextRow>().CountAsync(t => t.Body!.Contains("Hứa Thị Kín")) > 4, "The words themselves are kept beside the log.");
        var log = (await db.Set<DossierEventRow>().ToListAsync())
            .SelectMany(e => Strings(JsonSerializer.SerializeToElement(e)).Concat(Strings(Parsed(e.Data))));
        var outbox = (await db.Set<OutboxRow>().ToListAsync()).SelectMany(o => Strings(JsonSerializer.SerializeToElement(o)));
        var keys = (await db.Set<IdempotencyRow>().ToListAsync()).SelectMany(i => Strings(JsonSerializer.SerializeToElement(i)));
        var leaks = from text in log.Concat(outbox).Concat(keys).Distinct()
                    from secret in secrets
                    where text.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    select $"“{secret}” in “{text}”";
        Assert.Empty(leaks);
    }

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Every string and number in a JSON value, as text without escapes.</summary>
    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Strings(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [value.GetString()!],
        _ => [value.GetRawText()],
    };
}
