using Portal.Application.Shared;
using QRCoder;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>A QR code (ISO/IEC 18004) as filled squares, with its caption beside it: vectors stay sharp on any printer.</summary>
internal static class QrLayout
{
    private const float Side = 110, Gap = 16;

    public static IEnumerable<Strip> Strips(PrintedBlock.Code code, Typesetter text)
    {
        var caption = text.Lines(code.Caption, Sheet.Body, Sheet.TextWidth - Side - Gap);
        var marks = Squares(code.Payload).Concat(caption.Select((line, i) =>
            (Mark)new TextMark(Sheet.Left + Side + Gap, (i * Sheet.Body.Leading) + Sheet.Body.Baseline, line, Sheet.Body)));
        return [new Strip(Math.Max(Side, caption.Count * Sheet.Body.Leading), [.. marks]), Strip.Gap(12)];
    }

    // Neighbours in a row are one rectangle, so that no hairline shows between them. The quiet zone is part of the matrix.
    private static IEnumerable<Mark> Squares(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var module = Side / code.ModuleMatrix.Count;
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    yield return new RuleMark(Sheet.Left + (start * module), y * module, (x - start) * module, module, Sheet.Ink);
                }
            }
        }
    }
}
