using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Portal.Web.Infrastructure;

/// <summary>A controller that exists in Development only: elsewhere it has no address at all.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute;

internal sealed class DevelopmentOnlyConvention(IHostEnvironment environment) : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var page in application.Controllers.Where(IsHidden).ToList())
        {
            application.Controllers.Remove(page);
        }
    }

    private bool IsHidden(ControllerModel controller) => !environment.IsDevelopment() && controller.Attributes.OfType<DevelopmentOnlyAttribute>().Any();
}
