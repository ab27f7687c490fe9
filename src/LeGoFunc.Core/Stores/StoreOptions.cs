namespace LeGoFunc.Stores;

/// <summary>Where the two stores are and how to sign in. Bound from the section <c>LeGoFunc</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "LeGoFunc";

    /// <summary>The table service, such as <c>https://ACCOUNT.table.core.windows.net</c>.</summary>
    public Uri? TablesEndpoint { get; set; }

    /// <summary>The key vault, such as <c>https://NAME.vault.azure.net</c>.</summary>
    public Uri? VaultUri { get; set; }

    /// <summary>The client id of the user-assigned managed identity; empty: the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>
    /// The data directory of the local stack, when both stores are its emulators: it holds their certificate authority
    /// and token. Only endpoints on this machine are allowed with it.
    /// </summary>
    public string? EmulatorDirectory { get; set; }

    /// <summary>What is wrong with the settings, each naming its setting; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (setting, uri) in new[] { (nameof(TablesEndpoint), TablesEndpoint), (nameof(VaultUri), VaultUri) })
        {
            if (uri is null)
            {
                yield return $"{Section}:{setting} is not set";
            }
            else if (!uri.IsAbsoluteUri || uri.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"{Section}:{setting} is not an absolute https URI";
            }
            else if (EmulatorDirectory is not null && !uri.IsLoopback)
            {
                yield return $"{Section}:{setting} is not on this machine, as {Section}:{nameof(EmulatorDirectory)} demands";
            }
        }
    }
}
