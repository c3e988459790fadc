using System.Globalization;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData.Claims;

/// <summary>Reads one row as a claim. What is wrong with it is noted by the row itself.</summary>
internal sealed class ClaimRow(TableRow row, ClaimLookups known, Guid? only, Actor author)
{
    private const int LongestNumber = 20, LongestItems = 400;

    private static readonly Dictionary<string, AssessmentStrength> s_strengths =
        Enum.GetValues<AssessmentStrength>().ToDictionary(x => x.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when something is wrong.</returns>
    public EvidenceClaim? Read()
    {
        var certification = Known("certification", Certification.CodeLength, known.Certifications, "UnknownCertification");
        var version = Version(certification);
        var framework = Known("framework", Framework.IdentifierLength, known.Frameworks, "UnknownFramework");
        var statement = Statement(framework);
        var text = new ClaimText(
            (int)Number("level", NumberStyles.AllowLeadingSign), Strength(), Number("confidence", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint), Source())
        {
            Items = Items(certification),
        };
        return row.HasProblems || statement is null || version is null || Refused(statement, text) ? null : EvidenceClaim.Of(version.Value, statement, text, author);
    }

    private Guid? Known(string column, int longest, IReadOnlyDictionary<string, Guid> all, string otherwise)
    {
        var written = row.Required(column, longest);
        return written.Length == 0 ? null : all.TryGetValue(written, out var id) ? id : Refuse($"Recognition.ClaimImport.{otherwise}", column, ("Value", written));
    }

    private Guid? Version(Guid? certification)
    {
        var label = row.Required("version", CertificationVersion.LabelLength);
        return certification is not { } of || label.Length == 0 ? null
            : !known.Versions.TryGetValue((of, label), out var version) ? Refuse("Recognition.ClaimImport.UnknownVersion", "version", ("Value", label))
            : only is { } one && version.Id != one ? Refuse("Recognition.ClaimImport.OtherVersion", "version", ("Value", label))
            : version.IsWithdrawn ? Refuse("Recognition.Evidence.Withdrawn", "version", ("Value", label))
            : version.Id;
    }

    private FrameworkElement? Statement(Guid? framework)
    {
        var code = CleanText.Latin(row.Required("statement", FrameworkElement.CodeLength)).ToUpperInvariant();
        row.Item = code.Length == 0 ? null : code;
        if (framework is not { } of || code.Length == 0)
        {
            return null;
        }

        if (!known.Statements.TryGetValue((of, code), out var statement))
        {
            Refuse("Recognition.Claim.UnknownStatement", "statement", ("Statement", code));
        }

        return statement;
    }

    private decimal Number(string column, NumberStyles style)
    {
        var written = CleanText.Latin(row.Required(column, LongestNumber));
        if (decimal.TryParse(written, style, CultureInfo.InvariantCulture, out var number) && number is > -1000 and < 1000)
        {
            return number;
        }

        if (written.Length > 0)
        {
            row.RefuseValue(column, written);
        }

        return 0;
    }

    private AssessmentStrength Strength() => row.Word("strength", s_strengths);

    private string? Source()
    {
        var source = row.Optional("source", EvidenceClaim.SourceLength);
        if (source is not null && CleanText.HasForbidden(source))
        {
            row.RefuseValue("source", source);
        }

        return source;
    }

    private List<string> Items(Guid? certification)
    {
        var codes = (row.Optional("items", LongestItems) ?? "").Split([' ', ',', ';', '、'], StringSplitOptions.RemoveEmptyEntries).Select(EvidenceItem.CodeOf).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > EvidenceClaim.MostItems)
        {
            Refuse("Recognition.Claim.TooManyItems", "items", ("Most", EvidenceClaim.MostItems));
        }

        foreach (var code in codes.Where(c => certification is { } of && !known.Items.Contains((of, c))))
        {
            Refuse("Recognition.Claim.UnknownItem", "items", ("Item", code));
        }

        return codes;
    }

    private bool Refused(FrameworkElement statement, ClaimText text)
    {
        if (EvidenceClaim.Problem(statement, text) is not { } problem)
        {
            return false;
        }

        Refuse(problem.Code, problem.Field!.ToLowerInvariant(), [.. (problem.Slots ?? new Dictionary<string, object?>()).Select(s => (s.Key, s.Value))]);
        return true;
    }

    private Guid? Refuse(string code, string column, params (string Name, object? Value)[] slots)
    {
        row.Refuse(code, [.. slots, ("Field", column)]);
        return null;
    }
}
