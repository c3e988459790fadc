using Portal.Web.Ui;

namespace Portal.Web.Gallery;

/// <summary>One property per kind of field.</summary>
public sealed record SampleForm
{
    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Kana { get; init; }

    public string? Latin { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }

    public DateParts? Registered { get; init; }

    public bool? Valid { get; init; }

    public string? Side { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Country { get; init; }

    public int? Amount { get; init; }

    public TimeOnly? Closes { get; init; }

    public string? Plan { get; init; }

    public IFormFile? Upload { get; init; }

    public bool Agree { get; init; }

    public static SampleForm Filled => new()
    {
        Family = "佐藤",
        Given = "花子",
        Kana = "Sato",
        Latin = "SATO",
        Email = "hanako@example.jp",
        Registered = new DateParts { Year = "２０２４", Month = "13", Day = "1" },
        Valid = true,
        Topics = ["ics"],
        Amount = 12,
        Closes = new TimeOnly(17, 0),
    };
}
