using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>A statement of one framework version. The same code may say something else in another version.</summary>
public sealed record StatementKey(Guid FrameworkId, string Code)
{
    /// <summary>Tells equal codes of two frameworks apart.</summary>
    public string Qualified => $"{FrameworkId:N}/{Code}";

    public static string CodeOf(string qualified) => qualified[(qualified.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>All mappings from the statements of one framework version to those of another. They change one after the other, so that no two of them contradict each other unseen.</summary>
public sealed class MappingSet : Aggregate
{
    private readonly List<StatementMapping> _mappings = [];

    private MappingSet() { }

    public Guid SubjectFrameworkId { get; private set; }
    public Guid TargetFrameworkId { get; private set; }
    public IReadOnlyList<StatementMapping> Mappings => _mappings;

    public static MappingSet Between(Guid subjectFrameworkId, Guid targetFrameworkId, Actor actor)
    {
        var set = new MappingSet { SubjectFrameworkId = subjectFrameworkId, TargetFrameworkId = targetFrameworkId };
        set.RequireOfficer(actor);
        return set;
    }

    /// <param name="others">What the other sets say, by qualified statements.</param>
    /// <exception cref="RefusedException">A statement is none, a number lies outside its range, or the mapping contradicts another.</exception>
    public void Add(FrameworkElement subject, FrameworkElement target, MappingText text, IReadOnlyList<CoverageMapping> others, Actor actor)
    {
        RequireOfficer(actor);
        RequireStatement(subject, nameof(StatementMapping.Subject));
        RequireStatement(target, nameof(StatementMapping.Target));
        var mapping = StatementMapping.Of(Id, subject.Code, target.Code, text.Cleaned(), actor);
        if (MappingChecks.Problems([.. others, .. Qualified(), Qualify(mapping)]) is [var first, ..])
        {
            throw new RefusedException(new Error(first.Code, FieldOf(first), Named(first)));
        }

        _mappings.Add(mapping);
        Touch();
        Raise(new MappingChanged(SubjectFrameworkId, TargetFrameworkId));
    }

    /// <exception cref="RefusedException">There is no such mapping: somebody removed it first.</exception>
    public void Remove(Guid mappingId, Actor actor)
    {
        RequireOfficer(actor);
        if (_mappings.RemoveAll(m => m.Id == mappingId) == 0)
        {
            throw new RefusedException("Recognition.Mapping.Gone");
        }

        Touch();
        Raise(new MappingChanged(SubjectFrameworkId, TargetFrameworkId));
    }

    /// <summary>Its mappings as the checks read them, by qualified statements.</summary>
    public IEnumerable<CoverageMapping> Qualified() => _mappings.Select(Qualify);

    private CoverageMapping Qualify(StatementMapping m) => new(
        new StatementKey(SubjectFrameworkId, m.Subject).Qualified, new StatementKey(TargetFrameworkId, m.Target).Qualified,
        m.Relation, (double?)m.Fraction, m.Facet, (double)m.Confidence, m.Id);

    private static void RequireStatement(FrameworkElement element, string field)
    {
        if (!element.IsStatement || element.IsRetired && field == nameof(StatementMapping.Target))
        {
            throw new RefusedException(new Error(
                element.IsStatement ? "Recognition.Claim.StatementRetired" : "Recognition.Claim.NoStatement", field,
                new Dictionary<string, object?> { ["Statement"] = element.Code }));
        }
    }

    private static string FieldOf(Error error) => error.Code switch
    {
        "Recognition.Mapping.FractionRange" => nameof(StatementMapping.Fraction),
        "Recognition.Mapping.ConfidenceRange" => nameof(StatementMapping.Confidence),
        _ => nameof(StatementMapping.Relation),
    };

    /// <summary>The statements under the codes that people know.</summary>
    private static Dictionary<string, object?>? Named(Error error) =>
        error.Slots?.ToDictionary(s => s.Key, s => s.Value is string qualified ? StatementKey.CodeOf(qualified) : s.Value);

    private void RequireOfficer(Actor actor)
    {
        if (!actor.Has(Permission.DescribeCertifications) || actor.Agency is null)
        {
            throw new ForbiddenException(this);
        }
    }
}
