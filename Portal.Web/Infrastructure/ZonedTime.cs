namespace Portal.Web.Infrastructure;

/// <summary>An instant in words: date and time, the zone's name and abbreviation on that date, and ISO 8601 with offset.</summary>
public sealed record ZonedTime(string When, string Zone, string Machine);

public interface IZonedTimes
{
    ZonedTime In(DateTimeOffset instant, string zone);

    /// <summary>Full days left in the official zone, or that the deadline has passed.</summary>
    string Left(DateTimeOffset deadline, string zone);
}
