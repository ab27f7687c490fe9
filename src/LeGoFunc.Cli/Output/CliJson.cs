using System.Text.Json.Serialization;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Output;

/// <summary>The JSON forms, generated at build time: nothing is reflected over at start-up.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(InitDocument))]
[JsonSerializable(typeof(IssuedKeyDocument))]
[JsonSerializable(typeof(KeyDocument))]
[JsonSerializable(typeof(CertDocument))]
[JsonSerializable(typeof(RemovedDocument))]
[JsonSerializable(typeof(FlagsDocument))]
[JsonSerializable(typeof(ItemKeysDocument))]
[JsonSerializable(typeof(PublishedDocument))]
[JsonSerializable(typeof(OrdersDocument))]
[JsonSerializable(typeof(RevokedDocument))]
[JsonSerializable(typeof(PrunedDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(DoctorDocument))]
internal sealed partial class CliJson : JsonSerializerContext;
