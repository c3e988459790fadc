using FluentValidation;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships;
using Portal.Application.Recognition;
using Portal.Application.Shared.Pipeline;

namespace Portal.Application;

public static class ApplicationServices
{
    /// <summary>Use cases and the pipeline that every message runs through, in this order.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddMediator(options =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.GenerateTypesAsInternal = true;
            options.PipelineBehaviors = [typeof(Authorize<,>), typeof(NameOperation<,>), typeof(ExplainRefusal<,>)];
        });
        services.AddValidatorsFromAssemblyContaining<IPortalDb>(includeInternalTypes: true);
        services.AddSingleton(FellowshipSettings.Default);
        services.AddScoped<EvidenceUpload>();
        services.AddScoped<StatementIssue>();
        services.AddSingleton<RequirementTargets>();
        services.AddScoped<CoverageKeeper>();
        return services;
    }
}
