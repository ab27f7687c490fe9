using Microsoft.Extensions.Options;

namespace LeGoFunc.Stores;

/// <summary>Refuses settings with which no store could be reached, naming each.</summary>
public sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
