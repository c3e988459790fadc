using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence;

/// <summary>What changed in one aggregate, for the history: old and new value per field, hidden fields only as "changed".</summary>
internal static class ChangedFields
{
    // A text is cut inside its value, so that the value stays readable; what is still longer loses its end.
    private const int MaxText = 300, MaxValue = 4000;

    /// <summary>Japanese as written: histories are shown as HTML, which has its own escapes.</summary>
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fields that hold personal data or credentials, listed once. Their values never enter the history.</summary>
    private static readonly HashSet<string> s_hidden =
    [
        nameof(FellowshipApplication.NameJa), nameof(FellowshipApplication.NameEn), nameof(FellowshipApplication.SortJa), nameof(FellowshipApplication.SortEn),
        nameof(FellowshipApplication.ScreeningNote), nameof(FellowshipApplication.Correction), nameof(Membership.InvitedAddress),
        nameof(Person.DisplayName), nameof(Person.MailAddress),
        nameof(HeldCertification.CertificateNumber), nameof(RecognitionCase.HolderName), nameof(RecognitionCase.Checks), nameof(RecognitionCase.Requests), nameof(RecognitionCase.Verification),
        nameof(RecognitionCase.Opinion), nameof(RecognitionCase.Decision), nameof(RecognitionCase.Measures), nameof(RecognitionCase.Review),
        nameof(ConnectedSystem.SecretHash), nameof(ConnectedSystem.Keys),
    ];

    private static readonly HashSet<string> s_silent =
    [
        nameof(Aggregate.Id), nameof(Aggregate.Version), nameof(FellowshipApplication.SearchText), nameof(FellowshipApplication.OpenKey),
        nameof(FellowshipApplication.Status), nameof(FellowshipApplication.Mover), nameof(FellowshipCall.OpensAt), nameof(FellowshipCall.ClosesAt),
        // The report is long; the hash of all that went into it stands among the figures.
        nameof(EquivalenceVersion.Report), nameof(EquivalenceVersion.Agreement), nameof(Equivalence.SourceKey),
        // The operation says it, and for which version the signatures and periods beside it.
        nameof(Equivalence.ReviewCalls), nameof(Equivalence.Reviews),
        // What a statement says is on paper, and the paper's hash is kept.
        nameof(RecognitionStatement.Says), nameof(RecognitionCase.Participants), nameof(RecognitionCase.NextBy), nameof(RecognitionCase.EquivalencePeriodId),
    ];

    public static IReadOnlyList<ChangedField> Of(PortalDbContext db, EntityEntry<Aggregate> entry) =>
    [
        .. entry.Properties.Where(p => p.IsModified || (entry.State == EntityState.Added && p.CurrentValue is not null))
            .Where(p => !s_silent.Contains(p.Metadata.Name)).SelectMany(p => Field(p, entry.State)),
        .. entry.ComplexProperties.SelectMany(c => c.Properties.Where(p => p.IsModified || entry.State == EntityState.Added)
            .Select(p => new ChangedField($"{c.Metadata.Name}.{p.Metadata.Name}", entry.State == EntityState.Added ? null : Plain(p.OriginalValue), Plain(p.CurrentValue)))),
        .. PartsOf(db, entry.Entity),
        .. ClaimsOf(db, entry.Entity),
        .. MappingsOf(db, entry.Entity),
        .. PeriodsOf(db, entry.Entity),
    ];

    private static IEnumerable<ChangedField> Field(PropertyEntry property, EntityState state)
    {
        var name = property.Metadata.Name;
        var (before, after) = (state == EntityState.Added ? null : property.OriginalValue, property.CurrentValue);
        if (s_hidden.Contains(name))
        {
            return [new ChangedField(name, null, null)];
        }

        return property.Metadata.GetValueConverter()?.ProviderClrType == typeof(string) && (after ?? before) is not (Enum or null)
            ? Members(name, ToJson(before), ToJson(after))
            : [new ChangedField(name, Plain(before), Plain(after))];
    }

    /// <summary>A value object in JSON is compared member by member.</summary>
    private static IEnumerable<ChangedField> Members(string name, JsonNode? before, JsonNode? after)
    {
        if ((after ?? before) is not JsonObject)
        {
            return [new ChangedField(name, Json(before), Json(after))];
        }

        var (then, now) = (before as JsonObject ?? [], after as JsonObject ?? []);
        return now.Concat(then).Select(m => m.Key).Distinct().Where(key => now[key]?.ToJsonString() != then[key]?.ToJsonString())
            .Select(key => new ChangedField($"{name}.{key}", Json(then[key]), Json(now[key])));
    }

