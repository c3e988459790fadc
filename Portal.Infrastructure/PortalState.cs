namespace Portal.Infrastructure;

/// <summary>Everything that the portal keeps lies under one folder, <c>PORTAL_STATE</c>: back it up and you have it all.</summary>
public sealed record PortalState(string Root)
{
    public string Database => Path.Combine(Root, "portal.db");
    public string Files => Path.Combine(Root, "files");
    public string Keys => Path.Combine(Root, "keys");
    public string Mail => Path.Combine(Root, "mail");

    public PortalState Create()
    {
        foreach (var folder in new[] { Root, Files, Keys, Mail })
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                // For the portal's own user only: keys and personal files lie here.
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return this;
    }
}
