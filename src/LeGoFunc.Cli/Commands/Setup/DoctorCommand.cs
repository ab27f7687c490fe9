using System.CommandLine;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;
using LeGoFunc.Setup;

namespace LeGoFunc.Cli.Commands.Setup;

internal sealed class DoctorCommand : CliCommand
{
    public DoctorCommand(CommandHost host)
        : base("doctor", "Check the settings, the sign-in, the tables, the pepper and every secret that downloads need", "{ok, checks: [{check, ok, detail}]}") =>
        host.Run(this, RunAsync);

    private static async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var findings = await session.Screen.WhileAsync("Checking", () => ExamineAsync(session, cancellationToken));
        session.Screen.Show(DoctorDocument.Of(findings), CliJson.Default.DoctorDocument);
        var bad = findings.Where(finding => !finding.IsGood).ToList();
        if (bad.Count > 0)
        {
            var more = bad.Count > 1 ? $" (and {bad.Count - 1} more)" : "";
            throw new FailedChecksException($"{bad[0].Subject}: {bad[0].Detail}{more}");
        }
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(Session session, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in session.Stores.Doctor.ExamineAsync(cancellationToken))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
