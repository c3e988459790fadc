using Portal.Application.Fellowships.Domain;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>What a section's form sent, by the keys of the application form. Keys of the form have a dot; the form's own fields have none.</summary>
public static class TypedAnswers
{
    private static readonly string[] s_dateParts = [".Year", ".Month", ".Day"];

    public static IReadOnlyDictionary<string, string?> Of(IFormCollection form)
    {
        var typed = new Dictionary<string, string?>();
        foreach (var (name, values) in form.Where(f => f.Key.Contains('.', StringComparison.Ordinal)))
        {
            if (Array.Exists(s_dateParts, p => name.EndsWith(p, StringComparison.Ordinal)))
            {
                var key = name[..name.LastIndexOf('.')];
                typed[key] = string.Join('-', s_dateParts.Where(p => form.ContainsKey(key + p)).Select(p => form[key + p].ToString().Trim()));
            }
            else if (name.EndsWith(SectionFields.TickSuffix, StringComparison.Ordinal))
            {
                typed[name[..^SectionFields.TickSuffix.Length]] = "yes";
            }
            else
            {
                typed[name] = string.Join('\n', values.OfType<string>());
            }
        }

        return typed;
    }

    /// <summary>The answers that a person kept on the comparison page.</summary>
    public static IReadOnlyDictionary<string, string?> Kept(IFormCollection form) => form.Keys
        .Where(name => name.StartsWith("Mine[", StringComparison.Ordinal)).Select(name => name[5..^1])
        .ToDictionary(key => key, key => (string?)form[form[$"Keep[{key}]"] == "theirs" ? $"Theirs[{key}]" : $"Mine[{key}]"].ToString());
}

/// <summary>The button that sent a section's form.</summary>
public sealed record PressedButton(string? Do, string? SwitchTo)
{
    /// <summary>Only "save and continue" asks for what is wrong; changing the language or adding a line does not.</summary>
    public bool IsContinue => SwitchTo is null && Do is null or "continue";

    public string? Added => After("add:");

    public string? Removed => After("remove:");

    /// <summary>The file question to go to.</summary>
    public string? Upload => After("upload:");

    /// <summary>Where the focus goes in the section shown again.</summary>
    public string? AnchorIn(ApplicationSectionKind section) => Removed is not null ? section.ToString() : null;

    private string? After(string prefix) =>
        SwitchTo is null && Do?.StartsWith(prefix, StringComparison.Ordinal) == true ? Do[prefix.Length..] : null;
}
