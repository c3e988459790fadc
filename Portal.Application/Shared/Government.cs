namespace Portal.Application.Shared;

/// <summary>The two governments that run the portal together. Neither is a default.</summary>
public enum Government { Japan, UnitedStates }

public static class Governments
{
    public static readonly IReadOnlyList<Government> Both = [Government.Japan, Government.UnitedStates];

    public static Government Other(this Government government) =>
        government == Government.Japan ? Government.UnitedStates : Government.Japan;
}
