using System.CommandLine;

namespace LeGoFunc.Cli.Commands;

/// <summary>A command that does something.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="jsonForm">What it prints with <c>--json</c>; its help says so.</param>
internal abstract class CliCommand(string name, string description, string jsonForm) : Command(name, description)
{
    /// <summary>What it prints with <c>--json</c>.</summary>
    public string JsonForm => jsonForm;
}
