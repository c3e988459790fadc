namespace Portal.Infrastructure.ReferenceData;

internal sealed class ImportTally
{
    private int _added;
    private int _updated;
    private int _unchanged;

    public void Add(int count = 1) => _added += count;

    public void Keep(bool corrected)
    {
        if (corrected) _updated++;
        else _unchanged++;
    }

    public ImportCounts Total(int removed = 0) => new(_added, _updated, _unchanged, removed);
}
