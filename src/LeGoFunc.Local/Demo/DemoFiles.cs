using LeGoFunc.Catalog;
using LeGoFunc.Local.Running;

namespace LeGoFunc.Local.Demo;

/// <summary>
/// The demo's API keys as files of their own: the lines to paste name the files, so that no key comes to stand in a
/// terminal, a shell's history or a process list.
/// </summary>
internal sealed class DemoFiles(DataDirectory data)
{
    public string PrivateKeyHeader => data.File("demo", "privatekey.header");

    public string CertificateHeader => data.File("demo", "certificate.header");

    public string CombinedHeader => data.File("demo", "combined.header");

    /// <summary>The private key's API key alone: the password of the PKCS#12 file.</summary>
    public string PfxPassword => data.File("demo", "pfx.password");

    /// <summary>A curl configuration with the API key in the URL.</summary>
    public string LegacyCurl => data.File("demo", "legacy.curl");

    public string Root => data.File("demo", "root.pem");

    public bool Exist => File.Exists(LegacyKey);

    private string LegacyKey => data.File("demo", "legacy.key");

    public void WriteApiKeys(string privateKey, string certificate)
    {
        DataDirectory.Write(PrivateKeyHeader, $"apiKey: {privateKey}\n");
        DataDirectory.Write(CertificateHeader, $"apiKey: {certificate}\n");
        DataDirectory.Write(CombinedHeader, $"apiKey: {certificate}.{privateKey}\n");
        DataDirectory.Write(PfxPassword, $"{privateKey}\n");
        DataDirectory.Write(LegacyKey, certificate);
    }

    /// <summary>The port is another one at each start, so this file is written at each.</summary>
    public void WriteLegacyCurl(Uri endpoint, ItemName certificate) =>
        DataDirectory.Write(
            LegacyCurl,
            $"url = \"{endpoint}legocerthub/api/v1/download/certificates/{certificate}/{File.ReadAllText(LegacyKey)}\"\n");

    public void WriteRoot(string pem) => DataDirectory.Write(Root, pem);
}
