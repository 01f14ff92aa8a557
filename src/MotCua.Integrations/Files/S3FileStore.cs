using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using MotCua.App.Papers;

namespace MotCua.Integrations.Files;

/// <summary>Keeps files in a bucket of a store that speaks S3, sealed before they leave this machine: "files/DIGEST". When one was stored or renewed
/// is the time of the object or of its mark, "renewed/DIGEST", whichever is later; one that is being removed lies under "leaving/DIGEST" until it
/// is sure that nobody renewed it meanwhile. S3 promises that what was written is read at once; this rests on it.</summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private const string Lying = "files/", Renewed = "renewed/", Leaving = "leaving/";
    private readonly AmazonS3Client client;
    private readonly string bucket, spool;
    private readonly StoreKeys keys;

    /// <summary>A store in a bucket.</summary>
    /// <param name="spool">Folder in which a file lies sealed until it is sent.</param>
    public S3FileStore(ObjectPlace place, string spool, StoreKeys keys)
    {
        (bucket, this.spool, this.keys) = (place.Bucket, spool, keys);
        client = new AmazonS3Client(new BasicAWSCredentials(place.Key, place.Secret), new AmazonS3Config
        {
            ServiceURL = place.Url, AuthenticationRegion = place.Region, ForcePathStyle = true, MaxErrorRetry = 2, Timeout = TimeSpan.FromMinutes(10),
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    /// <inheritdoc/>
    public Task<(string Digest, long Size)> Put(Stream content, CancellationToken cancel) => Guard(async () =>
    {
        Directory.CreateDirectory(spool);
        var part = Path.Combine(spool, Guid.NewGuid().ToString("N") + FolderFileStore.Part);
        try
        {
            (string Digest, long Size) written;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
                written = await SealedFormat.Write(content, file, keys.Newest, cancel);
            await Mark(written.Digest, cancel);
            await client.PutObjectAsync(new PutObjectRequest
            {
                BucketName = bucket, Key = Lying + written.Digest, FilePath = part, ContentType = "application/octet-stream", UseChunkEncoding = false,
            }, cancel);
            if (await Find(Lying + written.Digest, cancel) is not { } there)
                throw UnopenableFileException.Changed();
            await StoredBytes.Prove(Stream(written.Digest, there.ContentLength), keys, written.Digest, cancel);
            return written;
        }
        finally
        {
            File.Delete(part);
        }
    });

    /// <inheritdoc/>
    public async Task<bool> Reseal(string digest, CancellationToken cancel)
    {
        if (await Guard(() => Find(Lying + digest, cancel)) is not { } there)
            return false;
        await using (var lying = Stream(digest, there.ContentLength))
            if (StoredBytes.AreNewest(lying, keys))
                return false;
        await using var content = Open(digest);
        if (content is null)
            return false;
        await Put(content, cancel);
        return true;
    }

    /// <inheritdoc/>
    public Stream? Open(string digest) =>
        StoredBytes.IsDigest(digest) && Wait(() => Find(Lying + digest, default)) is { } there
            ? StoredBytes.Open(Stream(digest, there.ContentLength), keys, digest)
            : null;

    /// <inheritdoc/>
    public IEnumerable<string> Digests() => List(Lying).Select(o => o.Key[Lying.Length..]).Where(StoredBytes.IsDigest);

    /// <inheritdoc/>
    public bool Renew(string digest) => StoredBytes.IsDigest(digest) && Wait(async () =>
    {
        // The mark first: whoever removes the file sees it, or has not begun.
        if (await Find(Lying + digest, default) is null)
            return false;
        await Mark(digest, default);
        return await Find(Lying + digest, default) is not null;
    });

    /// <inheritdoc/>
    public IEnumerable<string> Before(DateTimeOffset instant)
    {
        foreach (var leaving in List(Leaving).ToList())
            Wait(() => Return(leaving.Key[Leaving.Length..], default));
        var marks = List(Renewed).ToDictionary(o => o.Key[Renewed.Length..], o => o.LastModified ?? DateTime.MinValue);
        return List(Lying).Where(o => Later(o.LastModified, marks.GetValueOrDefault(o.Key[Lying.Length..])) < instant.UtcDateTime)
            .Select(o => o.Key[Lying.Length..]).Where(StoredBytes.IsDigest);
    }

    /// <inheritdoc/>
    public bool Remove(string digest, DateTimeOffset before) => StoredBytes.IsDigest(digest) && Wait(async () =>
    {
        if (await Find(Lying + digest, default) is not { } there
            || Later(there.LastModified, (await Find(Renewed + digest, default))?.LastModified) >= before.UtcDateTime)
            return false;
        await client.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = bucket, SourceKey = Lying + digest, DestinationBucket = bucket, DestinationKey = Leaving + digest,
        });
        await client.DeleteObjectAsync(bucket, Lying + digest);
        if ((await Find(Renewed + digest, default))?.LastModified >= before.UtcDateTime)
        {
            await Return(digest, default);
            return false;
        }
        await client.DeleteObjectAsync(bucket, Leaving + digest);
        await client.DeleteObjectAsync(bucket, Renewed + digest);
        return true;
    });

    /// <summary>Why the bucket cannot be used; null if it can. The sentence is for the administrator.</summary>
    public async Task<string?> Problem(CancellationToken cancel)
    {
        try
        {
            await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1 }, cancel);
            return null;
        }
        catch (Exception e) when (IsFault(e))
        {
            return "Không dùng được kho tệp S3; hãy kiểm tra địa chỉ, tên bucket và khóa truy cập.";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private ObjectStream Stream(string digest, long length) => new(client, bucket, Lying + digest, length);

    private Task Mark(string digest, CancellationToken cancel) => client.PutObjectAsync(new PutObjectRequest
    {
        BucketName = bucket, Key = Renewed + digest, InputStream = new MemoryStream(), UseChunkEncoding = false,
    }, cancel);

    // A process that was killed half way through a removal has left the file there.
    private async Task<bool> Return(string digest, CancellationToken cancel)
    {
        if (await Find(Lying + digest, cancel) is null)
            await client.CopyObjectAsync(new CopyObjectRequest
            {
                SourceBucket = bucket, SourceKey = Leaving + digest, DestinationBucket = bucket, DestinationKey = Lying + digest,
            }, cancel);
        await client.DeleteObjectAsync(bucket, Leaving + digest, cancel);
        return true;
    }

    private async Task<GetObjectMetadataResponse?> Find(string key, CancellationToken cancel)
    {
        try
        {
            return await client.GetObjectMetadataAsync(bucket, key, cancel);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private IEnumerable<S3Object> List(string prefix)
    {
        string? next = null;
        do
        {
            var page = Wait(() => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, ContinuationToken = next }));
            foreach (var found in page.S3Objects ?? [])
                yield return found;
            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
    }

    private static DateTime Later(DateTime? a, DateTime? b) =>
        new[] { a, b }.Max(t => t is { } at ? at.ToUniversalTime() : DateTime.MinValue);

    private static bool IsFault(Exception e) => e is AmazonServiceException or AmazonClientException or HttpRequestException;

    // The port is asked from places that cannot wait; no request of ours holds a context that this could lock.
    private static T Wait<T>(Func<Task<T>> ask) => Guard(ask).GetAwaiter().GetResult();

    private static async Task<T> Guard<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new IOException("The object store did not answer as asked.", e);
        }
    }
}
