global using Engine = MotCua.Testing.Engine;
using Xunit;

namespace MotCua.App.Tests;

/// <summary>The data of a theory that must hold on each database.</summary>
public sealed class BothEngines : TheoryData<Engine>
{
    public BothEngines()
    {
        Add(Engine.Sqlite);
        Add(Engine.Postgres);
    }
}
