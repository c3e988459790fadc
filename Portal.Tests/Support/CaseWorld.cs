using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Support;

/// <summary>Cases of one call in a host's database, whose candidates nobody needs to sign in as, brought to where a test begins by the steps of their stories.</summary>
internal sealed class CaseWorld(PortalHost host, FellowshipCall call)
{
    public FellowshipCall Call => call;

    public static async Task<CaseWorld> OpenAsync(PortalHost host) => new(host, await host.OpenCallAsync());

    public async Task<ApplicationStory> AddAsync(Action<ApplicationStory> steps, Government side = Government.Japan)
    {
        var story = TestData.Story(steps, call, side);
        await host.InDatabaseAsync(db => Saved(db, Person.Register(story.Applicant.UserId, "Candidate", $"{story.Applicant.UserId:N}@example.test", "ja"), story.Application));
        return story;
    }

    /// <summary>A submitted application under a name of its own.</summary>
    public Task<ApplicationStory> NamedAsync(string family, string kana, string latin, Government side = Government.Japan) => AddAsync(s =>
    {
        s.Completed();
        s.Save(ApplicationSectionKind.AboutYou, s.Application.AnswersOf(ApplicationSectionKind.AboutYou)
            .With("about.nativeFamily", family).With("about.kanaFamily", kana).With("about.latinFamily", latin));
        s.Send();
    }, side);

    /// <summary>An award list with its cases and their people, brought to a status.</summary>
    public async Task<AwardListStory> ListAsync(AwardListStatus status, int cases = 3)
    {
        var list = new AwardListStory(call, cases).To(status);
        await host.InDatabaseAsync(db => Saved(db,
            [.. list.Stories.Select(s => Person.Register(s.Applicant.UserId, "Candidate", $"{s.Applicant.UserId:N}@example.test", "ja")), .. list.Cases, list.List]));
        return list;
    }

    private static Task<int> Saved(PortalDbContext db, params Aggregate[] things)
    {
        db.AddRange(things);
        return db.SaveChangesAsync();
    }
}
