namespace Portal.Application.Shared;

/// <summary>One thing that the person can fix. <paramref name="Code"/> is a text key; the sentence stands in the resources of its module.</summary>
/// <param name="Field">The property of the form; null when it concerns the whole form.</param>
/// <param name="Slots">Values for the named holes of the sentence.</param>
public sealed record Error(string Code, string? Field = null, IReadOnlyDictionary<string, object?>? Slots = null);

/// <summary>Lets a pipeline step build the refusal of any command's own result type.</summary>
public interface IResult<out TSelf>
{
    IReadOnlyList<Error> Errors { get; }

    static abstract TSelf Refused(IReadOnlyList<Error> errors);
}

public sealed record Result(IReadOnlyList<Error> Errors) : IResult<Result>
{
    public static readonly Result Success = new([]);

    public bool IsSuccess => Errors.Count == 0;

    public static Result Refused(IReadOnlyList<Error> errors) => new(errors);
}

public sealed record Result<T>(T? Value, IReadOnlyList<Error> Errors) : IResult<Result<T>>
{
    public bool IsSuccess => Errors.Count == 0;

    public static Result<T> Refused(IReadOnlyList<Error> errors) => new(default, errors);

    public static implicit operator Result<T>(T value) => new(value, []);
}
