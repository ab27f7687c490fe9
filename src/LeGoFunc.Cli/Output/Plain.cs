namespace LeGoFunc.Cli.Output;

/// <summary>
/// Makes text from elsewhere (a certificate's names, a client's address, a server's answer) safe to show: it could hold
/// line breaks that look like another line of ours, or sequences that drive a terminal.
/// </summary>
internal static class Plain
{
    public static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Trim().Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
