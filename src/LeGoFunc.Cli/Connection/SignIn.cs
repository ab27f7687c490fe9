using Azure.Core;
using Azure.Identity;

namespace LeGoFunc.Cli.Connection;

/// <summary>Chooses how to sign in to Azure: one way, the one that applies, because trying others costs seconds each.</summary>
internal static class SignIn
{
    private const string Override = "LEGOFUNC_CREDENTIAL";

    /// <exception cref="UsageException">The way that was asked for is not known or lacks a setting.</exception>
    public static TokenCredential Choose(CliIO io)
    {
        var way = io.IsSet(Override) ? io.Environment(Override)! : Guess(io);
        return way switch
        {
            "environment" => OfEnvironment(io),
            "workload" => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
            {
                ClientId = Require(io, "AZURE_CLIENT_ID"),
                TenantId = Require(io, "AZURE_TENANT_ID"),
                TokenFilePath = Require(io, "AZURE_FEDERATED_TOKEN_FILE"),
            }),
            "managed" => new ManagedIdentityCredential(
                io.IsSet("AZURE_CLIENT_ID")
                    ? ManagedIdentityId.FromUserAssignedClientId(io.Environment("AZURE_CLIENT_ID"))
                    : ManagedIdentityId.SystemAssigned),
            "azd" => new AzureDeveloperCliCredential(new AzureDeveloperCliCredentialOptions { TenantId = Optional(io, "AZURE_TENANT_ID") }),
            "cli" => new AzureCliCredential(new AzureCliCredentialOptions { TenantId = Optional(io, "AZURE_TENANT_ID") }),
            _ => throw new UsageException($"{Override} is none of cli, azd, environment, workload, managed"),
        };
    }

    private static string Guess(CliIO io) =>
        io.IsSet("AZURE_CLIENT_ID") && io.IsSet("AZURE_TENANT_ID")
        && (io.IsSet("AZURE_CLIENT_SECRET") || io.IsSet("AZURE_CLIENT_CERTIFICATE_PATH")) ? "environment"
        : io.IsSet("AZURE_FEDERATED_TOKEN_FILE") ? "workload"
        : "cli";

    private static TokenCredential OfEnvironment(CliIO io)
    {
        var tenant = Require(io, "AZURE_TENANT_ID");
        var client = Require(io, "AZURE_CLIENT_ID");
        return io.IsSet("AZURE_CLIENT_SECRET")
            ? new ClientSecretCredential(tenant, client, io.Environment("AZURE_CLIENT_SECRET"))
            : new ClientCertificateCredential(
                tenant,
                client,
                io.FullPath(Require(io, "AZURE_CLIENT_CERTIFICATE_PATH")),
                new ClientCertificateCredentialOptions());
    }

    private static string? Optional(CliIO io, string variable) => io.IsSet(variable) ? io.Environment(variable) : null;

    private static string Require(CliIO io, string variable) =>
        Optional(io, variable) ?? throw new UsageException($"{variable} is not set, as {Override} or the sign-in of the environment demands");
}
