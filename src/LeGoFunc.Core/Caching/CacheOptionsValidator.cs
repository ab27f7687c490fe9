using Microsoft.Extensions.Options;

namespace LeGoFunc.Caching;

/// <summary>Refuses settings out of their ranges.</summary>
[OptionsValidator]
public sealed partial class CacheOptionsValidator : IValidateOptions<CacheOptions>;
