namespace Portal.Application.Recognition;

/// <summary>
/// A certification's code as a segment of an address, for good: "SecurityX / CASP+" stands as <c>SecurityX_~_CASP+</c>, because a slash would
/// end the segment and a space is lost when an address is copied. No code holds the two stand-ins.
/// </summary>
public static class CodeAddress
{
    public static string Of(string code) => code.Replace(' ', '_').Replace('/', '~');

    public static string CodeAt(string address) => address.Replace('_', ' ').Replace('~', '/');

    /// <summary>Whether the code comes back from its address.</summary>
    public static bool Fits(string code) => CodeAt(Of(code)) == code;
}
