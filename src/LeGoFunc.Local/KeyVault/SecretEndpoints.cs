using System.Text.Json;

namespace LeGoFunc.Local.KeyVault;

/// <summary>The routes of the secrets protocol.</summary>
internal sealed class SecretEndpoints(SecretStore store)
{
    internal void Map(IEndpointRouteBuilder routes, VaultPipeline pipeline)
    {
        void Add(string method, string pattern, VaultOperation operation, Func<HttpContext, string, Task> handle)
            => routes.MapMethods(pattern, [method], pipeline.Wrap(operation, handle));

        Add("PUT", "/secrets/{name}", VaultOperation.SetSecret, SetAsync);
        Add("GET", "/secrets/{name}/{version?}", VaultOperation.GetSecret, GetAsync);
        Add("GET", "/secrets", VaultOperation.ListSecrets, ListAsync);
        Add("GET", "/secrets/{name}/versions", VaultOperation.ListVersions, ListVersionsAsync);
        Add("PATCH", "/secrets/{name}/{version?}", VaultOperation.UpdateSecret, UpdateAsync);
        Add("DELETE", "/secrets/{name}", VaultOperation.DeleteSecret, (context, name) => AnswerAsync(context, Answers(context).Deleted(store.Delete(name))));
        Add("GET", "/deletedsecrets/{name}", VaultOperation.GetDeletedSecret, (context, name) => AnswerAsync(context, Answers(context).Deleted(store.FindDeleted(name))));
        Add("GET", "/deletedsecrets", VaultOperation.ListDeletedSecrets, ListDeletedAsync);
        Add("POST", "/deletedsecrets/{name}/recover", VaultOperation.RecoverSecret, RecoverAsync);
        Add("DELETE", "/deletedsecrets/{name}", VaultOperation.PurgeSecret, Purge);
    }

    private async Task SetAsync(HttpContext context, string name)
    {
        var request = await ReadAsync(context);
        SecretRules.CheckSet(request);
        var (secret, version) = store.Set(name, request);
        await AnswerAsync(context, Answers(context).WithValue(secret, version));
    }

    private Task GetAsync(HttpContext context, string name)
    {
        var (secret, version) = store.Find(name, Version(context));
        return version.Enabled ? AnswerAsync(context, Answers(context).WithValue(secret, version)) : throw VaultException.Disabled();
    }

    private async Task UpdateAsync(HttpContext context, string name)
    {
        var request = await ReadAsync(context);
        SecretRules.CheckTags(request);
        var (secret, version) = store.Update(name, Version(context), request);
        await AnswerAsync(context, Answers(context).Properties(secret, version));
    }

    private Task ListAsync(HttpContext context, string name) => PageAsync(context, store.Live.Select(Answers(context).ListItem));

    private Task ListVersionsAsync(HttpContext context, string name)
    {
        var secret = store.Find(name);
        var answers = Answers(context);
        return PageAsync(context, secret.Versions.Select(version => answers.Properties(secret, version)));
    }

    private Task ListDeletedAsync(HttpContext context, string name)
    {
        var answers = Answers(context);
        return PageAsync(context, store.Deleted.Select(secret => answers.Deleted(secret) with { Id = answers.ListItem(secret).Id }));
    }

    private Task RecoverAsync(HttpContext context, string name)
    {
        var secret = store.Recover(name);
        return AnswerAsync(context, Answers(context).Properties(secret, secret.Latest()));
    }

    private Task Purge(HttpContext context, string name)
    {
        store.Purge(name);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static SecretAnswers Answers(HttpContext context) => new(context.Request);

    private static string? Version(HttpContext context) => context.Request.RouteValues["version"] as string;

    private static async Task<SecretRequest> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, VaultJson.Default.SecretRequest, context.RequestAborted)
                ?? throw VaultException.Bad("The request has no body.");
        }
        catch (JsonException)
        {
            throw VaultException.Bad("The body of the request is not the JSON that was expected.");
        }
    }

    private static Task AnswerAsync(HttpContext context, SecretAnswer answer)
        => context.Response.WriteAsJsonAsync(answer, VaultJson.Default.SecretAnswer, cancellationToken: context.RequestAborted);

    private static Task PageAsync(HttpContext context, IEnumerable<SecretAnswer> items)
        => context.Response.WriteAsJsonAsync(Paging.Page(context.Request, items), VaultJson.Default.SecretPage, cancellationToken: context.RequestAborted);
}
