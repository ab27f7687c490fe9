using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LeGoFunc.Cli.Commands;

/// <summary>Whole numbers on the command line, with errors that say which are allowed.</summary>
internal static class Numbers
{
    private const int MaxDays = 3650;

    public static Option<int?> Days(string name, string description) => new(name)
    {
        Description = $"{description} (1 to {MaxDays})",
        HelpName = "DAYS",
        CustomParser = result => Parse(result, name, 1, MaxDays) is { } days ? (int)days : null,
    };

    public static Option<int> Keep() => new("--keep")
    {
        Description = "How many of the newest orders stay; the one that is served always does",
        HelpName = "N",
        Required = true,
        CustomParser = result => (int)(Parse(result, "--keep", 1, int.MaxValue) ?? 0),
    };

    public static Argument<long> Order() => new("ORDER")
    {
        Description = "The order's number",
        CustomParser = result => Parse(result, "ORDER", 1, long.MaxValue) ?? 0,
    };

    private static long? Parse(ArgumentResult result, string name, long min, long max)
    {
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        result.AddError($"{name} takes a whole number " + (max == MaxDays ? $"from {min} to {max}" : $"of at least {min}"));
        return null;
    }
}
