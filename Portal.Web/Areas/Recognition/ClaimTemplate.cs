using Portal.Application.Recognition;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition;

/// <summary>The file that claims are written into: the names of the columns, and on a sheet beside them what belongs there.</summary>
internal static class ClaimTemplate
{
    public static TableFile Of(ClaimImportGuide.Guide guide, Text text) => new(
        "claims", IClaimFiles.Columns, [],
        [
            .. IClaimFiles.Columns.Select(c => (c, text[$"Recognition.ClaimImport.Column.{c}"])),
            .. guide.Frameworks.Select(f => ("framework", f.Identifier)),
        ]);
}
