using System.Text.Json;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class OrderCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task List_shows_the_newest_first_and_what_is_served()
    {
        var name = NewName("order");
        await PublishAsync(name, Pki.Issue("one.example"));
        await PublishAsync(name, Pki.Issue("two.example"));

        var orders = (await Cli.RunAsync("order", "list", name, "--json")).ShouldSucceed().Json.GetProperty("orders").EnumerateArray().ToList();
        var lines = (await Cli.RunAsync("order", "list", name)).ShouldSucceed().Output.Split('\n');

        Assert.Equal([2, 1], orders.Select(order => order.GetProperty("id").GetInt64()));
        Assert.Equal(["served", "superseded"], orders.Select(order => order.GetProperty("state").GetString()));
        Assert.StartsWith("ORDER  STATE", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^2 +served +in 89 days +just now +\S+ +two\.example$", lines[1]);
        Assert.Matches(@"^1 +superseded ", lines[2]);
    }

    [Fact]
    public async Task List_of_a_certificate_without_orders_is_empty()
    {
        var name = NewName("order");
        await AddKeyAsync(name);
        await Cli.RunAsync("cert", "add", name, "--key", name);

        Assert.Equal(0, (await Cli.RunAsync("order", "list", name, "--json")).ShouldSucceed().Json.GetProperty("orders").GetArrayLength());
        Assert.Contains("has no order", (await Cli.RunAsync("order", "list", name)).ShouldSucceed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_brings_the_order_before_back_and_the_last_one_warns()
    {
        var name = NewName("order");
        await PublishAsync(name, Pki.Issue("one.example"));
        await PublishAsync(name, Pki.Issue("two.example"));

        var newest = (await Cli.RunAsync("order", "revoke", name, "2", "--json")).ShouldSucceed().Json;
        var last = await Cli.RunAsync("order", "revoke", name, "1", "--json");

        Assert.Equal(1, newest.GetProperty("served").GetInt64());
        last.ShouldWarn(name, "no order left");
        Assert.Equal(JsonValueKind.Null, last.Json.GetProperty("served").ValueKind);
        Assert.Contains("nothing to serve", (await Cli.RunAsync("cert", "show", name)).Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^2 +revoked ", (await Cli.RunAsync("order", "list", name)).Output);
    }

    [Fact]
    public async Task Revoked_material_is_not_published_again()
    {
        var name = NewName("order");
        var issued = Pki.Issue("one.example");
        await PublishAsync(name, issued);
        await Cli.RunAsync("order", "revoke", name, "1");

        (await PublishAsync(name, issued)).ShouldFail(ExitCodes.Conflict, name, "order 1", "revoked");
    }

    [Fact]
    public async Task Prune_keeps_the_newest_and_the_one_that_is_served()
    {
        var name = NewName("order");
        for (var i = 0; i < 4; i++)
        {
            await PublishAsync(name, Pki.Issue("a.example"));
        }

        await Cli.RunAsync("order", "revoke", name, "4");
        await Cli.RunAsync("order", "revoke", name, "3");

        var removed = (await Cli.RunAsync("order", "prune", name, "--keep", "1", "--json")).ShouldSucceed().Json.GetProperty("removed");
        var again = (await Cli.RunAsync("order", "prune", name, "--keep", "1")).ShouldSucceed().Output;

        Assert.Equal([3, 1], removed.EnumerateArray().Select(id => id.GetInt64()));
        Assert.Contains("nothing to remove", again, StringComparison.Ordinal);
        Assert.Equal([4, 2], (await Probe.CertificateAsync(name))!.Orders.Select(order => order.Id));
    }
}
