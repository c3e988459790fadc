namespace Portal.Infrastructure.Seeding;

internal sealed class LoadProfile : ILoadProfile
{
    public Task<string> SeedAsync(int applications, CancellationToken ct) => throw new NotSupportedException();
}
