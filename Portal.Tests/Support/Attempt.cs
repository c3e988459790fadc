using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Support;

public enum Answer { Allowed, Forbidden, Refused }

/// <summary>How the domain answers an attempt.</summary>
internal static class Attempt
{
    public static Answer Of(Action step)
    {
        try
        {
            step();
            return Answer.Allowed;
        }
        catch (ForbiddenException)
        {
            return Answer.Forbidden;
        }
        catch (RefusedException)
        {
            return Answer.Refused;
        }
    }

    public static Error Refused(string code, Action step)
    {
        var error = Assert.Throws<RefusedException>(step).Error;
        Assert.Equal(code, error.Code);
        return error;
    }
}
