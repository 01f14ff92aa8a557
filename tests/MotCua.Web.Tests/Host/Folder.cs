namespace MotCua.Web.Tests.Host;

/// <summary>A folder that lives as long as one test.</summary>
public sealed class Folder : IDisposable
{
    public Folder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"motcua-{Guid.NewGuid():N}");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
