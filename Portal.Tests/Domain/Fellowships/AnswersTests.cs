using System.Collections.Immutable;
using System.Globalization;
using Portal.Application.Fellowships.Domain;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

public sealed class AnswersTests
{
    private static readonly FormGroup Education = ApplicationForm.Groups.Single(g => g.Name == "education");
    private static readonly FormGroup Work = ApplicationForm.Groups.Single(g => g.Name == "work");

    [Fact]
    public void An_empty_answer_is_no_answer()
    {
        var answers = Answers.Empty.With("a", "1");
        Assert.Equal(("1", ""), (answers["a"], answers["b"]));
        Assert.True(answers.With("a", "").IsEmpty);
    }

    [Fact]
    public void Equal_answers_are_equal_however_they_came_together()
    {
        var (one, other) = (Answers.Empty.With("a", "1").With("b", "2"), Answers.Empty.With("b", "2").With("a", "1"));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.With("b", "3"));
        Assert.NotEqual(one, other.With("c", "3"));
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void The_order_of_a_culture_does_not_count()
    {
        var czech = StringComparer.Create(CultureInfo.GetCultureInfo("cs"), ignoreCase: true);
        KeyValuePair<string, string>[] pairs = [new("work.1.a", "1"), new("Work.1.B", "2"), new("work-1", "3")];
        Assert.Equal(
            new Answers(pairs.ToImmutableSortedDictionary(StringComparer.Ordinal)),
            new Answers(pairs.ToImmutableSortedDictionary(czech)));
    }

    [Fact]
    public void Several_choices_are_parted_by_lines() => Assert.Equal(["a", "b"], Answers.Empty.With("q", "a\nb").Choices("q"));

    [Fact]
    public void A_group_has_its_least_number_of_entries_without_any_answer()
    {
        Assert.Equal([1], Answers.Empty.Entries(Education));
        Assert.Empty(Answers.Empty.Entries(Work));
    }

    [Fact]
    public void A_group_counts_up_to_its_highest_entry_and_no_further_than_it_may() =>
        Assert.Equal([1, 2, 3, 4, 5], Answers.Empty.With("education.4.school", "D").With("education.999.school", "X").Entries(Education));

    [Fact]
    public void Removing_number_two_moves_three_down()
    {
        var answers = Answers.Empty.With("education.1.school", "A").With("education.2.school", "B").With("education.2.field", "b")
            .With("education.3.school", "C").With("work.3.employer", "W");
        Assert.Equal(
            Answers.Empty.With("education.1.school", "A").With("education.2.school", "C").With("work.3.employer", "W"),
            answers.WithoutEntry(Education, 2));
        Assert.Equal(answers, answers.WithoutEntry(Education, 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Removing_an_entry_that_cannot_be_changes_nothing(int number)
    {
        var answers = Answers.Empty.With("education.1.school", "A");
        Assert.Equal(answers, answers.WithoutEntry(Education, number));
    }

    [Theory]
    [InlineData("education.x.school")]
    [InlineData("education.99999999999999999999.school")]
    [InlineData("education.-1.school")]
    [InlineData("education.0.school")]
    [InlineData("education.02.school")]
    [InlineData("education.２.school")]
    [InlineData("education. 2.school")]
    [InlineData("education..school")]
    [InlineData("education.")]
    [InlineData("education.2")]
    [InlineData("education.2.school.more")]
    [InlineData("....")]
    [InlineData("\0\uFFFF\uD800")]
    public void A_malformed_key_counts_for_nothing_and_breaks_nothing(string key)
    {
        var answers = Answers.Empty.With("education.1.school", "A").With(key, "hostile");
        Assert.Equal([1], answers.Entries(Education));
        Assert.Equal(Answers.Empty.With(key, "hostile"), answers.WithoutEntry(Education, 1));
    }
}
