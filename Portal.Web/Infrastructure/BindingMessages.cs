using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Infrastructure;

/// <summary>What model binding says about input that cannot be read at all. The message stands at its field, so it need not name it.</summary>
internal static class BindingMessages
{
    public static void Localize(MvcOptions options, Text text)
    {
        // Otherwise MVC says "The Number field is required." in English, before any validator is asked.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => text["Shared.Bind.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => text["Shared.Bind.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Shared.Bind.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Shared.Bind.Missing"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => text["Shared.Bind.Invalid"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["Shared.Bind.Invalid"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["Shared.Bind.Invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Shared.Bind.Invalid"]);
        messages.SetValueIsInvalidAccessor(_ => text["Shared.Bind.Invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => text["Shared.Bind.Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Shared.Bind.Number"]);
    }
}
