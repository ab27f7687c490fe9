using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

/// <summary>Opens the files with the program that most clients open them with.</summary>
public sealed class Pkcs12OpenSslTests
{
    [Theory]
    [InlineData(Pkcs12Flavour.Modern, false, "PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256")]
    [InlineData(Pkcs12Flavour.Legacy, true, "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048")]
    public async Task Create_EitherFlavour_OpensWithOpenSsl(Pkcs12Flavour flavour, bool legacy, string encryption)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("legofunc-pfx");
        try
        {
            var path = Path.Combine(folder.FullName, "www.pfx");
            foreach (var algorithm in new[] { TestKeyAlgorithm.EcdsaP256, TestKeyAlgorithm.Rsa2048 })
            {
                var issued = TestPki.Shared.Issue("www.example.test", algorithm);
                var file = Pkcs12File.Create(
                    issued.Key.TraditionalPem, issued.ChainPem, "lgk_secret", "The Name", flavour);
                await File.WriteAllBytesAsync(path, file, cancellation);

                var (output, info) = await OpenSslAsync(path, legacy, cancellation);

                Assert.Contains(encryption, info, StringComparison.Ordinal);
                Assert.Contains("friendlyName: The Name", output, StringComparison.Ordinal);
                var id = SHA256.HashData(issued.Der).AsSpan(0, 20);
                var shown = "localKeyID: " + Convert.ToHexString(id[..1]) + " " + Convert.ToHexString(id[1..2]);
                Assert.Equal(2, output.Split(shown).Length - 1);
                Assert.Equal(3, output.Split("-----BEGIN CERTIFICATE-----").Length - 1);
                Assert.Contains(Text(issued.KeyPem).Trim(), output, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Output, string Info)> OpenSslAsync(
        string path, bool legacy, CancellationToken cancellation)
    {
        string[] flags = legacy ? ["-legacy"] : [];
        string[] arguments = ["pkcs12", "-in", path, "-passin", "pass:lgk_secret", "-nodes", "-info", .. flags];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var info = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, await info);
            return (output, await info);
        }
        catch (Win32Exception)
        {
            Assert.Skip("openssl is not installed");
            throw;
        }
    }
}
