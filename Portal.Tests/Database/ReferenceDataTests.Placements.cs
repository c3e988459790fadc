using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Infrastructure.ReferenceData;
using Xunit;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Database;

public sealed partial class ReferenceDataTests
{
    [Fact]
    public async Task The_dods_files_arrive_complete_and_again_change_nothing()
    {
        await ImportBasisAsync();
        Assert.Equal(new ImportCounts(74, 0, 0), await ImportDcwf());
        Assert.Equal(new ImportCounts(426 + 14, 0, 0), await ImportPlacements());

        Assert.True((await ImportDcwf()).ChangedNothing);
        Assert.Equal(new ImportCounts(0, 0, 426), await ImportPlacements());
        await using var db = Open();
        Assert.Equal(409, await db.Set<ReferencePlacement>().CountAsync(x => db.Set<DcwfRole>().Any(r => r.Id == x.DcwfRoleId && r.NiceCode != null), Ct));
    }

    [Fact]
    public async Task Labels_of_the_matrix_find_their_certification_and_the_others_enter_unverified()
    {
        await ImportBasisAsync();
        await ImportDcwf();
        await ImportPlacements();
        await using var db = Open();
        var catalogue = await db.Set<Certification>().AsNoTracking().ToListAsync(Ct);
        Assert.Equal(57 + 14, catalogue.Count);
        var added = catalogue.Where(x => !Valid(CertificationImport.Parse(ReferenceFiles.Certifications())).Any(y => y.Code == x.Code)).ToDictionary(x => x.Code);
        Assert.Equal(
            ["CCNP Enterprise", "CFR", "CISSO", "CPTE", "CSC", "DAWIA LCL Advanced", "DAWIA LCL Foundational", "DAWIA PM Advanced", "DAWIA PM Practioner", "FITSP-A", "FITSP-D", "FITSP-M", "FITSP-O", "RCCE Level 1"],
            added.Keys.Order(StringComparer.Ordinal));
        Assert.All(added.Values, x => Assert.Equal(CertificationConfidence.Unverified, x.Confidence));
        Assert.Equal(("CyberSec First Responder", "Cisco"), (added["CFR"].NameEn, added["CCNP Enterprise"].Issuer));
        var placed = await db.Set<ReferencePlacement>().Select(x => x.CertificationId).Distinct().ToListAsync(Ct);
        Assert.All(["CGRC", "CEH(P)", "SecurityX / CASP+"], code => Assert.Contains(catalogue.Single(x => x.Code == code).Id, placed));
    }

    [Fact]
    public async Task A_newer_matrix_replaces_the_older_one_and_keeps_its_certifications()
    {
        await ImportBasisAsync();
        await ImportDcwf();
        await ImportPlacements();
        var newer = Valid(PlacementImport.Parse(ReferenceFiles.Placements(), "2.2")).Skip(26).Select((x, i) => i == 0 ? x with { Proficiency = Proficiency.Basic } : x).ToList();
        await using (var db = Open()) Assert.Equal(new ImportCounts(0, 400, 0, Removed: 26), await PlacementImport.ApplyAsync(db, newer, Ct));
        await using var after = Open();
        Assert.Equal(["2.2"], await after.Set<ReferencePlacement>().Select(x => x.Edition).Distinct().ToListAsync(Ct));
        Assert.Equal(71, await after.Set<Certification>().CountAsync(Ct));
    }

    [Fact]
    public async Task A_row_that_rests_on_something_not_loaded_is_named()
    {
        await using var db = Open();
        var problems = await DcwfImport.CheckAsync(db, Valid(DcwfImport.Parse(ReferenceFiles.Dcwf(), "5.1")), Ct);
        Assert.Equal(39, problems.Count);
        Assert.Contains(problems, x => x is { Row: 2, Item: "411", Code: ImportProblems.NotLoaded } && Equals(x.Slots!["Value"], "IO-WRL-007"));
        Assert.Equal(426, (await PlacementImport.CheckAsync(db, Valid(PlacementImport.Parse(ReferenceFiles.Placements(), "2.1")), Ct)).Count);
    }
}
