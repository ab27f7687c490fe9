using System.Globalization;
using System.Text;

namespace LeGoFunc.Local.KeyVault;

/// <summary>Lets a fault happen to a call.</summary>
internal static class FaultInjection
{
    private const int PromisedLength = 4096;

    /// <returns>Whether the call is over.</returns>
    /// <exception cref="VaultException">The status that the fault asks for.</exception>
    internal static async Task<bool> ApplyAsync(Fault fault, HttpContext context)
    {
        if (fault.Wait > TimeSpan.Zero)
        {
            await Task.Delay(fault.Wait, context.RequestAborted);
        }

        if (fault.RetryAfter is { } retryAfter)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (fault.Status is { } status)
        {
            throw VaultException.Injected(status);
        }

        if (fault.CutsConnection)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = PromisedLength;
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("{\"value\":\""), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return true;
        }

        if (fault.AnswersGarbage)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("<html>this is no JSON", context.RequestAborted);
            return true;
        }

        return false;
    }
}
