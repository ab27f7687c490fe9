using System.Text.Json.Nodes;

namespace LeGoFunc.Infra.Tests.Snapshots;

/// <summary>What a deployment would create: its resources, modules flattened, and its outputs.</summary>
internal sealed record Snapshot(IReadOnlyList<Resource> Resources, JsonObject Outputs)
{
    public static Snapshot Parse(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        return new Snapshot(
            [.. root["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))],
            root["outputs"]?.AsObject() ?? []);
    }

    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type == type);

    public bool Has(string type) => Of(type).Any();
}

/// <summary>One resource; paths are property names and indexes with dots between them.</summary>
internal sealed record Resource(JsonObject Json)
{
    public string Id => Text("id");

    public string Type => Text("type");

    public string Name => Text("name");

    public string Text(string path) => At(path) is JsonValue value ? value.ToString() : "";

    public IEnumerable<JsonNode> List(string path) => At(path) is JsonArray array ? array.OfType<JsonNode>() : [];

    public JsonNode? At(string path)
    {
        JsonNode? node = Json;
        foreach (var part in path.Split('.'))
        {
            node = node switch
            {
                JsonObject parent => parent[part],
                JsonArray list when int.TryParse(part, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }
}
