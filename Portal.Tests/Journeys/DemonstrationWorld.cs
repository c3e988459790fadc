using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Classes that share one demonstration world, because growing it takes seconds; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class DemonstrationWorld : ICollectionFixture<DemonstrationHost>, ICollectionFixture<Browser>
{
    public const string Name = "Demonstration world";
}
