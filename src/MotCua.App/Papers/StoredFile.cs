namespace MotCua.App.Papers;

/// <summary>A file that was checked and stored.</summary>
/// <param name="Digest">SHA-256, hexadecimal, lower case.</param>
/// <param name="FileName">Clean name, with the ending that its content asks for.</param>
/// <param name="MediaType">Type found in the content.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Digest, string FileName, string MediaType, long Size);
