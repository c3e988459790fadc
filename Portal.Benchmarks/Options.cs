using System.Globalization;

namespace Portal.Benchmarks;

/// <param name="Size">Applications of the load profile.</param>
/// <param name="Users">People who work at the same time.</param>
/// <param name="Seconds">How long they work; also how long an idle portal rests before its memory is read.</param>
/// <param name="Think">Milliseconds between two pages of one person; none is harder than people are.</param>
/// <param name="Rounds">Starts of each program that count.</param>
/// <param name="Tries">Known and unknown accounts that are tried in turns.</param>
internal sealed record Options(int Size, int Users, int Seconds, int Think, int Rounds, int Tries)
{
    public static Options Of(string[] args) => new(
        Value(args, "--size", 20_000), Value(args, "--users", 20), Value(args, "--seconds", 30), Value(args, "--think", 0), Value(args, "--rounds", 5),
        Value(args, "--tries", 300));

    private static int Value(string[] args, string name, int usual)
    {
        var index = Array.IndexOf(args, name);
        return index < 0 || index + 1 >= args.Length ? usual : int.Parse(args[index + 1], CultureInfo.InvariantCulture);
    }
}
