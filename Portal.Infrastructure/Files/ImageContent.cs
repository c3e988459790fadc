namespace Portal.Infrastructure.Files;

/// <param name="Kept">The parts to store, in order. Left out: place, device, comments, previews, and whatever follows the end of the image.</param>
internal sealed record ImageContent(int Width, int Height, IReadOnlyList<ReadOnlyMemory<byte>> Kept)
{
    public long Pixels => (long)Width * Height;
}
