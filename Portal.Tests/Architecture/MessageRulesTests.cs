using System.Reflection;
using FluentValidation;
using FluentValidation.Validators;
using Mediator;
using Portal.Application;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Architecture;

/// <summary>How a use case looks: one file, one message, one door, one kind of answer.</summary>
public sealed class MessageRulesTests
{
    private static readonly Assembly Application = typeof(IPortalDb).Assembly;

    [Fact]
    public void Every_message_has_a_door() => Assert.All(Messages(), m =>
        Assert.True(m.IsAssignableTo(typeof(IPortalMessage)), $"{m.Name} is no IPortalMessage"));

    [Fact]
    public void Every_door_is_open_to_somebody()
    {
        var doors = Messages().Where(m => m.IsAssignableTo(typeof(IPortalMessage)))
            .Select(m => (m.Name, Door: (Access)m.GetProperty(nameof(Access), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!));
        Assert.All(doors, d => Assert.True(Actors.Everybody().Any(p => d.Door.Admits(p.Actor)), d.Name));
    }

    [Fact]
    public void Every_command_answers_with_a_result() => Assert.All(Messages().Where(m => m.IsAssignableTo(typeof(IBaseCommand))), m =>
    {
        var answer = m.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)).GetGenericArguments()[0];
        Assert.True(answer == typeof(Result) || (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>)), m.Name);
    });

    [Fact]
    public void Every_handler_and_validator_is_internal_and_sealed()
    {
        var behind = Application.GetTypes().Where(t => t.IsClass && !t.IsAbstract && t.Namespace?.StartsWith("Portal.Application", StringComparison.Ordinal) == true
            && (t.IsAssignableTo(typeof(IValidator)) || t.GetInterfaces().Any(IsHandler))).ToList();
        Assert.Contains(behind, t => t.Name == "SubmitApplicationHandler");
        Assert.Contains(behind, t => t.Name == "SubmitApplicationValidator");
        Assert.All(behind, t => Assert.True(t.IsSealed && !t.IsPublic, t.Name));
    }

    [Fact]
    public void Every_message_has_a_handler_of_its_name() => Assert.All(Messages(), m =>
        Assert.NotNull(Application.GetType($"{m.Namespace}.{m.Name}Handler")));

    [Fact]
    public void A_file_holds_one_message_and_is_named_after_it()
    {
        var messages = Messages();
        Assert.All(messages, m =>
        {
            Assert.Matches(@"^Portal\.Application\.[A-Z]\w+\.(Commands|Queries)$", m.Namespace);
            var file = Path.Combine([Repository.Root, "Portal.Application", .. m.Namespace!.Split('.')[2..], m.Name + ".cs"]);
            Assert.True(File.Exists(file), file);
            var text = File.ReadAllText(file);
            Assert.Single(messages, other => other.Namespace == m.Namespace && Declares(text, other.Name));
        });
    }

    [Fact]
    public void Every_rule_says_its_own_text_key()
    {
        var rules = Validators().SelectMany(v => v.CreateDescriptor().Rules, (v, rule) => (Validator: v.GetType().Name, Rule: rule))
            .SelectMany(r => r.Rule.Components, (r, part) => (r.Validator, r.Rule.PropertyName, Part: part))
            .Where(r => r.Part.Validator is not IChildValidatorAdaptor).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, r => Assert.True(
            r.Part.ErrorCode?.Contains('.', StringComparison.Ordinal) == true, $"{r.Validator}, {r.PropertyName}: {r.Part.Validator.Name} has no code"));
    }

    /// <summary>Rules are only described here, so that a validator's database is never asked.</summary>
    private static List<IValidator> Validators()
    {
        var found = Application.GetTypes().Where(t => t.IsAssignableTo(typeof(IValidator)) && t is { IsClass: true, IsAbstract: false }).ToList();
        Assert.NotEmpty(found);
        return [.. found.Select(t => t.GetConstructors()[0]).Select(c => (IValidator)c.Invoke(new object?[c.GetParameters().Length]))];
    }

    private static List<Type> Messages()
    {
        var found = Application.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IMessage)) && !t.IsAssignableTo(typeof(INotification))).ToList();
        Assert.Contains(found, t => t.Name == "SubmitApplication");
        return found;
    }

    private static bool Declares(string text, string name) =>
        text.Contains($"record {name}(", StringComparison.Ordinal) || text.Contains($"record {name} ", StringComparison.Ordinal);

    private static bool IsHandler(Type type) => type.IsGenericType && type.Namespace == "Mediator" && type.Name.Contains("Handler", StringComparison.Ordinal);
}
