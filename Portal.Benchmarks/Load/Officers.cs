using System.Text.Json;

namespace Portal.Benchmarks.Load;

/// <summary>Who works in a load run: the programme officers of the seeded world.</summary>
internal static class Officers
{
    public static async Task<IReadOnlyList<Guid>> ReadAsync(string manifest)
    {
        await using var file = File.OpenRead(manifest);
        using var json = await JsonDocument.ParseAsync(file);
        return
        [
            .. json.RootElement.GetProperty("accounts").EnumerateArray()
                .Where(a => a.GetProperty("role").GetString() == "ProgrammeOfficer").Select(a => a.GetProperty("personId").GetGuid()),
        ];
    }
}
