using System.Linq.Expressions;
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
        private static readonly Func<TValue, T> Make = Maker();
        private static readonly Func<T, TValue> Take = Taker();

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Make(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, Take(value), options);

        // Events are read at every act: by compiled code, not by reflection.
        private static Func<TValue, T> Maker()
        {
            var value = Expression.Parameter(typeof(TValue));
            var constructor = typeof(T).GetConstructor([typeof(TValue)]) ?? throw new InvalidOperationException($"{typeof(T).Name} is not made of its value.");
            return Expression.Lambda<Func<TValue, T>>(Expression.New(constructor, value), value).Compile();
        }

        private static Func<T, TValue> Taker()
        {
            var of = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, TValue>>(Expression.Property(of, "Value"), of).Compile();
        }
    }
}
