using System.Text;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>The script of letters, as far as one script's letters pass for another's: Latin а and Cyrillic а.</summary>
internal static class Scripts
{
    private enum Script { Latin, Japanese, Greek, Cyrillic, Other }

    /// <summary>Letters of one script, or Latin with Japanese: "highly restrictive" in UTS #39, 5.2.</summary>
    public static bool AreOne(string label)
    {
        var found = label.EnumerateRunes().Where(Rune.IsLetter).Select(Of).ToHashSet();
        return found.Count <= 1 || found.SetEquals([Script.Latin, Script.Japanese]);
    }

    private static Script Of(Rune rune) => rune.Value switch
    {
        _ when Characters.IsIdeograph(rune) || Characters.IsKana(rune) => Script.Japanese,
        < 0x0250 or >= 0x1E00 and <= 0x1EFF => Script.Latin,
        >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF => Script.Greek,
        >= 0x0400 and <= 0x052F or >= 0x1C80 and <= 0x1C8F or >= 0x2DE0 and <= 0x2DFF or >= 0xA640 and <= 0xA69F => Script.Cyrillic,
        _ => Script.Other,
    };
}
