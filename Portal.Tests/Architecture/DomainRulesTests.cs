using System.Reflection;
using Portal.Application;
using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Architecture;

/// <summary>Who may know whom. Each rule also proves that it looked at something.</summary>
public sealed class DomainRulesTests
{
    private const string Root = "Portal.Application.";

    private static readonly Assembly Application = typeof(IPortalDb).Assembly;
    private static readonly IReadOnlyList<string> Modules = ["Fellowships", "Identity", "Recognition"];

    public static TheoryData<string> EveryModule => [.. Modules];

    [Fact]
    public void Every_module_is_looked_at() => Assert.Equal(
        Modules,
        Application.GetTypes().Select(t => t.Namespace).OfType<string>().Where(n => n.EndsWith(".Domain", StringComparison.Ordinal))
            .Select(n => n[Root.Length..^".Domain".Length]).Distinct().Order());

    [Theory]
    [MemberData(nameof(EveryModule))]
    public void A_domain_knows_only_the_system_the_kernel_and_its_own_module(string module)
    {
        var own = In($"{module}.Domain");
        Assert.NotEmpty(own);
        var foreign = own.SelectMany(TypeUses.Of, (from, to) => (from, to))
            .Where(u => !IsSystem(u.to) && !IsIn(u.to, "Shared") && !IsIn(u.to, module) && u.to != typeof(Mediator.INotification) && u.to != typeof(Mediator.IMessage));
        Assert.Empty(foreign);
    }

    [Theory]
    [MemberData(nameof(EveryModule))]
    public void Domain_and_commands_never_use_the_domain_of_another_module(string module)
    {
        var own = In($"{module}.Domain").Concat(In($"{module}.Commands")).ToList();
        Assert.NotEmpty(own);
        var foreign = own.SelectMany(TypeUses.Of, (from, to) => (from, to))
            .Where(u => Modules.Any(m => m != module && IsIn(u.to, $"{m}.Domain")));
        Assert.Empty(foreign);
    }

    [Fact]
    public void The_kernel_knows_no_module()
    {
        var kernel = In("Shared");
        Assert.NotEmpty(kernel);
        Assert.DoesNotContain(kernel.SelectMany(TypeUses.Of, (from, to) => (from, to)), u => Modules.Any(m => IsIn(u.to, m)));
    }

    [Fact]
    public void The_application_knows_neither_the_web_nor_an_engine()
    {
        var known = Application.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("Microsoft.EntityFrameworkCore", known);
        string[] banned = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore.", "Microsoft.Data", "Npgsql", "Portal."];
        Assert.DoesNotContain(known, k => k != "Microsoft.EntityFrameworkCore.Abstractions" && banned.Any(b => k.StartsWith(b, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_infrastructure_does_not_know_the_web()
    {
        var known = Assembly.Load("Portal.Infrastructure").GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("Portal.Application", known);
        Assert.DoesNotContain("Portal.Web", known);
    }

    [Fact]
    public void An_aggregate_is_made_and_changed_by_its_own_methods_only() => Assert.All(Aggregates(), a =>
    {
        Assert.True(a.IsSealed, a.Name);
        Assert.Empty(a.GetConstructors());
        Assert.NotNull(a.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []));
        Assert.DoesNotContain(a.GetProperties(), p => p.SetMethod is { IsPublic: true });
    });

    [Fact]
    public void An_aggregate_names_another_one_by_its_id() => Assert.All(Aggregates(), a =>
        Assert.DoesNotContain(a.GetProperties().SelectMany(p => p.PropertyType.GetGenericArguments().Append(p.PropertyType)), typeof(Aggregate).IsAssignableFrom));

    [Fact]
    public void What_an_aggregate_holds_has_no_public_setter()
    {
        var parts = Aggregates().SelectMany(a => a.GetFields(BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(List<>))
            .Select(f => f.FieldType.GetGenericArguments()[0]).Distinct().ToList();
        Assert.NotEmpty(parts);
        Assert.All(parts.SelectMany(p => p.GetProperties()), p => Assert.False(p.SetMethod is { IsPublic: true }, $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    [Fact]
    public void An_event_holds_ids_and_values_and_never_a_text()
    {
        var events = Application.GetTypes().Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && t.IsClass).ToList();
        Assert.NotEmpty(events);
        Assert.All(events.SelectMany(e => e.GetProperties().Where(p => p.Name != "EqualityContract")), p =>
            Assert.True(p.PropertyType.IsValueType, $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    private static List<Type> Aggregates()
    {
        var found = Application.GetTypes().Where(t => t.IsSubclassOf(typeof(Aggregate)) && !t.IsAbstract).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static List<Type> In(string place) => [.. Application.GetTypes().Where(t => IsIn(t, place))];

    private static bool IsIn(Type type, string place) => type.Assembly == Application && $"{type.Namespace}.".StartsWith($"{Root}{place}.", StringComparison.Ordinal);

    /// <summary>Types without a namespace are the compiler's own.</summary>
    private static bool IsSystem(Type type) => type.Namespace is null || type.Namespace == "System" || type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
