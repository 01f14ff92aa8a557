using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using MotCua.Domain.Fees;
using MotCua.Domain.Words;

namespace MotCua.Web.Kit;

/// <summary>Reads what people type in Vietnamese forms.</summary>
public static class VietInput
{
    /// <summary>Days as 22/11/2026, amounts as 1.234.000 đồng, an empty text stays empty where null is not allowed,
    /// and every sentence of the binder is Vietnamese.</summary>
    public static MvcOptions ReadVietnameseInput(this MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new Provider());
        options.ModelMetadataDetailsProviders.Add(new KeepEmptyText());
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” chưa đúng; hãy nhập lại.");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” chưa đúng; hãy nhập lại.");
        say.SetUnknownValueIsInvalidAccessor(_ => "Giá trị này chưa đúng; hãy nhập lại.");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị này chưa đúng; hãy nhập lại.");
        say.SetValueIsInvalidAccessor(value => $"“{value}” chưa đúng; hãy nhập lại.");
        say.SetValueMustBeANumberAccessor(_ => "Chỉ nhập chữ số.");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Chỉ nhập chữ số.");
        say.SetValueMustNotBeNullAccessor(_ => "Hãy nhập ô này.");
        say.SetMissingBindRequiredValueAccessor(_ => "Hãy nhập ô này.");
        say.SetMissingKeyOrValueAccessor(() => "Hãy nhập ô này.");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu chưa có nội dung; hãy gửi lại.");
        return options;
    }

    private sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.UnderlyingOrModelType switch
            {
                var t when t == typeof(DateOnly) => new Reader<DateOnly>(
                    VietnameseFormat.TryParseDay, "Ngày chưa đúng; hãy viết như 22/11/2026."),
                var t when t == typeof(Dong) => new Reader<Dong>(
                    VietText.TryMoney, "Số tiền chưa đúng; hãy viết số đồng tròn như 1.234.000."),
                _ => null,
            };
    }

    private delegate bool TryRead<T>(string? text, out T value);

    private sealed class Reader<T>(TryRead<T> read, string sentence) : IModelBinder where T : struct
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var given = context.ValueProvider.GetValue(context.ModelName);
            if (given == ValueProviderResult.None) return Task.CompletedTask;
            context.ModelState.SetModelValue(context.ModelName, given);
            var text = given.FirstValue;
            if (string.IsNullOrWhiteSpace(text))
            {
                if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
                else context.ModelState.TryAddModelError(context.ModelName, sentence);
            }
            else if (read(text, out var value)) context.Result = ModelBindingResult.Success(value);
            else context.ModelState.TryAddModelError(context.ModelName, sentence);
            return Task.CompletedTask;
        }
    }

    private sealed class KeepEmptyText : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            if (context.Key.ModelType != typeof(string)) return;
            var nullability = context.Key switch
            {
                { PropertyInfo: { } property } => new NullabilityInfoContext().Create(property).WriteState,
                { ParameterInfo: { } parameter } => new NullabilityInfoContext().Create(parameter).WriteState,
                _ => NullabilityState.Unknown,
            };
            if (nullability == NullabilityState.NotNull) context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
