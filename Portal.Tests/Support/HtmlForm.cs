using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Support;

/// <summary>A form as it was read: token, operation id and everything hidden go back as they came. Names are those of the fields.</summary>
public sealed class HtmlForm
{
    private readonly PortalClient _client;
    private readonly IHtmlFormElement _form;
    private readonly Uri _page;
    private readonly List<KeyValuePair<string, string>> _values;
    private readonly List<(string Name, string FileName, string Type, byte[] Content)> _files = [];

    internal HtmlForm(PortalClient client, Uri page, IHtmlFormElement form)
    {
        (_client, _page, _form) = (client, page, form);
        _values = [.. Controls.SelectMany(Values)];
    }

    public IEnumerable<string> Names => Controls.Select(x => x.GetAttribute("name")!).Distinct();

    public string? Value(string name) => _values.FirstOrDefault(x => x.Key == name).Value;

    /// <summary>What is typed into, or chosen in, a field of the form.</summary>
    /// <exception cref="InvalidOperationException">The form has no such field.</exception>
    public HtmlForm Fill(string name, params string[] values)
    {
        if (!Names.Contains(name))
        {
            throw new InvalidOperationException($"No field {name}; there are {string.Join(", ", Names)}");
        }

        return With(name, values);
    }

    /// <summary>The same for a value that no field of the form offers: what a hostile client would send.</summary>
    public HtmlForm With(string name, params string[] values)
    {
        _values.RemoveAll(x => x.Key == name);
        _values.AddRange(values.Select(x => KeyValuePair.Create(name, x)));
        return this;
    }

    public HtmlForm Without(string name) => With(name);

    public HtmlForm Attach(string name, string fileName, string type, byte[] content)
    {
        _files.Add((name, fileName, type, content));
        return this;
    }

    /// <summary>Presses a button: by its name and value, or the form's first one.</summary>
    public Task<HtmlPage> SubmitAsync(string? button = null, string? value = null) => _client.OpenAsync(Request(button, value));

    /// <summary>For tests that send it more than once at the same time, or from elsewhere.</summary>
    public HttpRequestMessage Request(string? button = null, string? value = null)
    {
        var pressed = Buttons.FirstOrDefault(x => button is null || (x.GetAttribute("name") == button && (value is null || x.GetAttribute("value") == value)));
        var name = pressed?.GetAttribute("name") ?? button;
        var fields = name is null ? _values : [.. _values.Where(x => x.Key != name), KeyValuePair.Create(name, pressed?.GetAttribute("value") ?? value ?? "")];
        // As browsers send it, a line ends with CR LF.
        fields = [.. fields.Select(f => KeyValuePair.Create(f.Key, f.Value.Replace("\r\n", "\n").Replace("\n", "\r\n")))];
        var address = new Uri(_page, pressed?.GetAttribute("formaction") ?? _form.GetAttribute("action") ?? _page.PathAndQuery);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = _form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields) };
    }

    private IEnumerable<IElement> Controls => Belonging("input, select, textarea").Where(x => x.HasAttribute("name") && !x.HasAttribute("disabled"));

    // The language switch stands outside the form and names it; it is not the form's own button.
    private IEnumerable<IElement> Buttons => _form.QuerySelectorAll("button").Where(x => x.GetAttribute("type") is null or "submit");

    private IEnumerable<IElement> Belonging(string selector) => _form.QuerySelectorAll(selector)
        .Concat(_form.Id is null ? [] : _form.Owner!.QuerySelectorAll(selector).Where(x => x.GetAttribute("form") == _form.Id)).Distinct();

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement control)
    {
        var name = control.GetAttribute("name")!;
        return control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.HasAttribute("checked") ? [new(name, choice.GetAttribute("value") ?? "on")] : [],
            IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
            IHtmlSelectElement list => list.Options.Where(x => x.IsSelected).Select(x => KeyValuePair.Create(name, x.Value)),
            IHtmlTextAreaElement area => [new(name, area.Value)],
            _ => [new(name, control.GetAttribute("value") ?? "")],
        };
    }

    private MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, type, bytes) in _files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new(type);
            content.Add(file, name, fileName);
        }

        return content;
    }
}
