using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class HeldForm
{
    public long Version { get; init; }

    public string? Certification { get; init; }

    public string? Number { get; init; }

    public DateParts? IssuedOn { get; init; }

    public DateParts? ExpiresOn { get; init; }

    /// <summary>What can be picked.</summary>
    [BindNever]
    public IReadOnlyList<NamedCode> Certifications { get; set; } = [];

    /// <summary>The entry that is edited; null while one is added.</summary>
    [BindNever]
    public HeldDetails.Page? Held { get; set; }

    public static HeldForm Of(HeldDetails.Page held) => new()
    {
        Version = held.Token, Certification = held.Text.Certification, Number = held.Text.Number, IssuedOn = Parts(held.Text.IssuedOn), ExpiresOn = Parts(held.Text.ExpiresOn), Held = held,
    };

    public AddHeld ToAdd(ModelStateDictionary state, Text text) =>
        new(Certification ?? "", Number ?? "", state.Read(nameof(IssuedOn), IssuedOn, text), state.Read(nameof(ExpiresOn), ExpiresOn, text));

    public EditHeld ToEdit(Guid id, ModelStateDictionary state, Text text) =>
        new(id, Version, Certification ?? "", Number ?? "", state.Read(nameof(IssuedOn), IssuedOn, text), state.Read(nameof(ExpiresOn), ExpiresOn, text));

    private static DateParts? Parts(DateOnly? day) => day is { } d ? new DateParts { Year = $"{d.Year}", Month = $"{d.Month}", Day = $"{d.Day}" } : null;
}

public sealed class EvidenceForm
{
    public IFormFile? File { get; init; }

    public SentFile? ToFile() => File is null ? null : new(File.FileName, File.ContentType, File.Length, File.OpenReadStream());
}

/// <summary>What the eligibility check is asked, kept in the address: codes only.</summary>
public sealed record EligibilityForm
{
    public string? Held { get; init; }

    public string? Target { get; init; }

    public HeldUntil Until { get; init; }

    public CheckEligibility ToQuery() => new(Searched.Of(Held), Searched.Of(Target), Until);
}

public sealed record EligibilityPage(EligibilityForm Form, CheckEligibility.Answer Found);
