using System.Text.Json.Serialization;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <param name="By">The government that turned the first key.</param>
public sealed record PendingWithdrawal(Guid VersionId, string Reason, Government By);

/// <summary>Both governments are to look again at a version, because evidence under it was withdrawn.</summary>
public sealed record ReviewCall(Guid VersionId, DateTimeOffset At);

/// <summary>Both governments have looked at a version again and keep it as it is.</summary>
public sealed record ReviewKept(Guid VersionId, DateTimeOffset At);

/// <summary>What else a withdrawal touches, counted before anything happens. Both governments sign these counts, and what happens must equal them.</summary>
/// <param name="Versions">Versions of decisions that lose their effect.</param>
/// <param name="OpenCases">Requests of holders that rest on it and are not decided.</param>
/// <param name="Statements">Recognition statements that stop being valid.</param>
public sealed record WithdrawalEffect(int Versions, int OpenCases, int Statements)
{
    /// <summary>Names these counts, for a key that is turned on them before there is a reason.</summary>
    [JsonIgnore]
    public string Hash => ContentHash.Of(new { Versions, OpenCases, Statements });
}
