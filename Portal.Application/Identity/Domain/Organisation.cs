using System.Linq.Expressions;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>An agency of one government. Its names change over time; every page shows the name in force on the day that it speaks of.</summary>
public sealed class Organisation : Aggregate
{
    private readonly List<OrganisationName> _names = [];

    private Organisation() { }

    /// <summary>A short stable code, for example <c>CISA</c>; used on the command line.</summary>
    public string Code { get; private set; } = "";
    public Government Government { get; private set; }
    public IReadOnlyList<OrganisationName> Names => _names;

    public override Government? Side => Government;

    public static Organisation Register(string code, Government government, BilingualText name, DateOnly from)
    {
        var organisation = new Organisation { Code = CleanText.Line(code).ToUpperInvariant(), Government = government };
        organisation._names.Add(new OrganisationName(name, from));
        return organisation;
    }

    /// <summary>Each government keeps its own organisations; the command line sees all.</summary>
    public static Expression<Func<Organisation, bool>> VisibleTo(Actor actor)
    {
        var all = actor.Has(Permission.RunClock);
        return o => all || o.Government == actor.Agency;
    }

    /// <summary>The name in force on a day; before the first one, the first one.</summary>
    public BilingualText NameOn(DateOnly day) =>
        _names.Where(n => n.From <= day).OrderByDescending(n => n.From).FirstOrDefault()?.Name
        ?? _names.OrderBy(n => n.From).First().Name;

    /// <summary>A new name from a day on. Earlier days keep theirs.</summary>
    /// <exception cref="RefusedException">Another name starts on the same day.</exception>
    public void Rename(BilingualText name, DateOnly from)
    {
        if (_names.Any(n => n.From == from))
        {
            throw new RefusedException(new Error("Identity.Organisation.NameExists", "From"));
        }

        _names.Add(new OrganisationName(name, from));
        Touch();
    }
}

/// <summary>One name and the first day on which it holds.</summary>
public sealed class OrganisationName
{
    private OrganisationName() { }

    internal OrganisationName(BilingualText name, DateOnly from) => (Name, From) = (name, from);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public BilingualText Name { get; private init; } = BilingualText.Empty;
    public DateOnly From { get; private init; }
}
