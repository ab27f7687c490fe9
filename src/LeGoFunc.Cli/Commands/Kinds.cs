using System.CommandLine;
using LeGoFunc.Catalog;

namespace LeGoFunc.Cli.Commands;

/// <summary>The kinds of items as the tool spells them: <c>key</c> and <c>cert</c>.</summary>
internal static class Kinds
{
    private const string Key = "key";
    private const string Cert = "cert";

    public static string Word(ItemKind kind) => kind == ItemKind.PrivateKey ? Key : Cert;

    public static string Describe(ItemKind kind, ItemName name) => $"{(kind == ItemKind.PrivateKey ? "private key" : "certificate")} '{name}'";

    public static string Describe(string kind, string name) => $"{(kind == Key ? "private key" : "certificate")} '{name}'";

    public static Argument<string> Argument()
    {
        var argument = new Argument<string>("key|cert") { Description = "Whether NAME is a private key or a certificate" };
        argument.AcceptOnlyFromAmong(Key, Cert);
        return argument;
    }

    public static ItemKind Parse(string word) => word == Key ? ItemKind.PrivateKey : ItemKind.Certificate;
}
