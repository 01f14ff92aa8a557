namespace MotCua.App.Access;

/// <summary>From where something is done.</summary>
/// <param name="Address">The address; empty where it is not known.</param>
/// <param name="Session">The session; null before there is one.</param>
public sealed record Origin(string Address, long? Session = null);
