using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Portal.Web.Infrastructure;
using Xunit;

namespace Portal.Tests.Pages.Ui;

public sealed class PageLanguageTests
{
    [Theory]
    [InlineData("/ja", "/en")]
    [InlineData("/ja/", "/en/")]
    [InlineData("/ja/Fellowships/Calls", "/en/Fellowships/Calls")]
    [InlineData("/jam", "/en/jam")]
    [InlineData("/", "/en/")]
    public void The_switch_leads_to_the_same_page(string path, string other) =>
        Assert.Equal(other, PageLanguage.SamePage(Request(path), "en"));

    [Fact]
    public void The_query_is_kept() =>
        Assert.Equal("/en/Work?tab=mine&page=2", PageLanguage.SamePageAndQuery(Request("/ja/Work", "?tab=mine&page=2"), "en"));

    [Fact]
    public void An_error_page_leads_back_to_the_address_that_failed()
    {
        var request = Request("/ja/error/404");
        request.HttpContext.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = "/ja/gone", OriginalQueryString = "?a=b" });
        Assert.Equal("/en/gone?a=b", PageLanguage.SamePageAndQuery(request, "en"));
    }

    private static HttpRequest Request(string path, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.QueryString = new QueryString(query);
        return request;
    }
}
