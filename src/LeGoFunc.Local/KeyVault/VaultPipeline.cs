namespace LeGoFunc.Local.KeyVault;

/// <summary>What every operation goes through: authorisation, counting, faults, parameters, and errors as answers.</summary>
internal sealed class VaultPipeline(BearerChallenge challenge, CallLog calls, FaultPlan faults)
{
    internal RequestDelegate Wrap(VaultOperation operation, Func<HttpContext, string, Task> handle) => async context =>
    {
        try
        {
            challenge.Check(context);
            var name = context.Request.RouteValues["name"] as string;
            calls.Add(operation, name);
            if (faults.Take(operation, name) is { } fault && await FaultInjection.ApplyAsync(fault, context))
            {
                return;
            }

            CheckParameters(context, name);
            await handle(context, name ?? "");
        }
        catch (VaultException error)
        {
            context.Response.StatusCode = error.Status;
            await context.Response.WriteAsJsonAsync(error.Answer, VaultJson.Default.ErrorAnswer, cancellationToken: context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody is left to answer.
        }
    };

    private static void CheckParameters(HttpContext context, string? name)
    {
        if (string.IsNullOrEmpty(context.Request.Query["api-version"]))
        {
            throw VaultException.Bad("The api-version parameter is missing.");
        }

        if (name is not null)
        {
            SecretRules.CheckName(name);
        }
    }
}
