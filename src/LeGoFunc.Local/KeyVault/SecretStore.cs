using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LeGoFunc.Local.KeyVault;

/// <summary>The secrets of one vault. Thread-safe; a change is on the disk before anyone sees it.</summary>
/// <param name="files">Where they are kept; null keeps them in memory.</param>
/// <param name="time">Stamps versions and deletions.</param>
internal sealed class SecretStore(SecretFiles? files, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, StoredSecret> secrets = new(
        (files?.Load() ?? []).ToDictionary(secret => secret.Name), StringComparer.OrdinalIgnoreCase);

    private readonly Lock writing = new();

    internal IEnumerable<StoredSecret> Live => InOrder().Where(secret => secret.Deleted is null);

    internal IEnumerable<StoredSecret> Deleted => InOrder().Where(secret => secret.Deleted is not null);

    internal StoredSecret Find(string name)
        => secrets.TryGetValue(name, out var secret) && secret.Deleted is null ? secret : throw VaultException.NotFound(name);

    internal StoredSecret FindDeleted(string name)
        => secrets.TryGetValue(name, out var secret) && secret.Deleted is not null ? secret : throw VaultException.NotFound(name);

    /// <param name="name">The secret.</param>
    /// <param name="version">The version; null or empty means the latest.</param>
    internal (StoredSecret Secret, StoredVersion Version) Find(string name, string? version)
    {
        var secret = Find(name);
        var found = string.IsNullOrEmpty(version)
            ? secret.Latest()
            : secret.Versions.FirstOrDefault(candidate => string.Equals(candidate.Id, version, StringComparison.OrdinalIgnoreCase));
        return found is null ? throw VaultException.NotFound($"{name}/{version}") : (secret, found);
    }

    internal (StoredSecret Secret, StoredVersion Version) Set(string name, SecretRequest request)
    {
        lock (writing)
        {
            var existing = secrets.GetValueOrDefault(name);
            if (existing?.Deleted is not null)
            {
                throw VaultException.Deleted(name);
            }

            var now = time.GetUtcNow();
            var version = new StoredVersion(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), request.Value!)
            {
                ContentType = request.ContentType,
                Enabled = request.Attributes?.Enabled ?? true,
                NotBefore = request.Attributes?.Nbf,
                Expires = request.Attributes?.Exp,
                Created = now,
                Updated = now,
                Tags = request.Tags,
            };
            var secret = new StoredSecret(existing?.Name ?? name, [.. existing?.Versions ?? [], version]);
            Keep(secret);
            return (secret, version);
        }
    }

    /// <summary>Changes what the request names and leaves the rest; the value can't be changed.</summary>
    internal (StoredSecret Secret, StoredVersion Version) Update(string name, string? version, SecretRequest request)
    {
        lock (writing)
        {
            var (secret, old) = Find(name, version);
            var updated = old with
            {
                ContentType = request.ContentType ?? old.ContentType,
                Enabled = request.Attributes?.Enabled ?? old.Enabled,
                NotBefore = request.Attributes?.Nbf ?? old.NotBefore,
                Expires = request.Attributes?.Exp ?? old.Expires,
                Updated = time.GetUtcNow(),
                Tags = request.Tags ?? old.Tags,
            };
            var changed = secret with { Versions = [.. secret.Versions.Select(each => each.Id == old.Id ? updated : each)] };
            Keep(changed);
            return (changed, updated);
        }
    }

    internal StoredSecret Delete(string name)
    {
        lock (writing)
        {
            return Keep(Find(name) with { Deleted = time.GetUtcNow() });
        }
    }

    internal StoredSecret Recover(string name)
    {
        lock (writing)
        {
            return Keep(FindDeleted(name) with { Deleted = null });
        }
    }

    internal void Purge(string name)
    {
        lock (writing)
        {
            var secret = FindDeleted(name);
            files?.Remove(secret.Name);
            secrets.TryRemove(secret.Name, out _);
        }
    }

    private StoredSecret Keep(StoredSecret secret)
    {
        files?.Save(secret);
        secrets[secret.Name] = secret;
        return secret;
    }

    private IEnumerable<StoredSecret> InOrder() => secrets.Values.OrderBy(secret => secret.Name, StringComparer.OrdinalIgnoreCase);
}
