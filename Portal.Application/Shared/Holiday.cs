namespace Portal.Application.Shared;

/// <summary>
/// A day on which the offices of one government are closed: 国民の祝日に関する法律, 5 U.S.C. § 6103.
/// U.S. holidays stand on the day observed. Named in the language of the law only.
/// </summary>
public sealed class Holiday
{
    public const int NameLength = 100;

    private Holiday() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Government Government { get; private set; }
    public DateOnly Date { get; private set; }
    public string? NameJa { get; private set; }
    public string? NameEn { get; private set; }

    public static Holiday Create(Government government, DateOnly date, string? nameJa, string? nameEn) =>
        new() { Government = government, Date = date, NameJa = nameJa, NameEn = nameEn };

    /// <returns>Whether anything differed.</returns>
    public bool Correct(string? nameJa, string? nameEn)
    {
        if ((NameJa, NameEn) == (nameJa, nameEn)) return false;
        (NameJa, NameEn) = (nameJa, nameEn);
        return true;
    }
}
