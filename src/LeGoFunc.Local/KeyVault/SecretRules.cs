using System.Text.RegularExpressions;

namespace LeGoFunc.Local.KeyVault;

/// <summary>What Key Vault refuses with 400 BadParameter.</summary>
internal static partial class SecretRules
{
    private const int LongestValue = 25_600;
    private const int MostTags = 15;

    internal static void CheckName(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw VaultException.Bad("The request URI contains an invalid name: a name has 1 to 127 characters of 0-9, a-z, A-Z and -.");
        }
    }

    internal static void CheckSet(SecretRequest request)
    {
        if (request.Value is not { } value)
        {
            throw VaultException.Bad("The parameter value is missing.");
        }

        if (value.Length > LongestValue)
        {
            throw VaultException.Bad($"The secret value has {value.Length} characters, more than the {LongestValue} that are allowed.");
        }

        CheckTags(request);
    }

    internal static void CheckTags(SecretRequest request)
    {
        if (request.Tags?.Count > MostTags)
        {
            throw VaultException.Bad($"There are more than {MostTags} tags.");
        }
    }

    [GeneratedRegex(@"\A[0-9A-Za-z-]{1,127}\z")]
    private static partial Regex Name();
}
