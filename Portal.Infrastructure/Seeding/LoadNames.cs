using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Parts of names in three scripts; put together they give searching and sorting real work.</summary>
internal sealed record WorldNameParts(IReadOnlyList<WorldNamePart> Family, IReadOnlyList<WorldNamePart> Given)
{
    /// <summary>The name of one of many people: neighbours differ in both parts.</summary>
    public (WorldNamePart Family, WorldNamePart Given) Of(int number) => (Family[number % Family.Count], Given[number / 3 % Given.Count]);
}

internal sealed record WorldNamePart(string? Native, string? Kana, string Latin);

/// <summary>One of the many: a name of their own with the answers of a candidate of the world.</summary>
internal sealed record LoadPerson(int Number, Government Side, WorldNamePart Family, WorldNamePart Given, WorldCandidate Model)
{
    public static LoadPerson Of(int number, WorldFiles files)
    {
        var side = Governments.Both[number % 2];
        var models = files.Candidates.Where(c => c.Side == side && !c.Answers[ApplicationSectionKind.AboutYou].ContainsKey("about.singleName")).ToList();
        var (family, given) = files.Names[side].Of(number / 2);
        return new LoadPerson(number, side, family, given, models[number % models.Count]);
    }

    /// <summary>Another domain than that of the people who sign in with one click.</summary>
    public string Mail => $"load{Number}@load.example.com";

    public string DisplayName => Side == Government.Japan ? $"{Family.Native} {Given.Native}" : $"{Given.Latin} {Family.Latin}";

    public IReadOnlyDictionary<string, string?> About => new Dictionary<string, string?>(Model.Answers[ApplicationSectionKind.AboutYou])
    {
        ["about.nativeFamily"] = Family.Native, ["about.nativeGiven"] = Given.Native,
        ["about.kanaFamily"] = Family.Kana, ["about.kanaGiven"] = Given.Kana,
        ["about.latinFamily"] = Family.Latin, ["about.latinGiven"] = Given.Latin, ["about.knownAs"] = null,
    };
}
