using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>A public file that is written while it is sent.</summary>
/// <param name="tag">Names the content for caches.</param>
public abstract class Download(string fileName, string contentType, string tag) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        if (PublicCopies.IsKnown(http, tag))
        {
            return;
        }

        http.Response.ContentType = contentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await WriteAsync(http, http.RequestAborted);
        }
    }

    protected abstract Task WriteAsync(HttpContext http, CancellationToken ct);
}

public sealed class TableDownload(string fileName, TableFormat format, TableFile table, string tag)
    : Download(fileName, format == TableFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", tag)
{
    protected override Task WriteAsync(HttpContext http, CancellationToken ct) =>
        http.RequestServices.GetRequiredService<ITableWriter>().WriteAsync(format, table, http.Response.Body, ct);
}

public sealed class JsonDownload(string fileName, object content, string tag) : Download(fileName, MediaTypeNames.Application.Json, tag)
{
    private static readonly JsonSerializerOptions s_shape = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        // It is read as JSON, never inside a page.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    protected override Task WriteAsync(HttpContext http, CancellationToken ct) => JsonSerializer.SerializeAsync(http.Response.Body, content, s_shape, ct);
}

/// <summary>One content in each format that public data comes in.</summary>
public static class OpenData
{
    /// <param name="format">csv, xlsx or json; anything else is not found.</param>
    /// <param name="stem">The file's name without its ending.</param>
    /// <param name="hash">SHA-256 of the content.</param>
    public static ActionResult In(string? format, string stem, string hash, Func<TableFile> table, Func<object> content)
    {
        var (name, tag) = ($"{stem}.{format}", $"{hash[..32]}-{format}");
        return format switch
        {
            "csv" => new TableDownload(name, TableFormat.Csv, table(), tag),
            "xlsx" => new TableDownload(name, TableFormat.Xlsx, table(), tag),
            "json" => new JsonDownload(name, content(), tag),
            _ => new NotFoundResult(),
        };
    }
}
