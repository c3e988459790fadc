using System.Collections.Frozen;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Infrastructure;

/// <summary>Kinds of requests that cost mail, hashing or rows although they compare no secret. What compares one is counted by <see cref="SignInGuard"/>.</summary>
public enum Limit { Registration, MailedLink, Link, Passkey, Invitation, StatementCheck, ProtocolFailure }

/// <summary>On an action or controller: its requests are counted as <see cref="LimitRule"/> says. Addresses without an action carry it as metadata.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LimitedAttribute(Limit limit) : Attribute
{
    public Limit Limit => limit;
}

/// <param name="Source">What one network address may do. A whole ministry may stand behind one, so it is far more than one person does.</param>
/// <param name="Account">What may be done for one account: that of the signed-in person or, with a field, the one that is named in it.</param>
/// <param name="Field">The posted field that names an account, whether it exists or not.</param>
internal sealed record LimitRule(Rate Source, Rate? Account = null, string? Field = null)
{
    /// <summary>All limits (S-07).</summary>
    public static readonly FrozenDictionary<Limit, LimitRule> All = new Dictionary<Limit, LimitRule>
    {
        //                                 per network address        per account
        [Limit.Registration] = new(Rate.PerHour(300), Rate.PerHour(10), "Address"),
        [Limit.MailedLink] = new(Rate.PerHour(300), Rate.PerHour(5), "Address"),
        [Limit.Link] = new(Rate.PerHour(2000)),
        [Limit.Passkey] = new(Rate.PerFiveMinutes(600), Rate.PerFiveMinutes(60)),
        [Limit.Invitation] = new(Rate.PerHour(1000), Rate.PerHour(200)),
        [Limit.StatementCheck] = new(Rate.PerHour(1000)),
        // Failed calls of connected systems: a system whose tokens all became void at once has one for each of its people.
        [Limit.ProtocolFailure] = new(Rate.PerFiveMinutes(600)),
    }.ToFrozenDictionary();

    public bool IsPerPerson => Account is not null && Field is null;
}
