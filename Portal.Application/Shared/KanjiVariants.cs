using System.Text;

namespace Portal.Application.Shared;

/// <summary>
/// Shapes of one kanji that people type for each other in names: itaiji, and old beside new forms.
/// For searching only; which shape is in a person's name is theirs to say.
/// </summary>
internal static class KanjiVariants
{
    private static readonly string[] Groups =
    [
        "斎齋斉齊", "高髙", "崎﨑嵜", "浜濱濵", "辺邊邉", "沢澤", "広廣", "桜櫻", "国國圀", "島嶋嶌", "吉𠮷", "富冨", "渕淵渊",
        "竜龍", "滝瀧", "条條", "恵惠", "真眞", "徳德", "黒黑", "柳栁", "関關", "円圓", "宝寶", "寿壽", "栄榮", "学學", "実實",
        "静靜", "鉄鐵", "総總", "会會", "万萬", "与與", "亜亞", "児兒", "巌巖", "曽曾", "祢禰", "館舘", "峰峯", "遥遙", "槙槇",
        "尭堯", "彦彥", "蔵藏", "薮藪", "芦蘆", "篭籠", "頼賴", "晋晉", "暁曉", "豊豐", "弥彌", "稲稻", "穂穗", "塩鹽", "桧檜",
        "礼禮", "来來", "恒恆", "横橫", "瀬瀨", "涼凉", "秋穐", "船舩", "土𡈽", "桑桒", "鴎鷗",
    ];

    private static readonly Dictionary<Rune, Rune> Representative = Groups
        .Select(group => group.EnumerateRunes().ToArray())
        .SelectMany(runes => runes.Skip(1), (runes, variant) => (variant, runes[0]))
        .ToDictionary(pair => pair.variant, pair => pair.Item2);

    public static Rune Fold(Rune rune) => Representative.GetValueOrDefault(rune, rune);
}