    private static IEnumerable<ChangedField> PartsOf(PortalDbContext db, Aggregate aggregate) =>
        db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added && BelongsTo(e, aggregate)).Select(e => e.Entity).Select(part => part switch
        {
            Signature s => new ChangedField("Signature", null, $"{s.Purpose} {s.Government} {s.ContentHash}"),
            OrganisationName n => new ChangedField("Name", null, $"{n.From:yyyy-MM-dd} {n.Name.Ja} / {n.Name.En}"),
            ApplicationSubmission s => new ChangedField("Submission", null, $"{s.Number} {s.Hash}"),
            EvidenceFile f => new ChangedField("Document", null, $"{f.Kind} {f.Sha256}"),
            IssuedPdf p => new ChangedField("Document", null, $"{p.Language} {p.Sha256}"),
            ClaimImport i => new ChangedField("Import", null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i.Added} {i.Changed} {i.Unchanged} {i.FileHash}")),
            Reviewer r => new ChangedField("Conflict", null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{r.Government} {r.Round} {r.HasConflict}")),
            ApplicationDocument d => new ChangedField("Document", null, $"{d.FieldKey} {d.Sha256}"),
            _ => null,
        }).OfType<ChangedField>();

    /// <summary>Claims are recorded anew and removed, never changed.</summary>
    private static IEnumerable<ChangedField> ClaimsOf(PortalDbContext db, Aggregate aggregate) =>
        db.ChangeTracker.Entries<EvidenceClaim>().Where(e => e.State is EntityState.Added or EntityState.Deleted && e.Entity.CertificationVersionId == aggregate.Id)
            .OrderBy(e => e.Entity.Statement, StringComparer.Ordinal).ThenBy(e => e.State)
            .Select(e => e.State == EntityState.Added ? new ChangedField("Claim", null, Said(e.Entity)) : new ChangedField("Claim", Said(e.Entity), ""));

    /// <summary>So are mappings.</summary>
    private static IEnumerable<ChangedField> MappingsOf(PortalDbContext db, Aggregate aggregate) =>
        db.ChangeTracker.Entries<StatementMapping>().Where(e => e.State is EntityState.Added or EntityState.Deleted && e.Entity.SetId == aggregate.Id)
            .Select(e => e.State == EntityState.Added ? new ChangedField("Mapping", null, Said(e.Entity)) : new ChangedField("Mapping", Said(e.Entity), ""));

    /// <summary>So are the periods of an equivalence: one that is cut is closed, and its parts are recorded anew.</summary>
    private static IEnumerable<ChangedField> PeriodsOf(PortalDbContext db, Aggregate aggregate) =>
        db.ChangeTracker.Entries<EquivalencePeriod>().Where(e => IsWritten(e.State) && e.Entity.EquivalenceId == aggregate.Id)
            .OrderBy(e => e.State == EntityState.Added).ThenBy(e => e.Entity.VersionId).ThenBy(e => e.Entity.From)
            .Select(e => e.State == EntityState.Added ? new ChangedField("Period", null, Said(e.Entity)) : new ChangedField("Period", Said(e.Entity), ""));

    private static bool IsWritten(EntityState state) => state is EntityState.Added or EntityState.Modified;

    private static string Said(EquivalencePeriod p) => $"{p.VersionId} {p.State} {Plain(p.From)} {Plain(p.Until)} {p.By}".TrimEnd();

    private static string Said(StatementMapping m) => $"{m.Subject} {m.Relation} {m.Target}";

    private static string Said(EvidenceClaim c) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Statement} {c.Level} {c.Strength} {c.Confidence}");

    private static bool BelongsTo(EntityEntry part, Aggregate aggregate) =>
        part.Metadata.GetForeignKeys().Any(k => k.PrincipalEntityType.ClrType == aggregate.GetType()
            && Equals(part.Property(k.Properties[0].Name).CurrentValue, aggregate.Id));

    private static JsonNode? ToJson(object? value) => value is null ? null : JsonNode.Parse(ContentHash.CanonicalJson(value));

    private static string? Plain(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        _ => Short(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), MaxText),
    };

    private static string? Json(JsonNode? value) => Short(Shortened(value)?.ToJsonString(Readable), MaxValue);

    private static JsonNode? Shortened(JsonNode? value) => value switch
    {
        JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, Shortened(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Shortened)]),
        JsonValue v when v.TryGetValue<string>(out var text) => Short(text, MaxText),
        _ => value?.DeepClone(),
    };

    private static string? Short(string? value, int most) => value?.Length > most ? string.Concat(value.AsSpan(0, most), "…") : value;
}

/// <summary>One line of "what changed"; both values null means that a hidden field changed.</summary>
internal sealed record ChangedField(string Field, string? Old, string? New)
{
    public static string ToJson(IReadOnlyList<ChangedField> fields) => JsonSerializer.Serialize(fields, ChangedFields.Readable);
}
