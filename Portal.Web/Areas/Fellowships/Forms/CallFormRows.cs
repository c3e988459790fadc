using System.Globalization;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Adds and removes rows on the server, so that the form works without script. Each button posts one of these words.</summary>
internal static class CallFormRows
{
    public const string AddCriterion = "criterion.add", AddQuestion = "question.add";

    public static string RemoveCriterion(int index) => Word("criterion.remove", index);

    public static string RemoveQuestion(int index) => Word("question.remove", index);

    public static string AddOption(int question) => Word("option.add", question);

    public static string RemoveOption(int question, int index) => Word("option.remove", question, index);

    /// <summary>The form after the button, or null when the button is not one of these.</summary>
    public static CallForm? After(this CallForm form, string? button) => button?.Split('.') switch
    {
        ["criterion", "add"] => form with { Criteria = [.. form.Criteria, new CriterionForm { Id = Guid.CreateVersion7() }] },
        ["criterion", "remove", var index] => form with { Criteria = Without(form.Criteria, index) },
        ["question", "add"] => form with { Questions = [.. form.Questions, QuestionForm.New(form.NewKind)] },
        ["question", "remove", var index] => form with { Questions = Without(form.Questions, index) },
        ["option", "add", var question] => form.Changed(question, q => q with { Options = [.. q.Options, OptionForm.New()] }),
        ["option", "remove", var question, var index] => form.Changed(question, q => q with { Options = Without(q.Options, index) }),
        _ => null,
    };

    private static CallForm Changed(this CallForm form, string index, Func<QuestionForm, QuestionForm> change) =>
        form with { Questions = [.. form.Questions.Select((q, i) => IsAt(i, index) ? change(q) : q)] };

    private static List<T> Without<T>(IEnumerable<T> rows, string index) => [.. rows.Where((_, i) => !IsAt(i, index))];

    private static bool IsAt(int place, string index) => place.ToString(CultureInfo.InvariantCulture) == index;

    private static string Word(string verb, params int[] places) =>
        string.Join('.', places.Select(p => p.ToString(CultureInfo.InvariantCulture)).Prepend(verb));
}
