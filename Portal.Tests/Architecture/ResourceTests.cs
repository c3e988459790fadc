using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>Both languages say the same things, and everything that is said exists.</summary>
public sealed partial class ResourceTests
{
    /// <summary>Sentences whose Japanese needs no slot: 元年 has no number.</summary>
    private static readonly string[] s_fewerSlots = ["Formats.Era.FirstYear"];

    public static TheoryData<string> Modules =>
        [.. Repository.Files("*.resx", "Portal.Web", "Portal.Infrastructure", "Portal.Application")
            .Where(f => !f.EndsWith(".ja.resx", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Repository.Root, f)).Order()];

    [Fact]
    public void There_are_modules_to_look_at() => Assert.True(Modules.Count >= 5);

    [Theory, MemberData(nameof(Modules))]
    public void Both_languages_have_the_same_keys_and_slots(string module)
    {
        var (en, ja) = (Read(module), Read(Japanese(module)));
        Assert.NotEmpty(en);
        Assert.Empty(en.Keys.Except(ja.Keys).Select(k => $"{k} is missing in Japanese"));
        Assert.Empty(ja.Keys.Except(en.Keys).Select(k => $"{k} is missing in English"));
        Assert.Empty(en.Where(e => !s_fewerSlots.Contains(e.Key) && !Slots(e.Value).SetEquals(Slots(ja[e.Key]))).Select(e => $"{e.Key} has other slots in Japanese"));
    }

    [Theory, MemberData(nameof(Modules))]
    public void Keys_begin_with_their_module_and_texts_are_clean(string module)
    {
        var name = Path.GetFileNameWithoutExtension(module);
        foreach (var (key, text) in Read(module).Concat(Read(Japanese(module))))
        {
            Assert.StartsWith(name + ".", key, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(text), $"{key} is empty");
            Assert.True(text == text.Trim(), $"{key} begins or ends with a space");
        }
    }

    [Theory, MemberData(nameof(Modules))]
    public void Japanese_sentences_are_japanese(string module)
    {
        var (en, ja) = (Read(module), Read(Japanese(module)));
        Assert.Empty(en.Where(e => Words().Count(e.Value) > 2 && ja[e.Key] == e.Value).Select(e => e.Key));
    }

    [Fact]
    public void No_key_stands_twice()
    {
        var twice = Repository.Files("*.resx", "Portal.Web", "Portal.Infrastructure").SelectMany(f =>
            XDocument.Load(f).Root!.Elements("data").GroupBy(d => d.Attribute("name")!.Value).Where(g => g.Count() > 1).Select(g => $"{Path.GetFileName(f)}: {g.Key}"));
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_text_that_the_code_names_exists()
    {
        var known = Modules.SelectMany(m => Read(m.Data).Keys).ToHashSet();
        var modules = Modules.Select(m => Path.GetFileNameWithoutExtension(m.Data)).ToHashSet();
        var named = Repository.Files("*.cs", "Portal.Application", "Portal.Infrastructure", "Portal.Web")
            .Concat(Repository.Files("*.cshtml", "Portal.Web"))
            .SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => (Key: m.Groups[1].Value, File: Path.GetFileName(f))))
            .Where(n => modules.Contains(n.Key.Split('.')[0]))
            .ToList();
        Assert.True(named.Count > 100);
        var unknown = named.Where(n => !Exists(known, n.Key)).Select(n => $"{n.File}: {n.Key}").Distinct().Order().ToList();
        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
    }

    // A literal may be a whole key, a plural's stem, or the place under which keys are built.
    private static bool Exists(HashSet<string> known, string key) =>
        known.Contains(key) || known.Contains(key + ".other") || known.Any(k => k.StartsWith(key + ".", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string module) =>
        XDocument.Load(Path.Combine(Repository.Root, module)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Japanese(string module) => module[..^".resx".Length] + ".ja.resx";

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Slot();

    [GeneratedRegex("[A-Za-z]{4,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\$)""([A-Z][A-Za-z]+(?:\.[A-Za-z]+)+)""")]
    private static partial Regex Literal();
}
