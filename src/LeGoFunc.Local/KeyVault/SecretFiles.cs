using System.Text.Json;

namespace LeGoFunc.Local.KeyVault;

/// <summary>Keeps each secret in a file of its own that only the owner can read and that is replaced as a whole.</summary>
internal sealed class SecretFiles
{
    // In front of every name, because some names alone mean a device on Windows.
    private const string Prefix = "secret-";
    private readonly string directory;

    internal SecretFiles(string directory)
    {
        this.directory = directory;
        OwnerOnly.CreateDirectory(directory);
    }

    /// <summary>All secrets. What a killed process left half-written is removed.</summary>
    /// <exception cref="LocalStackException">A file is not what this class writes.</exception>
    internal IEnumerable<StoredSecret> Load()
    {
        foreach (var leftover in Directory.EnumerateFiles(directory, $"{Prefix}*{OwnerOnly.TemporarySuffix}"))
        {
            File.Delete(leftover);
        }

        return Directory.EnumerateFiles(directory, $"{Prefix}*.json").Select(Read);
    }

    internal void Save(StoredSecret secret)
        => OwnerOnly.Write(FileOf(secret.Name), JsonSerializer.SerializeToUtf8Bytes(secret, VaultJson.Default.StoredSecret));

    internal void Remove(string name) => File.Delete(FileOf(name));

    private static StoredSecret Read(string file)
    {
        try
        {
            var secret = JsonSerializer.Deserialize(File.ReadAllBytes(file), VaultJson.Default.StoredSecret);
            return secret is { Name: not null, Versions.Count: > 0 } ? secret : throw new JsonException();
        }
        catch (JsonException)
        {
            // The parser's own message may quote the file: it stays out.
            throw new LocalStackException($"{file} is damaged; remove it to go on without that secret");
        }
    }

    private string FileOf(string name) => Path.Combine(directory, $"{Prefix}{name.ToLowerInvariant()}.json");
}
