using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Gallery;
using Portal.Web.TagHelpers;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Tests.Pages.Ui;

public sealed class FieldPlacesTests
{
    private static readonly ModelMetadata Form = new EmptyModelMetadataProvider().GetMetadataForType(typeof(SampleForm));

    [Fact]
    public void Errors_stand_in_the_order_of_the_page()
    {
        var order = new ErrorOrder(Form);
        string[] keys = ["Agree", "Family", "Registered.Month", "Kana", "Registered.Year", "Unknown", "Topics[1]"];
        Assert.Equal(
            ["Family", "Kana", "Registered.Year", "Registered.Month", "Topics[1]", "Agree", "Unknown"],
            keys.OrderBy(order.Of, StringComparer.Ordinal));
    }

    [Fact]
    public void A_label_is_found_by_module_form_and_property() =>
        Assert.Equal("Gallery.Sample.Kana", TextKey.Of(Form.Properties[nameof(SampleForm.Kana)]!));

    [Theory]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(5, 9, "1 0 4 5 6 0 9")]
    [InlineData(9, 9, "1 0 8 9")]
    public void Page_links_show_the_ends_and_the_neighbours(int page, int pages, string shown) =>
        Assert.Equal(shown, string.Join(' ', new PageLinks(page, pages, _ => "").Shown));
}
