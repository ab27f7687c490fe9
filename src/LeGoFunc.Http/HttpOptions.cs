using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LeGoFunc.Http;

/// <summary>What the endpoint has to know about its surroundings. Bound from the section <c>LeGoFunc:Http</c>.</summary>
public sealed class HttpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "LeGoFunc:Http";

    /// <summary>
    /// How many proxies of ours stand in front of the process and add to <c>X-Forwarded-For</c>: none for Kestrel
    /// alone, one behind the Functions host, two with Front Door in front of that.
    /// </summary>
    [Range(0, 10)]
    public int TrustedProxies { get; set; }
}

/// <summary>Refuses settings out of their ranges.</summary>
[OptionsValidator]
public sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>;
