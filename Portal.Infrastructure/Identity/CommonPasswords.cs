using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// Passwords that guessing programs try first. At 15 characters these are not single words but words of the list repeated or joined,
/// with runs such as 123 or aaa and a few signs; all of that is taken away before what is left is counted.
/// </summary>
internal static partial class CommonPasswords
{
    private const int ShortestRun = 3, EnoughSigns = 6;

    // Keyboards of both countries have these letter rows; the rest is the alphabet and the digits.
    private static readonly string[] s_sequences = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p"];

    private static readonly string[] s_words = [.. Read().Select(SearchKey.Fold).Distinct().OrderByDescending(w => w.Length)];

    public static bool Contain(string password)
    {
        var folded = SearchKey.Fold(password);
        return IsPeriodic(folded) || WithoutRuns(WithoutWords(folded)).EnumerateRunes().Distinct().Count() < EnoughSigns;
    }

    /// <summary>The text is the given one over and over, with digits and signs around it.</summary>
    public static bool IsRepeated(string text, string part) => !text.Replace(part, "", StringComparison.Ordinal).EnumerateRunes().Any(System.Text.Rune.IsLetter) && text.Contains(part, StringComparison.Ordinal);

    // A text with a period lies inside its own double elsewhere than at the start: passwordpassword, abcabcabc.
    private static bool IsPeriodic(string text) => text.Length > 0 && (text + text).IndexOf(text, 1, StringComparison.Ordinal) < text.Length;

    private static string WithoutWords(string text) => s_words.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    private static string WithoutRuns(string text)
    {
        var rest = RepeatedSign().Replace(text, "");
        foreach (var sequence in s_sequences.Concat(s_sequences.Select(s => new string([.. s.Reverse()]))))
        {
            rest = WithoutPartsOf(sequence, rest);
        }

        return rest;
    }

    private static string WithoutPartsOf(string sequence, string text)
    {
        for (var length = sequence.Length; length >= ShortestRun; length--)
        {
            for (var start = 0; start + length <= sequence.Length; start++)
            {
                text = text.Replace(sequence.Substring(start, length), "", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"(.)\1{2,}", RegexOptions.Singleline)]
    private static partial Regex RepeatedSign();
}
