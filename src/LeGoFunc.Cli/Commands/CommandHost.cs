using System.CommandLine;

namespace LeGoFunc.Cli.Commands;

/// <summary>Gives every command its session and the options that commands have in common.</summary>
internal sealed class CommandHost(CliIO io)
{
    public GlobalOptions Globals { get; } = new();

    /// <summary>Makes <paramref name="run"/> what the command does. It returns when it is done and throws when it is not.</summary>
    public void Run(Command command, Func<Session, ParseResult, CancellationToken, Task> run) =>
        command.SetAction(async (result, cancellationToken) =>
        {
            using var session = new Session(io, Globals.Read(result));
            await run(session, result, cancellationToken);
            session.Screen.Finish();
            return ExitCode.Done;
        });

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Don't ask" };

    public static Option<bool> Legacy() => new("--legacy") { Description = "Allow the API key in the URL, for clients that can't set a header" };

    public static Option<string?> ApiKeyFile(bool required = false) => new("--api-key-file")
    {
        Description = required
            ? "The API key, one line in a file, or - for the standard input"
            : "Use the API key in this file (- for the standard input) instead of a new random one",
        HelpName = "FILE",
        Required = required,
    };

    public static Argument<string> Name(string description) => new("NAME") { Description = description };

    /// <summary>Refuses to read two things from one stream.</summary>
    public static void OneStdin(Command command, params Option<string?>[] files) => command.Validators.Add(result =>
    {
        if (files.Count(file => result.GetValue(file) == Input.InputFiles.Stdin) > 1)
        {
            result.AddError("the standard input can be read only once: give a file for one of "
                + string.Join(", ", files.Select(file => file.Name)));
        }
    });
}
