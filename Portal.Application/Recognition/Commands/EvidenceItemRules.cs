using FluentValidation;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

internal sealed class EvidenceItemTextValidator : AbstractValidator<EvidenceItemText>
{
    public EvidenceItemTextValidator()
    {
        RuleFor(x => x.Title.Ja).Must(t => IsLine(t, EvidenceItem.TitleLength)).WithErrorCode("Recognition.EvidenceItem.TitleLength").OverridePropertyName("TitleJa");
        RuleFor(x => x.Title.En).Must(t => IsLine(t, EvidenceItem.TitleLength)).WithErrorCode("Recognition.EvidenceItem.TitleLength").OverridePropertyName("TitleEn");
        RuleFor(x => x).Must(x => x.Cleaned().Title != BilingualText.Empty).WithErrorCode("Recognition.EvidenceItem.TitleMissing").OverridePropertyName("TitleJa");
        RuleFor(x => x).Must(x => x.Cleaned().Uri is not { } uri || EvidenceItem.IsAddress(uri)).WithErrorCode("Recognition.EvidenceItem.UriInvalid").OverridePropertyName("Uri");
        RuleFor(x => x).Must(x => x.Cleaned().Sha256 is not { } hash || EvidenceItem.IsHash(hash)).WithErrorCode("Recognition.EvidenceItem.HashInvalid").OverridePropertyName("Sha256");
        RuleFor(x => x.ObtainedBy).Must(o => CleanText.Line(o).Length > 0 && IsLine(o, EvidenceItem.ObtainedByLength)).WithErrorCode("Recognition.EvidenceItem.ObtainedByMissing");
        RuleFor(x => x.ObtainedOn).NotEmpty().WithErrorCode("Recognition.EvidenceItem.ObtainedOnMissing");
    }

    private static bool IsLine(string text, int longest) => CleanText.Line(text).Length <= longest && !CleanText.HasForbidden(text);
}
