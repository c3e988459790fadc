using System.Text;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Cuts text into lines that fit, greedily: Japanese between characters, Latin words whole unless longer than a line.</summary>
internal static class LineBreaker
{
    /// <param name="width">Of one character, in the unit of <paramref name="limit"/>.</param>
    /// <returns>At least one line; line feeds in the text are kept, spaces at a break are not.</returns>
    public static IEnumerable<string> Break(string text, float limit, Func<Rune, float> width) =>
        text.Split('\n').SelectMany(line => BreakLine([.. line.EnumerateRunes()], limit, width));

    private static IEnumerable<string> BreakLine(Rune[] text, float limit, Func<Rune, float> width)
    {
        var start = 0;
        do
        {
            var end = EndOfLine(text, start, limit, width);
            yield return string.Concat(text[start..end]).TrimEnd();
            start = end;
            while (start < text.Length && Rune.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }
        while (start < text.Length);
    }

    private static int EndOfLine(Rune[] text, int start, float limit, Func<Rune, float> width)
    {
        var (used, allowed) = (0f, start);
        for (var i = start; i < text.Length; i++)
        {
            if (i > start && LineBreakRules.MayBreak(text, i))
            {
                allowed = i;
            }

            used += width(text[i]);
            if (used > limit && i > start && !Rune.IsWhiteSpace(text[i]))
            {
                return allowed > start ? allowed : Forced(text, start, i);
            }
        }

        return text.Length;
    }

    // A word longer than the line is cut anywhere but before a mark that belongs to the letter ahead of it.
    private static int Forced(Rune[] text, int start, int end)
    {
        while (end > start + 1 && LineBreakRules.IsMark(text[end]))
        {
            end--;
        }

        return end;
    }
}
