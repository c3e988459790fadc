using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Domain.Fellowships;

public sealed class CrossFieldRulesTests
{
    private static readonly FellowshipCall Call = TestData.OpenCall(TestData.Now);

    [Fact]
    public void A_person_with_one_name_gives_no_given_name()
    {
        Assert.Equal(["about.nativeGiven", "about.kanaGiven", "about.latinGiven"], Fields(Section.AboutYou, About(isSingle: false)));
        Assert.Empty(Fields(Section.AboutYou, About(isSingle: true)));
        static (string, string)[] About(bool isSingle) =>
            [("about.nativeGiven", ""), ("about.kanaGiven", ""), ("about.latinGiven", ""), ("about.singleName", isSingle ? "yes" : "")];
    }

    [Fact]
    public void One_name_excuses_no_family_name_and_no_bad_given_name() => Assert.Equal(
        ["about.nativeFamily", "about.kanaGiven"],
        Fields(Section.AboutYou, ("about.singleName", "yes"), ("about.nativeFamily", ""), ("about.kanaGiven", "Kazuha")));

    [Theory]
    [InlineData(Government.Japan, "USA")]
    [InlineData(Government.UnitedStates, "JPN")]
    public void Each_government_nominates_its_own_citizens(Government side, string citizenship) =>
        Assert.Equal(["Fellowships.Answer.CitizenshipSide"], Codes(side, Section.AboutYou, ("about.citizenship", citizenship)));

    [Fact]
    public void Names_in_kanji_need_a_reading_on_either_side()
    {
        Assert.Empty(Codes(Government.UnitedStates, Section.AboutYou));
        Assert.Equal(["about.kanaFamily"], Fields(Government.UnitedStates, Section.AboutYou, ("about.nativeFamily", "髙﨑")));
        Assert.Empty(Fields(Government.UnitedStates, Section.AboutYou, ("about.nativeFamily", "Müller")));
        Assert.Empty(Fields(Government.UnitedStates, Section.AboutYou, ("about.nativeFamily", "髙﨑"), ("about.kanaFamily", "タカサキ")));
    }

    [Theory]
    [InlineData("2012-4", "2012-3", true)]
    [InlineData("2012-4", "2012-4", false)]
    [InlineData("2012-4", "2016-3", false)]
    [InlineData("2012-4", "", false)]
    public void An_end_comes_after_its_start(string from, string to, bool isProblem) => Assert.Equal(
        isProblem ? ["education.1.to"] : [],
        Fields(Section.EducationAndWork, ("education.1.from", from), ("education.1.to", to)));

    [Fact]
    public void Certifications_are_listed_or_said_to_be_none()
    {
        (string, string)[] one = [("certification.1.code", TestData.Certification), ("certification.1.registeredOn", "2020-4-1"), ("certification.1.isValid", "yes")];
        Assert.Empty(Codes(Government.Japan, Section.Certifications));
        Assert.Equal(["Fellowships.Answer.NoneButSome"], Codes(Government.Japan, Section.Certifications, one));
        Assert.Equal(["Fellowships.Answer.NoneOrSome"], Codes(Government.Japan, Section.Certifications, (ApplicationForm.NoCertifications, "")));
        Assert.Empty(Codes(Government.Japan, Section.Certifications, [.. one, (ApplicationForm.NoCertifications, "")]));
    }

    [Theory]
    [InlineData("2026-9-2", false)] // saved at noon of that day in Tokyo
    [InlineData("2026-9-3", true)]
    [InlineData("2999-1-1", true)]
    public void Nobody_is_born_after_the_answer_was_typed(string birth, bool isProblem) => Assert.Equal(
        isProblem ? ["Fellowships.Answer.DateInFuture"] : [],
        Codes(Government.Japan, Section.AboutYou, ("about.birthDate", birth)));

    [Fact]
    public void No_certification_is_registered_in_the_future() => Assert.Contains(
        "Fellowships.Answer.DateInFuture", Codes(Government.Japan, Section.Certifications, ("certification.1.registeredOn", "2027-1-1")));

    private static IEnumerable<string?> Fields(Section section, params (string Key, string Value)[] changes) => Fields(Government.Japan, section, changes);

    private static IEnumerable<string?> Fields(Government side, Section section, params (string Key, string Value)[] changes) =>
        Problems(side, section, changes).Select(p => p.Field);

    private static IEnumerable<string> Codes(Government side, Section section, params (string Key, string Value)[] changes) =>
        Problems(side, section, changes).Select(p => p.Code);

    /// <summary>Of complete answers with some of them changed.</summary>
    private static List<Error> Problems(Government side, Section section, (string Key, string Value)[] changes)
    {
        var story = TestData.Story(s => s.Wait(TimeSpan.FromDays(1)), Call, side);
        story.Save(section, changes.Aggregate(TestData.CompleteAnswers(story.Form, section), (a, c) => a.With(c.Key, c.Value)));
        return [.. story.Application.SectionProblems(section, story.Form, TestData.Catalogue)];
    }
}
