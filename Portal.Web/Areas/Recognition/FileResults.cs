using System.Net.Mime;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Recognition;

internal static class FileResults
{
    public static string ContentTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => MediaTypeNames.Application.Pdf,
        FileKind.Jpeg => MediaTypeNames.Image.Jpeg,
        _ => MediaTypeNames.Image.Png,
    };
}
