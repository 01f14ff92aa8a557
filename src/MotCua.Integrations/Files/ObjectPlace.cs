namespace MotCua.Integrations.Files;

/// <summary>A bucket of a store that speaks S3.</summary>
/// <param name="Url">Its address: "https://s3.tinh.example".</param>
/// <param name="Bucket">Name of the bucket; it must be there.</param>
/// <param name="Region">As its signatures name it.</param>
/// <param name="Key">Access key.</param>
/// <param name="Secret">Secret key.</param>
public sealed record ObjectPlace(string Url, string Bucket, string Region, string Key, string Secret);
