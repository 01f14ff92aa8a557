global using Engine = MotCua.Testing.Engine;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests;

/// <summary>The data of a theory that must hold on each database: both, or the one of the run.</summary>
public sealed class BothEngines : TheoryData<Engine>
{
    public BothEngines()
    {
        foreach (var engine in Enum.GetValues<Engine>())
            if (TestHouse.EngineOfRun is null || TestHouse.EngineOfRun == engine)
                Add(engine);
    }
}
