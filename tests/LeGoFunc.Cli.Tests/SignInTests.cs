using Azure.Identity;
using LeGoFunc.Cli.Connection;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests;

/// <summary>Exactly one way to sign in, chosen by what is in the environment.</summary>
public sealed class SignInTests
{
    private const string Tenant = "00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("", typeof(AzureCliCredential))]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID", typeof(AzureCliCredential))]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_CLIENT_SECRET", typeof(ClientSecretCredential))]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_CLIENT_CERTIFICATE_PATH", typeof(ClientCertificateCredential))]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_FEDERATED_TOKEN_FILE", typeof(WorkloadIdentityCredential))]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_CLIENT_SECRET AZURE_FEDERATED_TOKEN_FILE", typeof(ClientSecretCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=cli AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_CLIENT_SECRET", typeof(AzureCliCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=azd", typeof(AzureDeveloperCliCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=managed", typeof(ManagedIdentityCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=managed AZURE_CLIENT_ID", typeof(ManagedIdentityCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=workload AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_FEDERATED_TOKEN_FILE", typeof(WorkloadIdentityCredential))]
    [InlineData("LEGOFUNC_CREDENTIAL=environment AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_CLIENT_SECRET", typeof(ClientSecretCredential))]
    public void The_environment_chooses(string variables, Type credential) =>
        Assert.IsType(credential, SignIn.Choose(With(variables)));

    [Theory]
    [InlineData("LEGOFUNC_CREDENTIAL=guess", "LEGOFUNC_CREDENTIAL")]
    [InlineData("LEGOFUNC_CREDENTIAL=environment AZURE_CLIENT_ID AZURE_TENANT_ID", "AZURE_CLIENT_CERTIFICATE_PATH")]
    [InlineData("LEGOFUNC_CREDENTIAL=workload AZURE_CLIENT_ID AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE")]
    public async Task A_way_that_lacks_a_setting_is_a_usage_error_that_names_it(string variables, string names)
    {
        using var cli = new CliRun();
        foreach (var (name, value) in Parse($"{variables} LEGOFUNC_TABLES=https://a.example LEGOFUNC_VAULT=https://b.example"))
        {
            cli.Environment[name] = value;
        }

        (await cli.RunAsync("list")).ShouldFail(ExitCodes.Usage, names);
    }

    private static IEnumerable<(string Name, string Value)> Parse(string variables) => variables
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(variable => variable.Split('=', 2))
        .Select(pair => (pair[0], pair.Length == 2 ? pair[1] : pair[0].EndsWith("_ID", StringComparison.Ordinal) ? Tenant : "some-file"));

    private static CliIO With(string variables)
    {
        var environment = Parse(variables).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return new CliIO
        {
            Input = Stream.Null,
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Environment = name => environment.GetValueOrDefault(name),
            WorkingDirectory = Path.GetTempPath(),
        };
    }
}
