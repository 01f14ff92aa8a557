namespace MotCua.Planted.Names;

/// <summary>Neither sealed nor inherited.</summary>
public class Cellar;

/// <summary>Inherited, so it may be open.</summary>
public class Wall;

/// <summary>Inherits.</summary>
public sealed class OuterWall : Wall;

/// <summary>A name that says nothing.</summary>
public sealed class StairService;

/// <summary>A name that says nothing.</summary>
public sealed class RoofManager;

/// <summary>A name that says nothing.</summary>
public sealed class LadderHelper;

/// <summary>A name that says nothing.</summary>
public static class WindowUtil;

/// <summary>A name that says nothing.</summary>
public sealed record DoorDto(int Width);

/// <summary>A name that says nothing, also where the type is generic.</summary>
/// <typeparam name="T">Anything.</typeparam>
public sealed class LockImpl<T>;

/// <summary>A name that says nothing.</summary>
public abstract class AtticBase;

/// <summary>A word in the middle of a name does no harm.</summary>
public sealed class ServiceEntrance;
