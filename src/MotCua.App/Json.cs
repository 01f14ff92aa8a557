using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MotCua.App;

/// <summary>How the house writes JSON: camelCase, enums by name, Vietnamese readable, nulls left out.</summary>
public static class Json
{
    /// <summary>The options for everything that is stored or shipped.</summary>
    public static readonly JsonSerializerOptions Stored = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new BareValues() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // What is worked out of other properties is not stored: it may change its name tomorrow.
        IgnoreReadOnlyProperties = true,
        RespectRequiredConstructorParameters = false,
    };

    /// <summary>Writes ids such as <c>AgencyId(5)</c> as the bare value 5.</summary>
    private sealed class BareValues : JsonConverterFactory
    {
        public override bool CanConvert(Type type) =>
            type is { IsValueType: true, Namespace: not null } && type.Namespace.StartsWith("MotCua.", StringComparison.Ordinal)
            && type.GetProperties().Where(p => p.CanWrite || p.Name == "Value").ToList() is [{ Name: "Value" }];

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(BareValue<,>).MakeGenericType(type, type.GetProperty("Value")!.PropertyType))!;
    }

    private sealed class BareValue<T, TValue> : JsonConverter<T> where T : struct
    {
        private static readonly System.Reflection.PropertyInfo Value = typeof(T).GetProperty("Value")!;

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            (T)Activator.CreateInstance(typeof(T), JsonSerializer.Deserialize<TValue>(ref reader, options))!;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (TValue?)Value.GetValue(value), options);
    }
}
